// The page's entry: reads the address, connects the form, the runs and the views.

import { readResults } from '../export/permalink.js';
import { putIntoAddress } from '../platform/address.js';
import { coresOf, nothingToDo, savesData } from '../platform/browser.js';
import { sharedMemory } from '../platform/capabilities.js';
import { fetchCredits, hasCredits } from '../platform/credits.js';
import { byId } from '../platform/dom.js';
import { isGone } from '../platform/files.js';
import {
  ensureSharedMemory, facts, keepThePage, keepTheRest, onNewVersion, resumedAction, takeNewVersion, whenSettled,
} from '../platform/isolation.js';
import { describePage } from '../platform/preview.js';
import { fileNameOf, saveFile } from '../platform/save.js';
import { measureTimerResolution } from '../platform/timer.js';
import { missedFile } from '../run/missed-file.js';
import { createSession } from '../run/session.js';
import { endSpares, keepSpare } from '../run/spares.js';
import { can, executorOf, executorsFor, JAVASCRIPT, needsSharedMemory, SWEPT } from '../settings/executors.js';
import { jobOf, planComparison, planRetry, planRun, planSweep } from '../settings/job.js';
import { change, needsClick, parse, write } from '../settings/parameters.js';
import { computes, galleryOf, TASKS } from '../settings/tasks.js';
import { besideLoop, bestOf } from '../statistics/comparison.js';
import { createTimeline } from '../timeline/view.js';
import { createActions } from '../views/actions.js';
import { createComparison } from '../views/comparison.js';
import { createForm } from '../views/form.js';
import { createGallery } from '../views/gallery.js';
import { createLog } from '../views/log.js';
import { createMessages } from '../views/messages.js';
import { createPath } from '../views/path.js';
import { createProgress } from '../views/progress.js';
import { createTimes } from '../views/times.js';
import { showUnavailable } from '../views/unavailable.js';
import { plural } from '../words/format.js';
import { describeFriend } from '../words/friend.js';
import { describeAnswer, describeOutcome } from '../words/outcome.js';
import { wayOn } from '../words/way-on.js';
import { describeWork } from '../words/work.js';

/** @import {Entry, Flavour, Outcome, Plan, RunnerName, RunRecord, Setup} from '../types/shapes.js' */
/** @import {Lesson} from '../views/path.js' */
/** @import {Kept} from '../words/checkup.js' */

/** `embed`: the executor beside the loop; `lesson:…`: what answers a question of the path.
 * @typedef {'run' | 'compare' | 'sweep' | 'javascript' | 'embed' | `lesson:${string}`} Action */

const cores = coresOf(navigator.hardwareConcurrency);
const timerResolutionMs = measureTimerResolution();
/** @type {RunRecord[]} */
const runs = [];
Object.assign(window, { runs });

const messages = createMessages();
const timeline = createTimeline();
const comparison = createComparison();
const times = createTimes();
const gallery = createGallery({ retry, save: (input, blob) => saveFile(blob, fileNameOf(input, blob)) });
const form = createForm(cores, (setup) => {
  messages.clearWarnings();
  showSetup(setup);
});
const actions = createActions({
  run: () => act('run'),
  compare: () => act('compare'),
  embedded: () => act('embed'),
  cancel: () => session.cancel(),
});
const path = createPath({
  start: act,
  setUp(set) {
    form.set(set === null ? own : parse(set, cores).setup);
    showSetup(form.get());
  },
});
const javascript = byId('javascript', HTMLButtonElement);
javascript.addEventListener('click', () => act('javascript'));

/** @type {Kept} */
let kept = savesData() ? 'used' : 'not yet';
/** The visitor's own set-up, which is there again after questions. @type {Setup} */
let own;
/** What was pressed last. @type {Action} */
let lastAction = 'run';
/** The visitor is elsewhere. */
let isLeft = false;
/** What the last run showed, in a sentence. */
let said = '';
/** What "Retry" repeats. @type {Entry | null} */
let lastPictures = null;
/** What is further down the page, once it is there. @type {ReturnType<typeof import('./further.js').createFurther> | null} */
let further = null;
/** It is said that it can't be loaded. */
let isMissing = false;
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
    { handle: times.handle, add: keepEntry },
  ],
  changed(state) {
    document.documentElement.dataset.state = state;
    showMode();
  },
  async over(outcome, plan, entries) {
    showTimes(plan, entries, outcome);
    further?.over();
    if (plan.purpose === 'sweep' && outcome === 'done') further?.speedup.end();
    prepareAhead();
    if (outcome === 'cancelled') return messages.say('Cancelled.');
    // Whoever looks at a run that is over finds all there is to it.
    if (!further) await loadFurther(() => Promise.resolve());
    messages.say(announce(outcome, plan, entries));
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
  if (plan.purpose === 'sweep') return further?.speedup.add(entry);
  if (!isShown(plan)) return;
  if (galleryOf(entry.record.task)) lastPictures = entry;
  timeline.add(entry);
  comparison.add(entry);
}

/** Sweeps have their chart, and a retry's time says nothing.
 * @param {Pick<Plan, 'purpose'>} plan */
function isShown({ purpose }) {
  return purpose === 'run' || purpose === 'compare';
}

/** The run's time, or that of the best of those that were compared, and what that shows.
 * @param {Plan} plan
 * @param {Entry[]} entries
 * @param {Outcome} outcome */
function showTimes(plan, entries, outcome) {
  if (!isShown(plan) || entries.length === 0) return;
  const all = comparison.entries();
  const best = bestOf(entries, all);
  const lesson = path.lessonOf(lastAction);
  // What failed or was broken off shows nothing.
  said = outcome !== 'done' ? '' : lesson ? describeAnswer(lesson.guess, entries, all) : describeOutcome(entries, all);
  times.show(best, besideLoop(best, all).ratio, said);
  if (said) describePage(said);
  if (lesson && outcome === 'done') path.answered(lesson);
}

/** What those hear who don't see it.
 * @param {Outcome} outcome
 * @param {Plan} plan
 * @param {Entry[]} entries */
function announce(outcome, { purpose }, entries) {
  const last = entries.at(-1);
  if (outcome === 'failed' || !last) return 'Failed.';
  if (purpose === 'sweep') return 'Done. The chart shows how far it goes.';
  if (isShown({ purpose }) && said) return said;
  if (entries.length > 1) return `Done. ${entries.length} executors have run; the table compares them.`;
  const { executor, results, inputs } = last.record;
  return `Done. ${executorOf(executor).label}: ${results.filter((result) => result !== null).length} of ${inputs.length} results.`;
}

function showMode() {
  const state = session.state();
  further?.changed(state);
  if (state === 'running') return actions.set('running', '');
  if (state === 'loading') return actions.set('loading', 'The buttons wait for the page’s scripts.');
  actions.set('idle', '');
}

/** The query that leads back to this page as it is.
 * @param {Setup} setup
 * @param {boolean} [run] */
const queryOf = (setup, run = false) => write(setup, { run, embed: mode() === 'embed' });

/** What the page is opened as: see mode.js. */
function mode() {
  return document.documentElement.dataset.mode;
}

/** @param {Setup} setup */
function showSetup(setup) {
  own = setup;
  putIntoAddress(queryOf(setup));
  show(setup);
}

/** @param {Setup} setup */
function show(setup) {
  javascript.hidden = !can(JAVASCRIPT, setup.task);
  further?.show();
  const { label, pool } = executorOf(setup.executor);
  byId('setup-line', HTMLElement).textContent = `${describeWork(jobOf(setup))} · ${label}${pool ? ` · ${plural(setup.workers, 'worker')}` : ''}`;
  byId('full-page', HTMLAnchorElement).href = write(setup);
}

/** @param {Partial<Setup>} changes */
function adopt(changes) {
  form.set(change(form.get(), changes, cores));
  showSetup(form.get());
}

/** Does it once more, otherwise.
 * @param {Partial<Setup>} changes */
function goOn(changes) {
  if (path.lessonOf(lastAction)) return act(lastAction, [], changes);
  if (mode() === 'path') path.leave();
  adopt(changes);
  act(mode() === 'embed' ? 'embed' : 'run');
}

/** Does what a button says, after one reload where that makes shared memory available.
 * @param {Action} action
 * @param {number[]} [workers] of a sweep
 * @param {Partial<Setup>} [changes] to a lesson */
async function act(action, workers = [], changes = {}) {
  const lesson = path.lessonOf(action);
  if (lesson) form.set(change(parse(lesson.set, cores).setup, changes, cores));
  if (!form.isValid()) return;
  messages.clearFault();
  credits.abort();
  lastAction = action;
  said = '';
  if (lesson) path.begun(lesson);
  const setup = form.get();
  if (lesson) show(setup);
  const asked = action === 'sweep' ? sweptSetup(setup) : setup;
  let names = changes.executor ? [changes.executor] : namesFor(action, asked, lesson);

  if (names.some(needsSharedMemory)) {
    actions.set('loading', 'Shared memory is being made available; the page may reload once.');
    const verdict = await ensureSharedMemory(mode() === 'path' ? location.search : queryOf(setup, action === 'run'), action);
    if (verdict.reloading) return;
    if (!verdict.able) {
      if (action === 'run' || action === 'embed') return refuse(`${setup.executor} can’t run here: ${verdict.reason}. ${verdict.remedy}`);
      names = names.filter((name) => !needsSharedMemory(name));
      if (lesson && names.length === 0) names = [lesson.without];
    }
  }
  if (action === 'sweep') further?.speedup.begin(jobOf(asked));
  session.start({ ...planOf(action, asked, names, workers), alone: lesson !== null });
  if (action !== 'sweep') showStage();
}

/** Brings the stage into view, if not all that matters of it is: lanes, figure and sentence. */
function showStage() {
  const stage = byId('stage', HTMLElement);
  const bottom = byId('stage-foot', HTMLElement).getBoundingClientRect().top;
  if (stage.getBoundingClientRect().top < 0 || bottom > window.innerHeight) stage.scrollIntoView({ block: 'start' });
}

/** @param {Action} action
 * @param {Setup} setup
 * @param {Lesson | null} lesson
 * @returns {RunnerName[]} */
function namesFor(action, setup, lesson) {
  if (lesson) return lesson.executors;
  if (action === 'compare') return executorsFor(setup.task).map(({ name }) => name);
  if (action === 'javascript') return ['javascript'];
  if (action === 'sweep') return SWEPT.filter((name) => can(executorOf(name), setup.task));
  return [setup.executor];
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
  // It is said there.
  showStage();
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
  showUnavailable(found);
  further?.examined(found, { cores, timerResolutionMs, offline: !navigator.onLine, kept });
  form.markAvailable((name) => able || !needsSharedMemory(name));
}

/** Loads what is further down the page, once; null where it can't be.
 * @param {() => Promise<void>} whenUnmeasured what it fills in must not be in the way of what is measured */
async function loadFurther(whenUnmeasured = session.whenIdle) {
  try {
    const { createFurther } = await import('./further.js');
    await whenUnmeasured();
    if (further) return further;
    further = createFurther({
      cores, runs, comparison, gallery,
      setup: () => form.get(),
      said: () => said,
      sweep: (workers) => act('sweep', workers),
      useWorkers: (workers) => adopt({ workers }),
    });
  } catch (cause) {
    reportError(cause);
    if (isMissing) return null;
    isMissing = true;
    messages.warn(['What is further down this page could not be loaded, so its buttons do nothing: load the page anew. The set-up stays.']);
    return null;
  }
  further.show();
  further.over();
  further.changed(session.state());
  examine();
  return further;
}

/** Waits until the page has nothing to do: never while a run is under way. */
async function whenFree() {
  await session.whenIdle();
  await nothingToDo();
}

/** Keeps for use offline what no visitor has waited for yet. */
async function keepForLater() {
  await whenFree();
  const isKept = await keepThePage();
  if (kept !== 'used') kept = isKept && (await keepTheRest(whenFree)) ? 'all' : 'failed';
  examine();
}

/** Makes a coordinator ready for what may be pressed next, unless the visitor asks to load no more than is used.
 * @param {Flavour} flavour */
function prepare(flavour) {
  if (savesData() || isLeft || session.state() === 'running') return;
  if (flavour === 'threads' && !(self.crossOriginIsolated && sharedMemory(facts()).able)) return;
  keepSpare(flavour);
}

/** One of each flavour, when the page has nothing else to do. */
async function prepareAhead() {
  await whenFree();
  prepare('plain');
  prepare('threads');
}

async function open() {
  // That it came this far means that the page is served, whole, and by itself at work.
  byId('file-notice', HTMLElement).remove();
  const { setup, run, warnings } = parse(location.search, cores);
  own = setup;
  form.set(setup);
  show(setup);
  const { friend, problem } = readResults(location.hash);
  if (friend) {
    comparison.compareWith(friend);
    times.say(describeFriend(friend));
  }
  const resumed = resumedAction();
  // A question has a set-up of its own.
  const click = (run || resumed) && !path.lessonOf(resumed ?? '') ? needsClick(setup) : null;
  messages.warn([...warnings, ...(problem ? [problem] : []), ...(click ? [`${click}; press ${mode() === 'embed' ? 'Start' : 'Run'} to start.`] : [])]);
  examine();

  if (click || (!run && !resumed)) {
    session.settle();
  } else if (resumed === 'compare' || resumed === 'javascript' || resumed === 'embed' || (resumed && path.lessonOf(resumed))) {
    await act(/** @type {Action} */ (resumed));
  } else if (resumed === 'sweep') {
    session.settle();
    (await loadFurther())?.speedup.measure();
  } else if (run) {
    await act(mode() === 'embed' ? 'embed' : 'run');
  } else {
    session.settle();
  }
  await whenFree();
  if (!further) await loadFurther();
  await whenSettled();
  examine();
  await prepareAhead();
  keepForLater();
}

// Who comes near a button may press it.
for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    if (target instanceof Element && target.closest('button')) prepare(executorOf(form.get().executor).flavour);
  });
}

// A page that is left may be kept for coming back to; its workers are not to go on meanwhile.
window.addEventListener('pagehide', () => {
  isLeft = true;
  session.cancel();
  endSpares();
});
window.addEventListener('pageshow', ({ persisted }) => {
  isLeft = false;
  if (persisted) prepareAhead();
});
window.addEventListener('online', examine);
window.addEventListener('offline', examine);
onNewVersion(() => (byId('new-version', HTMLElement).hidden = false));
byId('take-new-version', HTMLButtonElement).addEventListener('click', takeNewVersion);
open();
