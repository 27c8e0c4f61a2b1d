// Whether a measurement is precise enough to stop.

import { missesAt } from './interval.js';
import { median } from './median.js';
import { ALIKE, halfWidth, isAlike, medianOf, ratioOf, sideOf } from './ratio.js';

/** @import {Ratio} from '../types/shapes.js' */

/** The most that half of an interval may be, as a share of its ratio. */
const NARROW = 0.1;

/** @typedef {readonly number[]} Times a series' times, one for each round */

/** Whether a ratio is decided: its interval excludes 1 and is narrow, or lies within 5% of 1.
 * @param {Ratio | null} ratio */
const isDecided = (ratio) => isAlike(ratio) || (sideOf(ratio) !== null && halfWidth(ratio) < NARROW);

/** Whether the interval of a single series' median time is narrow enough.
 * @param {Times} timesMs
 * @param {number} look how many looks were taken, this one included */
export const isTimeDecided = (timesMs, look) => halfWidth(medianOf(timesMs, missesAt(look))) < ALIKE;

/** Whether the ratio of each series over the loop is decided.
 * @param {Times} loopMs
 * @param {readonly Times[]} others
 * @param {number} look how many looks were taken, this one included */
export const areRatiosDecided = (loopMs, others, look) =>
  others.every((timesMs) => isDecided(ratioOf(loopMs, timesMs, true, missesAt(look))));

/** Whether it is decided which of the two fastest series is faster, or that they are equally fast.
 * @param {readonly Times[]} others all series but the loop
 * @param {number} look how many looks were taken, this one included */
export function isRankingDecided(others, look) {
  const [best, second] = [...others].sort((one, other) => median(one) - median(other));
  if (!second) return true;
  const between = ratioOf(second, best, true, missesAt(look) / others.length);
  return sideOf(between) !== null || isAlike(between);
}
