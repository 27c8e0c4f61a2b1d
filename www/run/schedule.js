// What a run does next: which series starts, is repeated or ends. A schedule knows times, and neither workers nor the page.

import { expectedRepeats, stopOf } from '../statistics/repeats.js';

/** @import {Beside, Plan, Stop} from '../types/shapes.js' */

/** @typedef {{what: 'start' | 'repeat' | 'end', series: number}} Step */

/** @typedef {object} Schedule
 * @property {() => Step | null} next null: the run is over
 * @property {(series: number, timeMs: number, isEmpty: boolean) => number} measured a repeat is over, and brought no result if it is
 *   empty; returns how many there will be, as far as can be told
 * @property {(series: number) => void} broke a series broke: it is left out from now on
 * @property {(series: number) => Stop} stopOf why a series is repeated no more
 * @property {(series: number) => Beside | null} besideOf the loop's times that a series is compared with */

/** One series after the other; or each in turn with the first, which is the loop: it goes first in every turn and ends last, so
 * that whatever slows the machine slows both.
 * @param {Plan} plan
 * @returns {Schedule} */
export function scheduleOf({ series, inTurn, purpose }) {
  const hasPartners = inTurn && series.length > 1;
  const isPartner = (/** @type {number} */ index) => hasPartners && index > 0;
  /** @type {{ownMs: number[], besideMs: number[], isEmpty: boolean, isBroken: boolean}[]} */
  const states = series.map(() => ({ ownMs: [], besideMs: [], isEmpty: false, isBroken: false }));

  /** @param {number} index */
  function stop(index) {
    const { ownMs, besideMs, isEmpty } = states[index];
    return hasPartners && index === 0 ? 'beside' : stopOf(series[index].repeats, ownMs, besideMs, isEmpty);
  }

  /** @returns {Generator<Step, null>} */
  function* steps() {
    if (hasPartners) yield { what: 'start', series: 0 };
    for (let own = hasPartners ? 1 : 0; own < series.length; own += 1) {
      yield { what: 'start', series: own };
      do {
        if (hasPartners && !states[0].isBroken) yield { what: 'repeat', series: 0 };
        if (!states[own].isBroken) yield { what: 'repeat', series: own };
      } while (!states[own].isBroken && stop(own) === null);
      if (!states[own].isBroken) yield { what: 'end', series: own };
    }
    if (hasPartners && !states[0].isBroken) yield { what: 'end', series: 0 };
    return null;
  }

  const all = steps();
  return {
    next: () => all.next().value,
    measured(index, timeMs, isEmpty) {
      const state = states[index];
      state.ownMs.push(timeMs);
      state.isEmpty = isEmpty;
      // The loop has just been measured, unless it broke.
      const loopMs = isPartner(index) && !states[0].isBroken ? states[0].ownMs.at(-1) : undefined;
      if (loopMs !== undefined) state.besideMs.push(loopMs);
      return expectedRepeats(series[index].repeats, state.ownMs, state.besideMs);
    },
    broke(index) {
      states[index].isBroken = true;
    },
    stopOf: (index) => /** @type {Stop} */ (stop(index)),
    besideOf(index) {
      const { besideMs } = states[index];
      if (isPartner(index)) return besideMs.length > 0 ? { timesMs: besideMs, inTurn: true } : null;
      // What waits isn't slowed by the machine: one loop for all ran first.
      return purpose === 'compare' && !inTurn && index > 0 ? { timesMs: states[0].ownMs, inTurn: false } : null;
    },
  };
}
