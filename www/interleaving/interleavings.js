// All interleavings of a program: how many there are, how many go wrong, one of the shortest that do, and a map of them. States that
// several interleavings pass through are looked at once.

import { begin, enabled, outcomeOf, take } from './machine.js';

/** @import {Outcome, State} from './machine.js' */
/** @import {Program} from './programs.js' */

/** `wrong`: those that end with a wrong memory or in a deadlock. @typedef {{all: number, wrong: number}} Counts */

/** A way on: the threads in the order of their steps. @typedef {{steps: readonly number[], switches: number}} Way */

/** A place on the map: how many steps each thread has behind it, and whether all that follows goes wrong. A place may be both, since
 * it depends on the order of those steps.
 * @typedef {{at: readonly number[], isDoomed: boolean}} Place */

/** @typedef {{lines: {from: Place, to: Place}[], ends: (Place & {outcome: Outcome})[]}} AllWays */

export class Interleavings {
  #program;
  /** @type {Map<string, Counts>} */
  #counts = new Map();
  /** @type {Map<string, Way | null>} */
  #ways = new Map();
  /** @type {AllWays | undefined} */
  #map;

  /** @param {Program} program */
  constructor(program) {
    this.#program = program;
  }

  /** How many there are from a state on.
   * @param {State} state
   * @returns {Counts} */
  count(state = begin(this.#program)) {
    return remember(this.#counts, JSON.stringify(state), () => {
      const outcome = outcomeOf(this.#program, state);
      if (outcome !== 'going') return { all: 1, wrong: outcome === 'right' ? 0 : 1 };
      const parts = this.#following(state).map(([, next]) => this.count(next));
      return { all: sum(parts.map(({ all }) => all)), wrong: sum(parts.map(({ wrong }) => wrong)) };
    });
  }

  /** Of the shortest ways on that go wrong, the one with the fewest changes from one thread to another.
   * @param {State} state
   * @param {number | undefined} last the thread that took the last step
   * @returns {Way | null} null where none goes wrong */
  shortestWrong(state = begin(this.#program), last = undefined) {
    return remember(this.#ways, `${last} ${JSON.stringify(state)}`, () => {
      const outcome = outcomeOf(this.#program, state);
      if (outcome !== 'going') return outcome === 'right' ? null : { steps: [], switches: 0 };
      /** @type {Way | null} */
      let best = null;
      for (const [thread, next] of this.#following(state)) {
        const rest = this.shortestWrong(next, thread);
        if (!rest) continue;
        const way = { steps: [thread, ...rest.steps], switches: rest.switches + (last === undefined || last === thread ? 0 : 1) };
        if (!best || way.steps.length < best.steps.length || (way.steps.length === best.steps.length && way.switches < best.switches)) best = way;
      }
      return best;
    });
  }

  /** @param {State} state
   * @returns {Place} */
  placeOf(state) {
    const { all, wrong } = this.count(state);
    return { at: state.threads.map(({ at }) => at), isDoomed: all === wrong };
  }

  /** All of them at once: where steps lead from and to, and where they end. */
  get map() {
    return (this.#map ??= this.#draw());
  }

  /** @returns {AllWays} */
  #draw() {
    const lines = new Map();
    const ends = new Map();
    const seen = new Set();
    const visit = (/** @type {State} */ state) => {
      if (seen.has(JSON.stringify(state))) return;
      seen.add(JSON.stringify(state));
      const from = this.placeOf(state);
      const outcome = outcomeOf(this.#program, state);
      if (outcome !== 'going') ends.set(JSON.stringify(from), { ...from, outcome });
      for (const [, next] of this.#following(state)) {
        const line = { from, to: this.placeOf(next) };
        lines.set(JSON.stringify(line), line);
        visit(next);
      }
    };
    visit(begin(this.#program));
    return { lines: [...lines.values()], ends: [...ends.values()] };
  }

  /** @param {State} state
   * @returns {[thread: number, next: State][]} */
  #following(state) {
    return enabled(this.#program, state).map((thread) => [thread, take(this.#program, state, thread)]);
  }
}

/** @template T
 * @param {Map<string, T>} known
 * @param {string} key
 * @param {() => T} find
 * @returns {T} */
function remember(known, key, find) {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find();
  known.set(key, value);
  return value;
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
