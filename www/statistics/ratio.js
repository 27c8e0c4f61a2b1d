// The ratio of two series of times, with its confidence interval.

import { FEWEST, intervalOf, MISSES } from './interval.js';
import { median } from './median.js';

/** @import {Ratio} from '../types/shapes.js' */

/** Ratios this near to 1 count as equally fast. */
export const ALIKE = 0.05;

/** The ratio of two series of times with its interval.
 *
 * In turn: times of the same place were measured in the same round, so what slowed the machine then slowed both, and the ratio is the
 * median of the rounds' ratios. Else it is the ratio of the medians.
 * @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn
 * @param {number} [misses] the interval's error rate
 * @returns {Ratio | null} null where one side has no time; without an interval where there are fewer than three */
export function ratioOf(over, under, inTurn, misses = MISSES) {
  if (inTurn && over.length !== under.length) throw new RangeError('times in turn come in pairs');
  if (over.length === 0 || under.length === 0) return null;
  const value = inTurn ? median(over.map((time, round) => time / under[round])) : median(over) / median(under);
  if (!Number.isFinite(value) || value === 0) return null;
  // The clock was too coarse for a time of 0, and the logarithm of 0 is infinite.
  const isKnown = Math.min(over.length, under.length) >= FEWEST && [...over, ...under].every((time) => time > 0);
  const ends = isKnown ? logInterval(over, under, inTurn, misses) : null;
  if (!ends) return { value, low: null, high: null };
  return { value, low: Math.min(Math.exp(ends[0]), value), high: Math.max(Math.exp(ends[1]), value) };
}

/** @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn
 * @param {number} misses */
function logInterval(over, under, inTurn, misses) {
  if (inTurn) return intervalOf(over.map((time, round) => Math.log(time / under[round])), misses);
  // Two intervals have to hold, so each gets half of the error rate.
  const [above, below] = [over, under].map((times) => intervalOf(times.map(Math.log), misses / 2));
  return above && below && [above[0] - below[1], above[1] - below[0]];
}

/** The median of a series with its interval, as a ratio over a second.
 * @param {readonly number[]} times
 * @param {number} [misses] */
export const medianOf = (times, misses) => ratioOf(times, times.map(() => 1000), true, misses);

/** Half of an interval's width as a share of its ratio; infinite without an interval.
 * @param {Ratio | null} ratio */
export function halfWidth(ratio) {
  return ratio && ratio.low !== null && ratio.high !== null ? (ratio.high - ratio.low) / 2 / ratio.value : Infinity;
}

/** An interval's end rounded as it is shown, so that no sentence contradicts the figures beside it.
 * @param {number} end */
const rounded = (end) => Number(end.toFixed(2));

/** On which side of 1 the whole interval lies; null if it reaches 1, so that no difference is certain.
 * @param {Ratio | null} ratio
 * @returns {'above' | 'below' | null} */
export function sideOf(ratio) {
  if (ratio === null || ratio.low === null || ratio.high === null) return null;
  return rounded(ratio.low) > 1 ? 'above' : rounded(ratio.high) < 1 ? 'below' : null;
}

/** Whether the whole interval lies within 5% of 1.
 * @param {Ratio | null} ratio */
export function isAlike(ratio) {
  return ratio !== null && ratio.low !== null && ratio.high !== null && rounded(ratio.low) >= 1 - ALIKE && rounded(ratio.high) <= 1 + ALIKE;
}
