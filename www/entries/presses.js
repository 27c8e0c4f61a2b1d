// From a press to a plan: what each button runs, as far as that can run here.

import { makeSharedMemory, sharedMemoryHere } from '../platform/isolation.js';
import { namesFor, planOf, sweptSetup } from '../settings/actions.js';
import { needsSharedMemory } from '../settings/executors.js';
import { isShown, planRetry } from '../settings/job.js';
import { change, parse } from '../settings/parameters.js';
import { galleryOf } from '../settings/tasks.js';
import { showStage } from '../views/page-state.js';
import { mode } from '../views/set-up.js';
import { executorLabel } from '../words/catalogue.js';
import { sentence } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** @import {ProgramName} from '../interleaving/programs.js' */
/** @import {Controller} from '../run/controller.js' */
/** @import {Action} from '../settings/actions.js' */
/** @import {Entry, Plan, RunnerName, Setup, SharedMemory} from '../types/shapes.js' */
/** @import {OutcomeView} from '../views/outcome.js' */
/** @import {Lesson} from '../views/path.js' */
/** @import {SetUp} from '../views/set-up.js' */

/**
 * @typedef {object} Parts
 * @property {number} cores
 * @property {Controller} controller
 * @property {SetUp} setUp
 * @property {OutcomeView} outcome
 * @property {import('../views/path.js').Path} path
 * @property {import('../views/longer.js').Longer} longer
 * @property {import('../views/messages.js').Messages} messages
 * @property {(program: ProgramName) => void} openStepper */

/** What a press asks for.
 * @typedef {{action: Action, setup: Setup, lesson: Lesson | null, names: RunnerName[], workers: number[]}} Wish */

export class Presses {
  #parts;
  /** What "Retry" repeats. @type {{entry: Entry, action: string | undefined} | null} */
  #lastPictures = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Runs a button's action.
   * @param {Action} action
   * @param {number[]} [workers] of a sweep
   * @param {Partial<Setup>} [changes] to a lesson */
  act(action, workers = [], changes = {}) {
    const { cores, controller, setUp, outcome, path } = this.#parts;
    const lesson = path.lessonOf(action);
    if (lesson) setUp.lend(change(parse(lesson.set, cores).setup, changes, cores));
    if (!setUp.isValid()) return;
    outcome.clear();
    if (lesson) path.markAnswer(lesson);
    const setup = action === 'sweep' ? sweptSetup(setUp.get(), cores) : setUp.get();
    const names = changes.executor ? [changes.executor] : (lesson?.executors ?? namesFor(action, setup));
    controller.press((signal) => this.#prepare({ action, setup, lesson, names, workers }, signal));
  }

  /** Runs the last action again with other settings.
   * @param {Partial<Setup>} changes
   * @param {string} before the last action */
  goOn(changes, before) {
    const { setUp, path } = this.#parts;
    if (path.lessonOf(before)) return this.act(/** @type {Action} */ (before), [], changes);
    if (mode() === 'path') path.leave();
    setUp.change(changes);
    this.act(mode() === 'embed' ? 'embed' : 'run');
  }

  /** Goes on with what was measured last. */
  measureLonger() {
    const { controller, outcome, longer } = this.#parts;
    const { plan } = longer;
    if (!plan) return;
    outcome.clear();
    controller.press(() => plan);
  }

  /** @param {number[]} inputs those that failed */
  retry(inputs) {
    const { controller, messages } = this.#parts;
    if (!this.#lastPictures || controller.state === 'running') return;
    const { entry, action } = this.#lastPictures;
    messages.clearFault();
    controller.press(() => ({ ...planRetry(entry.job, inputs), action }));
  }

  /** Keeps what "Retry" repeats.
   * @param {Entry} entry
   * @param {Plan} plan */
  keep(entry, plan) {
    if (isShown(plan) && galleryOf(entry.record.task)) this.#lastPictures = { entry, action: plan.action };
  }

  /** Plans what can run. Where shared memory takes a reload, the page reloads first, once.
   * @param {Wish} wish
   * @param {AbortSignal} signal */
  #prepare(wish, signal) {
    if (!wish.names.some(needsSharedMemory)) return plan(wish, wish.names);
    const verdict = sharedMemoryHere();
    return verdict.reload ? this.#wait(wish, signal) : this.#judge(wish, verdict);
  }

  /** @param {Wish} wish
   * @param {AbortSignal} signal */
  async #wait(wish, signal) {
    const verdict = await makeSharedMemory(this.#parts.setUp.query, wish.action, signal);
    return signal.aborted ? null : this.#judge(wish, verdict);
  }

  /** Plans what can run; if the only executor that was asked for can't, says why.
   * @param {Wish} wish
   * @param {SharedMemory & {stopped?: boolean}} verdict */
  #judge(wish, { able, stopped, code }) {
    const { action, setup, lesson, names } = wish;
    if (able) return plan(wish, names);
    if (stopped) return this.#refuse({ code: 'not-reloaded', text: FIRST.errors.notReloaded }, action);
    if (action === 'run' || action === 'embed') {
      const text = FIRST.unavailable.one({ executor: executorLabel(setup.executor), ...FIRST.sharedMemory[code] });
      return this.#refuse({ code, text: sentence(text) }, action);
    }
    const others = names.filter((name) => !needsSharedMemory(name));
    if (lesson?.step && others.length === 0) return this.#stepInstead(lesson.step, code);
    return plan(wish, lesson && others.length === 0 ? [lesson.without] : others);
  }

  /** Opens the stepper, since nothing can share memory here, and says why.
   * @param {ProgramName} program
   * @param {SharedMemory['code']} code */
  #stepInstead(program, code) {
    const { messages, openStepper } = this.#parts;
    const open = () => openStepper(program);
    messages.fail({ code, text: FIRST.path.stepInstead(FIRST.sharedMemory[code]) }, [{ label: FIRST.path.step, accept: open }]);
    open();
    return null;
  }

  /** @param {import('../views/messages.js').Said} said
   * @param {Action} action */
  #refuse(said, action) {
    this.#parts.messages.fail(said, [{ label: FIRST.wayOn.useProcesses, accept: () => this.goOn({ executor: 'processes' }, action) }]);
    // The message is in the stage.
    showStage();
    return null;
  }
}

/** @param {Wish} wish
 * @param {RunnerName[]} names those that can run
 * @returns {Plan} */
function plan({ action, setup, lesson, workers }, names) {
  return { ...planOf(action, setup, names, workers), action, alone: lesson !== null };
}
