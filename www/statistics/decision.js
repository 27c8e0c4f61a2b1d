// When what is measured is sure enough to stop.

import { missesAt } from './interval.js';
import { median } from './median.js';
import { ALIKE, halfWidth, isAlike, medianOf, ratioOf, sideOf } from './ratio.js';

/** @import {Ratio} from '../types/shapes.js' */

/** How wide half of an interval may be beside its ratio. */
const NARROW = 0.1;

/** @typedef {readonly number[]} Times one for each round */

/** Whether a ratio is known well enough: it is off 1 for sure and narrow, or as good as 1.
 * @param {Ratio | null} ratio */
const isDecided = (ratio) => isAlike(ratio) || (sideOf(ratio) !== null && halfWidth(ratio) < NARROW);

/** Whether a single series' time is known well enough.
 * @param {Times} timesMs
 * @param {number} look how many looks were taken, this one included */
export const isTimeDecided = (timesMs, look) => halfWidth(medianOf(timesMs, missesAt(look))) < ALIKE;

/** Whether it is known for each series how many times as fast as the loop it is.
 * @param {Times} loopMs
 * @param {readonly Times[]} others
 * @param {number} look how many looks were taken, this one included */
export const areRatiosDecided = (loopMs, others, look) =>
  others.every((timesMs) => isDecided(ratioOf(loopMs, timesMs, true, missesAt(look))));

/** Whether it is known which of the two best is the faster one, or that they are alike.
 * @param {readonly Times[]} others than the loop
 * @param {number} look how many looks were taken, this one included */
export function isRankingDecided(others, look) {
  const [best, second] = [...others].sort((one, other) => median(one) - median(other));
  if (!second) return true;
  const between = ratioOf(second, best, true, missesAt(look) / others.length);
  return sideOf(between) !== null || isAlike(between);
}
