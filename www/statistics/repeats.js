// How often a series is repeated: as often as was asked for, or until its figure is sure.

import { median } from './median.js';
import { halfWidth, medianOf, ratioOf } from './ratio.js';

/** @import {Repeats, Stop} from '../types/shapes.js' */

/** Fewer repeats than that say little. */
export const LEAST = 5;
/** Sure is a figure whose interval reaches no further than that to each side. */
export const SURE = 0.03;
/** So much work is spent on being sure. */
export const SPENT_MS = 4000;
/** Of a repeat that takes longer, two are enough. */
export const TWO_ENOUGH_ABOVE_MS = 1000;
/** Repeats that are nearly nothing never get sure. */
export const MOST = 100;

/** One look for each of the first so many repeats, for two each of the next, and so on. */
const LOOKS = 8;

/** How sure a series is, is looked at after so many of its repeats: to look takes longer than a short repeat, and the more there
 * are, the less one of them tells.
 * @param {number} made */
const lastLook = (made) => made - (made % Math.ceil(made / LOOKS));

/** The last answer: the same series is asked about more than once. */
let known = { key: '', half: Infinity };

/** Half the width of the interval that has to be narrow, when it was looked at last: that of the ratio where something is measured
 * in turn, else of the time.
 * @param {readonly number[]} ownMs
 * @param {readonly number[]} besideMs */
function halfOf(ownMs, besideMs) {
  const looked = lastLook(ownMs.length);
  const own = ownMs.slice(0, looked);
  const beside = besideMs.slice(0, looked);
  const key = [own, beside].join();
  if (key !== known.key) known = { key, half: halfWidth(beside.length === looked ? ratioOf(beside, own, true) : medianOf(own)) };
  return known.half;
}

/** Why a series is not repeated any more, or null where it is.
 * @param {Repeats} asked
 * @param {readonly number[]} ownMs its times so far
 * @param {readonly number[]} [besideMs] those of the loop in turn with it
 * @param {boolean} [empty] the last repeat brought no result at all
 * @returns {Stop | null} */
export function stopOf(asked, ownMs, besideMs = [], empty = false) {
  if (asked !== 'auto') return ownMs.length >= asked ? 'asked' : null;
  if (empty) return 'empty';
  if (ownMs.length >= 2 && median(ownMs) > TWO_ENOUGH_ABOVE_MS) return 'long';
  if (ownMs.length < LEAST) return null;
  if (halfOf(ownMs, besideMs) < SURE) return 'sure';
  if (ownMs.reduce((sum, time) => sum + time, 0) >= SPENT_MS) return 'spent';
  return ownMs.length >= MOST ? 'most' : null;
}

/** How many repeats there will be, as far as can be told: intervals narrow with the square root of their number.
 * @param {Repeats} asked
 * @param {readonly number[]} ownMs
 * @param {readonly number[]} [besideMs] */
export function expectedRepeats(asked, ownMs, besideMs = []) {
  if (asked !== 'auto') return asked;
  const made = ownMs.length;
  if (made === 0) return LEAST;
  const usualMs = median(ownMs);
  if (usualMs > TWO_ENOUGH_ABOVE_MS) return Math.max(2, made);
  if (made < LEAST) return LEAST;
  const wanted = lastLook(made) * (halfOf(ownMs, besideMs) / SURE) ** 2;
  return Math.max(made, Math.ceil(Math.min(MOST, wanted, SPENT_MS / Math.max(usualMs, 1e-9))));
}
