// How many times as fast one series of times is as another, and how sure that is.

import { FEWEST, intervalOf, MISSES } from './interval.js';
import { median } from './median.js';

/** @import {Ratio} from '../types/shapes.js' */

/** As fast as each other, for all that matters: give or take so much. */
export const ALIKE = 0.05;

/** The ratio of two series of times with its interval.
 *
 * In turn, each time belongs to the one beside it, which was measured in the same round: what slowed the machine then slowed
 * both. The ratio is the median of the rounds' ratios. Else it is the ratio of the medians.
 * @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn
 * @param {number} [misses] the share of cases in which the interval may miss the true ratio
 * @returns {Ratio | null} null where one side has no time; without an interval where there are fewer than three */
export function ratioOf(over, under, inTurn, misses = MISSES) {
  if (inTurn && over.length !== under.length) throw new RangeError('times in turn come in pairs');
  if (over.length === 0 || under.length === 0) return null;
  const value = inTurn ? median(over.map((time, round) => time / under[round])) : median(over) / median(under);
  if (!Number.isFinite(value) || value === 0) return null;
  // A time of nothing is one that the clock was too coarse for.
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
  // Each side's own interval misses in half of the cases.
  const [above, below] = [over, under].map((times) => intervalOf(times.map(Math.log), misses / 2));
  return above && below && [above[0] - below[1], above[1] - below[0]];
}

/** How sure the median of a series is, as a ratio over a second.
 * @param {readonly number[]} times
 * @param {number} [misses] */
export const medianOf = (times, misses) => ratioOf(times, times.map(() => 1000), true, misses);

/** Half of an interval's width, as a share of the ratio; infinite where there is no interval.
 * @param {Ratio | null} ratio */
export function halfWidth(ratio) {
  return ratio && ratio.low !== null && ratio.high !== null ? (ratio.high - ratio.low) / 2 / ratio.value : Infinity;
}

/** An interval's end, as it is shown: what is said of it must be seen in it.
 * @param {number} end */
const seen = (end) => Number(end.toFixed(2));

/** `above` or `below` one where the whole interval is, else null: then no difference is sure.
 * @param {Ratio | null} ratio
 * @returns {'above' | 'below' | null} */
export function sideOf(ratio) {
  if (ratio === null || ratio.low === null || ratio.high === null) return null;
  return seen(ratio.low) > 1 ? 'above' : seen(ratio.high) < 1 ? 'below' : null;
}

/** Whether both are as fast as each other, give or take 5%.
 * @param {Ratio | null} ratio */
export function isAlike(ratio) {
  return ratio !== null && ratio.low !== null && ratio.high !== null && seen(ratio.low) >= 1 - ALIKE && seen(ratio.high) <= 1 + ALIKE;
}
