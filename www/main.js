// The page's entry: reads the address, connects the form, the runs and the views.

import { besideLoop, bestOf, describeComparison, describeRatio } from './figures/comparison.js';
import { measureTimerResolution } from './figures/timer.js';
import { coresOf, nothingToDo, savesData } from './host/browser.js';
import { sharedMemory } from './host/capabilities.js';
import { fetchCredits, hasCredits } from './host/credits.js';
import { isGone } from './host/files.js';
import {
  ensureSharedMemory, facts, keepTheRest, onNewVersion, resumedAction, takeNewVersion, whenSettled,
} from './host/isolation.js';
import { byId } from './dom.js';
import { readResults } from './export/permalink.js';
import { createSession } from './session.js';
import { can, executorOf, executorsFor, JAVASCRIPT, needsSharedMemory } from './setup/executors.js';
import { jobOf, planComparison, planRetry, planRun, planSweep } from './setup/job.js';
import { change, needsClick, parse, write } from './setup/parameters.js';
import { computes, galleryOf, TASKS } from './setup/tasks.js';
import { createShares } from './shares.js';
import { createTimeline } from './timeline/view.js';
import { createActions } from './views/actions.js';
import { createCode } from './views/code.js';
import { createComparison } from './views/comparison.js';
import { createDoctor } from './views/doctor.js';
import { createForm } from './views/form.js';
import { createGallery } from './views/gallery.js';
import { createInstrument } from './views/instrument.js';
import { createLog } from './views/log.js';
import { createMessages } from './views/messages.js';
import { createProgress } from './views/progress.js';
import { createSpeedup, SWEPT } from './views/speedup.js';
import { createTimes } from './views/times.js';
import { missedFile, wayOn } from './ways.js';
import { putIntoAddress } from './host/address.js';
import { fileNameOf, saveFile } from './host/save.js';

/** @import {Kept} from './host/capabilities.js' */
/** @import {Entry, Plan, RunEvent, RunnerName, RunRecord, Setup} from './types.js' */

/** @typedef {'run' | 'compare' | 'sweep' | 'javascript'} Action */

const cores = coresOf(navigator.hardwareConcurrency);
const timerResolutionMs = measureTimerResolution();
/** @type {RunRecord[]} */
const runs = [];
Object.assign(window, { runs });

const messages = createMessages();
const doctor = createDoctor();
const code = createCode();
const timeline = createTimeline();
const comparison = createComparison();
const times = createTimes();
const speedup = createSpeedup(cores, (workers) => act('sweep', workers));
const gallery = createGallery({ retry, save: (input, blob) => saveFile(blob, fileNameOf(input, blob)) });
const form = createForm(cores, (setup) => {
  messages.clearWarnings();
  showSetup(setup);
});
const actions = createActions({ run: () => act('run'), compare: () => act('compare'), cancel: () => session.cancel() });
const shares = createShares({ setup: () => form.get(), runs, comparison, gallery, cores });
const instrument = createInstrument({ cores, setup: () => form.get(), useWorkers: (workers) => adopt({ workers }) });
const javascript = byId('javascript', HTMLButtonElement);
javascript.addEventListener('click', () => act('javascript'));

/** @type {Kept} */
let kept = savesData() ? 'used' : 'not yet';
/** What "Retry" repeats. @type {Entry | null} */
let lastPictures = null;
/** Ends the look-up of names that a new run makes pointless. */
let credits = new AbortController();

const session = createSession({
  environment: () => ({
    userAgent: navigator.userAgent,
    cores,
    crossOriginIsolated: self.crossOriginIsolated === true,
    timerResolutionMs,
  }),
  listeners: [
    createProgress(), createLog(), gallery, { handle: timeline.handle }, { handle: comparison.handle },
    { handle: prepare, add: keepEntry },
  ],
  changed(state) {
    document.documentElement.dataset.state = state;
    showMode();
  },
  async over(outcome, plan, entries) {
    showTimes(plan, entries);
    shares.refresh();
    if (outcome === 'cancelled') return messages.say('Cancelled.');
    const last = entries.at(-1);
    messages.say(last ? `${outcome === 'done' ? 'Done' : 'Failed'}. ${summary(last, entries.length)}` : 'Failed.');
    const unloaded = outcome === 'failed' ? missedFile(entries) : null;
    const trouble = outcome === 'failed' ? wayOn(entries, unloaded ? await isGone(unloaded) : false) : null;
    if (trouble) {
      const accept = /** @param {Partial<Setup> | null} changes */ (changes) => (changes ? goOn(changes) : location.reload());
      messages.fail(trouble.text, trouble.ways.map(({ label, changes }) => ({ label, accept: () => accept(changes) })));
    }
    if (plan.purpose !== 'sweep') nameAuthors(entries);
  },
});

/** A series is over: its record joins the others.
 * @param {Entry} entry
 * @param {Plan} plan */
function keepEntry(entry, plan) {
  runs.push(entry.record);
  if (plan.purpose === 'sweep') return speedup.add(entry);
  if (!isShown(plan)) return;
  if (galleryOf(entry.record.task)) lastPictures = entry;
  timeline.add(entry);
  comparison.add(entry);
}

/** @param {RunEvent} event */
function prepare(event) {
  if (event.type === 'begin' && isShown(event.plan)) times.begin();
}

/** Sweeps have their chart, and a retry's time says nothing.
 * @param {Plan} plan */
function isShown({ purpose }) {
  return purpose === 'run' || purpose === 'compare';
}

/** The run's time, or that of the best of those that were compared.
 * @param {Plan} plan
 * @param {Entry[]} entries */
function showTimes(plan, entries) {
  if (!isShown(plan) || entries.length === 0) return;
  const all = comparison.entries();
  const best = bestOf(entries, all);
  const { ratio } = besideLoop(best, all);
  const compared = entries.length > 1;
  const said = compared ? describeComparison(entries, all) : best.record.executor === 'loop' ? '' : describeRatio(ratio);
  times.show(best, ratio, said);
}

/** @param {Entry} entry
 * @param {number} count */
function summary({ record }, count) {
  if (count > 1) return `${count} executors have run; the table compares them.`;
  const saved = record.results.filter((result) => result !== null).length;
  return `${executorOf(record.executor).label}: ${saved} of ${record.inputs.length} results.`;
}

function showMode() {
  const state = session.state();
  instrument.enable(state !== 'running' && state !== 'loading');
  if (state === 'running') instrument.end();
  if (state === 'running') return actions.set('running', '');
  if (state === 'loading') return actions.set('loading', 'The buttons wait for the page’s scripts.');
  actions.set('idle', '');
  speedup.enable(true);
}

/** @param {Setup} setup */
function showSetup(setup) {
  putIntoAddress(write(setup));
  javascript.hidden = !can(JAVASCRIPT, setup.task);
  code.choose(setup.executor);
}

/** @param {Partial<Setup>} changes */
function adopt(changes) {
  form.set(change(form.get(), changes, cores));
  showSetup(form.get());
}

/** @param {Partial<Setup>} changes */
function goOn(changes) {
  adopt(changes);
  act('run');
}

/** Does what a button says, after one reload where that makes shared memory available.
 * @param {Action} action
 * @param {number[]} [workers] of a sweep */
async function act(action, workers = []) {
  if (!form.isValid()) return;
  messages.clearFault();
  credits.abort();
  const setup = form.get();
  const asked = action === 'sweep' ? sweptSetup(setup) : setup;
  /** @type {RunnerName[]} */
  let names = [setup.executor];
  if (action === 'compare') names = executorsFor(setup.task).map(({ name }) => name);
  if (action === 'javascript') names = ['javascript'];
  if (action === 'sweep') names = SWEPT.filter((name) => can(executorOf(name), asked.task));

  if (names.some(needsSharedMemory)) {
    actions.set('loading', 'Shared memory is being made available; the page may reload once.');
    const verdict = await ensureSharedMemory(write(setup, { run: action === 'run' }), action);
    if (verdict.reloading) return;
    if (!verdict.able) {
      if (action === 'run') return refuse(`${setup.executor} can’t run here: ${verdict.reason}. ${verdict.remedy}`);
      names = names.filter((name) => !needsSharedMemory(name));
    }
  }
  if (action === 'sweep') speedup.begin(jobOf(asked));
  session.start(planOf(action, asked, names, workers));
}

/** @param {Action} action
 * @param {Setup} setup
 * @param {RunnerName[]} names
 * @param {number[]} workers */
function planOf(action, setup, names, workers) {
  if (action === 'run') return planRun(setup);
  if (action === 'sweep') return planSweep(setup, names, workers);
  return planComparison(setup, names);
}

/** What waits tells nothing of cores: then the first task that computes is swept.
 * @param {Setup} setup */
function sweptSetup(setup) {
  const other = TASKS.find(({ kind }) => kind !== 'waits');
  return computes(setup.task) || !other ? setup : change(setup, { task: other.name }, cores);
}

/** @param {string} text */
function refuse(text) {
  messages.fail(text, [{ label: 'Run on processes', accept: () => goOn({ executor: 'processes' }) }]);
  session.refuse();
}

/** @param {number[]} inputs */
function retry(inputs) {
  if (!lastPictures || session.state() === 'running') return;
  messages.clearFault();
  session.start(planRetry(lastPictures.job, inputs));
}

/** @param {Entry[]} entries */
async function nameAuthors(entries) {
  const last = entries.at(-1);
  if (!last || !hasCredits(last.job)) return;
  const saved = last.record.inputs.filter((_, index) => last.record.results[index] !== null);
  if (saved.length === 0) return;
  credits = new AbortController();
  gallery.credit(await fetchCredits(saved, credits.signal));
}

function examine() {
  const found = facts();
  const { able } = sharedMemory(found);
  doctor.show(found, { cores, timerResolutionMs, offline: !navigator.onLine, kept });
  form.markAvailable((name) => able || !needsSharedMemory(name));
}

/** Keeps for use offline what no visitor has waited for yet, never while a run is under way. */
async function keepForLater() {
  if (kept === 'used') return;
  kept = (await keepTheRest(async () => {
    await session.whenIdle();
    await nothingToDo();
  }))
    ? 'all'
    : 'failed';
  examine();
}

async function open() {
  // That it came this far means that the page is served, whole, and by itself at work.
  byId('file-notice', HTMLElement).remove();
  const { setup, run, warnings } = parse(location.search, cores);
  form.set(setup);
  javascript.hidden = !can(JAVASCRIPT, setup.task);
  code.choose(setup.executor);
  const { friend, problem } = readResults(location.hash);
  if (friend) comparison.compareWith(friend);
  const resumed = resumedAction();
  const click = run || resumed ? needsClick(setup) : null;
  messages.warn([...warnings, ...(problem ? [problem] : []), ...(click ? [`${click}; press Run to start.`] : [])]);
  examine();

  if (click || (!run && !resumed)) {
    session.settle();
  } else if (resumed === 'compare' || resumed === 'javascript') {
    await act(resumed);
  } else if (resumed === 'sweep') {
    session.settle();
    speedup.measure();
  } else if (run) {
    await act('run');
  } else {
    session.settle();
  }
  await whenSettled();
  examine();
  keepForLater();
}

// A page that is left may be kept for coming back to; its workers are not to go on meanwhile.
window.addEventListener('pagehide', () => session.cancel());
window.addEventListener('online', examine);
window.addEventListener('offline', examine);
onNewVersion(() => (byId('new-version', HTMLElement).hidden = false));
byId('take-new-version', HTMLButtonElement).addEventListener('click', takeNewVersion);
open();
