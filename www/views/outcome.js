// How a run ended: its time, a sentence about it, and buttons to resolve a failure.

import { byId } from '../platform/dom.js';
import { isGone } from '../platform/files.js';
import { drawSoon } from '../run/draw.js';
import { missedFile } from '../run/missed-file.js';
import { isShown } from '../settings/job.js';
import { compareWithLoop, bestOf } from '../statistics/comparison.js';
import { announce } from '../words/announcement.js';
import { FIRST } from '../words/language.js';
import { describeBreak } from '../words/page-errors.js';
import { describeSoFar } from '../words/so-far.js';
import { wayOn } from '../words/way-on.js';

/** @import {Result} from '../run/controller.js' */
/** @import {Entry, Fault, Plan, Setup} from '../types/shapes.js' */
/** @import {Guess} from '../words/outcome.js' */
/** @import {Way} from '../words/way-on.js' */

/** The part of entries/further.js that a run's end needs.
 * @typedef {object} Further
 * @property {(entries: Entry[], guess: Guess | null) => string} describe returns a sentence about a run
 * @property {(said: string) => void} conclude puts the sentence into the page's description
 * @property {(entries: Entry[]) => void} nameAuthors */

/**
 * @typedef {object} Parts
 * @property {import('./path.js').Path} path
 * @property {import('./times.js').Times} times
 * @property {import('./comparison.js').Comparison} comparison
 * @property {import('./messages.js').Messages} messages
 * @property {() => Further | null} further returns null until it is loaded
 * @property {() => Promise<Further | null>} loadFurther resolves with null if it can't be loaded
 * @property {(changes: Partial<Setup>, action: string) => void} goOn runs the same action again with other settings */

export class OutcomeView {
  #parts;
  #verdict = byId('verdict', HTMLElement);
  /** The sentence about the last run. */
  #said = '';
  /** Results of the current run that haven't been shown yet. @type {{entries: Entry[], plan: Plan, rounds: number} | null} */
  #soFar = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get said() {
    return this.#said;
  }

  /** Another action begins. */
  clear() {
    this.#parts.messages.clearFault();
    this.#said = '';
  }

  /** Shows a sentence about the results so far.
   * @param {Entry[]} entries
   * @param {Plan} plan
   * @param {number} rounds */
  look(entries, plan, rounds) {
    if (!isShown(plan) || entries.length < 2) return;
    this.#soFar = { entries, plan, rounds };
    drawSoon(this.#drawSoFar, this.#verdict);
  }

  #drawSoFar = () => {
    const { times, further, loadFurther } = this.#parts;
    if (!this.#soFar) return;
    const words = further();
    if (!words) {
      void loadFurther().then((loaded) => loaded && drawSoon(this.#drawSoFar, this.#verdict));
      return;
    }
    const { entries, plan, rounds } = this.#soFar;
    this.#soFar = null;
    times.say(describeSoFar(words.describe(entries, this.#guessOf(plan)), rounds));
  };

  /** @param {Plan} plan */
  #guessOf({ action = '' }) {
    return this.#parts.path.lessonOf(action)?.guess ?? null;
  }

  /** @param {Result} result
   * @param {AbortSignal} signal */
  async over({ outcome, plan, entries, fault }, signal) {
    const { messages, loadFurther } = this.#parts;
    this.#soFar = null;
    // The sentence about the results so far stays until the outcome replaces it.
    if (plan && outcome !== 'done') this.#showTime(plan, entries);
    if (outcome === 'cancelled') return messages.say(FIRST.end.cancelled);
    if (!plan) return fault === null ? undefined : this.#fail(describeBreak(fault), [RELOAD], '');
    // `data-state` may say that the run is over only once everything about it is on the page.
    const further = await loadFurther();
    if (signal.aborted) return;
    // A run that failed has no sentence.
    if (outcome === 'done') this.#conclude(plan, entries, further);
    messages.say(announce(outcome, plan, entries, this.#said));
    if (outcome === 'failed') await this.#offerWayOn(plan, entries, fault, signal);
    if (plan.purpose !== 'sweep') further?.nameAuthors(entries);
  }

  /** Shows the run's time; after a comparison, that of the executor with the highest ratio, or of the one whose count was asked for.
   * @param {Plan} plan
   * @param {Entry[]} entries */
  #showTime(plan, entries) {
    if (!isShown(plan) || entries.length === 0) return;
    const { times, comparison } = this.#parts;
    const all = comparison.entries();
    const guess = this.#guessOf(plan);
    const asked = entries.filter(({ record }) => guess?.over === 'count' && record.executor === guess.of);
    const best = bestOf(asked.length > 0 ? asked : entries, all);
    times.show(best, compareWithLoop(best, all).ratio, this.#said);
  }

  /** @param {Plan} plan
   * @param {Entry[]} entries
   * @param {Further | null} further */
  #conclude(plan, entries, further) {
    if (!isShown(plan) || entries.length === 0) return;
    const { path } = this.#parts;
    const lesson = path.lessonOf(plan.action ?? '');
    this.#said = further?.describe(entries, this.#guessOf(plan)) ?? '';
    further?.conclude(this.#said);
    this.#showTime(plan, entries);
    if (lesson) path.offerNext(lesson);
  }

  /** @param {Plan} plan
   * @param {Entry[]} entries
   * @param {Fault | null} fault
   * @param {AbortSignal} signal */
  async #offerWayOn({ action = '' }, entries, fault, signal) {
    if (fault !== null) return this.#fail(describeBreak(fault), [RELOAD], action);
    const missed = missedFile(entries);
    const trouble = wayOn(entries, missed ? await isGone(missed) : false);
    if (trouble && !signal.aborted) this.#fail(trouble, trouble.ways, action);
  }

  /** @param {import('./messages.js').Said} said
   * @param {Way[]} ways
   * @param {string} action the action that failed */
  #fail(said, ways, action) {
    const { messages, goOn } = this.#parts;
    const accept = /** @param {Way['changes']} changes */ (changes) => (changes ? goOn(changes, action) : location.reload());
    messages.fail(said, ways.map(({ label, changes }) => ({ label, accept: () => accept(changes) })));
  }
}

/** @type {Way} */
const RELOAD = { label: FIRST.wayOn.reload, changes: null };
