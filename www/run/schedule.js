// What a run does next: which series starts, is repeated or ends, and when to look at the results so far. A schedule knows times, but
// neither workers nor the page.
//
// All series run in rounds: each once, in a new random order, so that whatever slows the machine slows all of them alike (a
// randomised block design).

import { areRatiosDecided, isRankingDecided, isTimeDecided } from '../statistics/decision.js';
import { FEWEST } from '../statistics/interval.js';
import { shuffled } from '../statistics/random.js';

/** @import {Beside, Plan, Purpose, Stop} from '../types/shapes.js' */

/** How long an undecided run goes on, from its first repeat on. @type {Record<Purpose, number>} */
export const LIMIT_MS = { run: 4000, compare: 10_000, sweep: 14_000, retry: 0 };

/** Three rounds, which an interval takes, may exceed that limit up to this one. */
export const FEWEST_WITHIN_MS = 24_000;

/** Very short repeats may never be decided. */
export const MOST_ROUNDS = 100;

/** Looks are taken after `FEWEST` rounds, and then each time the number of rounds has grown by this factor. */
const LOOK_GROWTH = 1.5;

/** `share`: the run's estimated progress before and after that repeat. `leftMs`: the time left, if that is known.
 * @typedef {{what: 'start' | 'end', series: number}
 *   | {what: 'repeat', series: number, share: readonly [number, number], leftMs: number | null}
 *   | {what: 'look'}} Step */

/** @typedef {{timesMs: number[], isEmpty: boolean, isBroken: boolean}} Series `isEmpty`: its last repeat brought no result at all */

export class Schedule {
  #plan;
  #now;
  #random;
  /** @type {Series[]} */
  #series;
  #rounds;
  #looks;
  /** The number of rounds at the next look. */
  #nextLook = FEWEST;
  /** How many rounds there were before this run. */
  #earlier;
  /** When the first repeat began. @type {number | null} */
  #begunAt = null;
  /** The run's progress. It never decreases, although more rounds may fit than were expected. */
  #share = 0;
  /** @type {Stop | null} */
  #stop = null;
  #steps;

  /** @param {Plan} plan
   * @param {{now: () => number, random: () => number}} [parts] tests put their own here */
  constructor(plan, { now, random } = { now: () => performance.now(), random: Math.random }) {
    this.#plan = plan;
    this.#now = now;
    this.#random = random;
    this.#series = plan.series.map(({ earlier }) => ({ timesMs: [...(earlier?.timesMs ?? [])], isEmpty: false, isBroken: false }));
    this.#earlier = this.#rounds = Math.max(...this.#series.map(({ timesMs }) => timesMs.length));
    this.#looks = plan.series[0].earlier?.looks ?? 0;
    while (this.#rounds >= this.#nextLook) this.#planLook();
    this.#steps = this.#all();
  }

  /** Null: the run is over. */
  next() {
    return this.#steps.next().value;
  }

  /** How many looks were taken, that at the end included. */
  get looks() {
    return this.#looks;
  }

  /** How many rounds are over. */
  get rounds() {
    return this.#rounds;
  }

  /** A repeat is over.
   * @param {number} series
   * @param {number} timeMs
   * @param {boolean} isEmpty it brought no result */
  measured(series, timeMs, isEmpty) {
    this.#series[series].timesMs.push(timeMs);
    this.#series[series].isEmpty = isEmpty;
  }

  /** A series broke: it is left out from now on.
   * @param {number} series */
  broke(series) {
    this.#series[series].isBroken = true;
  }

  /** Why a series that didn't break is repeated no more; null while the run goes on.
   * @param {number} series
   * @returns {Stop | null} */
  stopOf(series) {
    return this.#series[series].isEmpty && this.#isAuto(series) ? 'empty' : this.#stop;
  }

  /** The loop's times that a series is compared with, round by round.
   * @param {number} series
   * @returns {Beside | null} */
  besideOf(series) {
    if (series === 0) return null;
    const timesMs = this.#series[0].timesMs.slice(0, this.#series[series].timesMs.length);
    return timesMs.length > 0 ? { timesMs, inTurn: true } : null;
  }

  /** @returns {Generator<Step, null>} */
  *#all() {
    const places = this.#series.map((_, place) => place);
    for (const series of places) yield { what: 'start', series };
    this.#begunAt = this.#now();
    while (this.#stop === null) {
      yield* this.#round(shuffled(places.filter((series) => this.#goesOn(series)), this.#random));
      this.#rounds += 1;
      const isDue = this.#rounds >= this.#nextLook;
      if (isDue) this.#planLook();
      this.#stop = this.#why(isDue);
      if (this.#stop === null && (isDue || this.#rounds === 1)) yield { what: 'look' };
      if (this.#stop !== null && !isDue) this.#looks += 1;
    }
    for (const series of places) if (!this.#series[series].isBroken) yield { what: 'end', series };
    return null;
  }

  /** @param {number[]} order
   * @returns {Generator<Step, void>} */
  *#round(order) {
    const shares = this.#sharesOf(order);
    const made = this.#rounds - this.#earlier;
    const all = this.#expectedRounds();
    const roundMs = this.#roundMs();
    const isKnown = this.#isFixed() && made > 1;
    let before = 0;
    for (const [place, series] of order.entries()) {
      const from = this.#share;
      this.#share = Math.max(from, Math.min(1, (made + before + shares[place]) / all));
      const leftMs = isKnown ? (all - made - before) * roundMs : null;
      if (this.#goesOn(series)) yield { what: 'repeat', series, share: [from, this.#share], leftMs };
      before += shares[place];
    }
  }

  /** @param {number} series */
  #goesOn(series) {
    const { isBroken, isEmpty } = this.#series[series];
    return !isBroken && !(isEmpty && this.#isAuto(series));
  }

  /** @param {number} series */
  #isAuto(series) {
    return this.#plan.series[series].repeats === 'auto';
  }

  #planLook() {
    if (this.#begunAt !== null) this.#looks += 1;
    this.#nextLook = Math.ceil(this.#nextLook * LOOK_GROWTH);
  }

  /** Why the run ends after this round, if it does.
   * @param {boolean} looks whether this round has a look
   * @returns {Stop | null} */
  #why(looks) {
    if (!this.#series.some((_, series) => this.#goesOn(series))) return 'empty';
    const made = this.#rounds - this.#earlier;
    if (!this.#isAuto(0)) return made >= Number(this.#plan.series[0].repeats) ? 'asked' : null;
    // A run that measures longer has been decided already, and goes on for more precision.
    if (looks && this.#earlier === 0 && this.#isSure()) return 'sure';
    if (made >= MOST_ROUNDS) return 'most';
    if (this.#rounds < FEWEST) return this.#fitsFewest() ? null : this.#rounds < 2 ? 'slow' : 'spent';
    return this.#spentMs() + this.#roundMs() > LIMIT_MS[this.#plan.purpose] ? 'spent' : null;
  }

  #isSure() {
    const { purpose } = this.#plan;
    const [loop, ...others] = this.#series.filter((_, series) => series === 0 || this.#goesOn(series)).map(({ timesMs }) => timesMs);
    if (purpose === 'run' || others.length === 0) return isTimeDecided(loop, this.#looks);
    if (!this.#goesOn(0) || !areRatiosDecided(loop, others, this.#looks)) return false;
    return purpose === 'sweep' || isRankingDecided(others, this.#looks);
  }

  #spentMs() {
    return this.#now() - (this.#begunAt ?? this.#now());
  }

  /** How long a round takes, the page's pauses included. */
  #roundMs() {
    return this.#spentMs() / Math.max(1, this.#rounds - this.#earlier);
  }

  /** Whether `FEWEST` rounds fit into their limit. */
  #fitsFewest() {
    const limitMs = this.#plan.purpose === 'run' ? LIMIT_MS.run : FEWEST_WITHIN_MS;
    return this.#spentMs() + (FEWEST - this.#rounds) * this.#roundMs() <= limitMs;
  }

  /** Whether the number of rounds is known: it was asked for, or there are just enough for an interval. */
  #isFixed() {
    return !this.#isAuto(0) || (this.#rounds > 0 && this.#earlier === 0 && FEWEST * this.#roundMs() > LIMIT_MS[this.#plan.purpose]);
  }

  /** How many rounds this run has at most, as far as can be told. */
  #expectedRounds() {
    const { repeats } = this.#plan.series[0];
    if (repeats !== 'auto') return repeats;
    const roundMs = this.#roundMs();
    const fitting = roundMs > 0 ? Math.floor(LIMIT_MS[this.#plan.purpose] / roundMs) : FEWEST;
    return Math.max(this.#earlier > 0 ? 1 : FEWEST, this.#rounds - this.#earlier + 1, Math.min(MOST_ROUNDS, fitting));
  }

  /** Each repeat's share of a round, by the times of the last round.
   * @param {readonly number[]} order */
  #sharesOf(order) {
    const times = order.map((series) => this.#series[series].timesMs.at(-1) ?? 0);
    const sum = times.reduce((total, time) => total + time, 0);
    return times.map((time) => (sum > 0 && times.every((one) => one > 0) ? time / sum : 1 / order.length));
  }
}
