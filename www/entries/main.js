// The page's entry: connects what is pressed, what runs and what is shown.

import { ask, coresOf, nameOfBrowser, nothingToDo } from '../platform/browser.js';
import { byId } from '../platform/dom.js';
import { whenSettled } from '../platform/isolation.js';
import { fileNameOf, saveFile } from '../platform/save.js';
import { measureTimerResolution } from '../platform/timer.js';
import { Ahead } from '../run/ahead.js';
import { Controller } from '../run/controller.js';
import { keepRun } from '../run/kept-runs.js';
import { isShown } from '../settings/job.js';
import { Timeline } from '../timeline/view.js';
import { Comparison } from '../views/comparison.js';
import { Gallery } from '../views/gallery.js';
import { Log } from '../views/log.js';
import { Longer } from '../views/longer.js';
import { Messages } from '../views/messages.js';
import { OutcomeView } from '../views/outcome.js';
import { PageState } from '../views/page-state.js';
import { Path } from '../views/path.js';
import { Progress } from '../views/progress.js';
import { SetUp } from '../views/set-up.js';
import { Times } from '../views/times.js';
import { inWords } from '../words/faults.js';
import { watchErrors } from './errors.js';
import { watchBrowser } from './examine.js';
import { FurtherLoader } from './load-further.js';
import { open } from './opening.js';
import { Presses } from './presses.js';
import { watchVisit } from './visit.js';

/** @import {ProgramName} from '../interleaving/programs.js' */
/** @import {View} from '../run/controller.js' */
/** @import {RunRecord} from '../types/shapes.js' */

const cores = coresOf(ask('hardwareConcurrency'));
const timerResolutionMs = measureTimerResolution();
/** @type {RunRecord[]} */
const runs = [];
Object.assign(window, { runs });

const messages = new Messages();
const timeline = new Timeline();
const comparison = new Comparison();
const times = new Times();
const gallery = new Gallery({
  retry: (inputs) => presses.retry(inputs),
  save: (input, blob) => saveFile(blob, fileNameOf(input, blob)),
});
const setUp = new SetUp(cores, { changed: () => messages.clearWarnings(), shown: () => loader.further?.show() });
const path = new Path({ start: (action) => presses.act(action), setUp: (set) => setUp.showOwn(set), step: openStepper });
/** @type {OutcomeView} */
const outcome = new OutcomeView({
  path, times, comparison, messages,
  further: () => loader.further,
  loadFurther: () => loader.load(() => Promise.resolve()),
  goOn: (changes, before) => presses.goOn(changes, before),
});
const longer = new Longer(() => presses.measureLonger());
const pageState = new PageState({
  run: () => presses.act('run'),
  compare: () => presses.act('compare'),
  embedded: () => presses.act('embed'),
  cancel: () => controller.cancel(),
});
byId('javascript', HTMLButtonElement).addEventListener('click', () => presses.act('javascript'));
/** Shows only the runs that the stage is for.
 * @param {Pick<Required<View>, 'handle' | 'add'> & Pick<View, 'look'>} view
 * @returns {View} */
const staged = (view) => ({
  handle: (event) => view.handle(event),
  look: (entries, plan, rounds) => isShown(plan) && view.look?.(entries, plan, rounds),
  add: (entry, plan) => isShown(plan) && view.add(entry, plan),
});

/** Told of runs in this order. @type {View[]} */
const views = [
  pageState,
  new Progress(),
  new Log(),
  gallery,
  { add: ({ record }) => keepRun(runs, inWords(record)) },
  { add: (entry, plan) => presses.keep(entry, plan) },
  staged(timeline),
  staged(comparison),
  times,
  outcome,
  longer,
  { over: () => void ahead.prepareAll() },
];
const environment = () => ({ userAgent: nameOfBrowser(), cores, crossOriginIsolated: self.crossOriginIsolated === true, timerResolutionMs });
const controller = new Controller(environment, views);
const presses = new Presses({ cores, controller, setUp, outcome, path, longer, messages, openStepper });
const further = {
  cores, runs, times, comparison, gallery,
  setup: () => setUp.get(),
  said: () => outcome.said,
  /** @type {Messages['warn']} */
  warn: (warnings) => messages.warn(warnings),
  sweep: (/** @type {number[]} */ workers) => presses.act('sweep', workers),
  useWorkers: (/** @type {number} */ workers) => setUp.change({ workers }),
};
/** @type {FurtherLoader} */
const loader = new FurtherLoader(controller, further, () => examine());
const ahead = new Ahead(controller, whenFree);

/** Opens a program in the stepper, which comes with what is further down the page.
 * @param {ProgramName} program */
async function openStepper(program) {
  const loaded = await loader.load();
  loaded?.step(program);
}

/** Resolves when the page has nothing to do: never while a run goes on. */
async function whenFree() {
  await controller.whenIdle();
  await nothingToDo();
}

watchErrors(controller, messages);
watchVisit(controller, ahead, setUp);
const examine = watchBrowser({ cores, timerResolutionMs }, setUp, () => loader.further);
// Reaching this line means that the page's scripts were served and loaded, so the notice that they weren't can go.
byId('file-notice', HTMLElement).remove();
open({ cores, controller, presses, loader, setUp, path, messages })
  .then(whenFree)
  .then(() => loader.load())
  .then(whenSettled)
  .then(examine)
  .then(() => ahead.prepareAll())
  .then(() => loader.further?.keepForLater(whenFree))
  .then(examine);
