// How many times as fast one series of times is as another, and how sure that is.

import { median } from './median.js';
import { shown } from './rounding.js';

/** @import {Ratio} from '../types/shapes.js' */

/** How often the times are drawn anew. */
const RESAMPLES = 1000;

/** Of fewer times than that, drawing anew gives intervals that are too narrow: of two, both ends lie between them. */
const ENOUGH_TO_RESAMPLE = 5;

/** Student's t for 95%, by degrees of freedom from 1. */
const STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/** The ratio of the medians, each as it is shown in a table, so that a reader who divides gets the same; with the interval
 * that holds the true ratio in 95 of 100 cases. An interval needs two times on each side, and none of nothing.
 * @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn each time belongs to the one beside it, since both were measured at nearly the same moment: what
 *   slowed the machine then slowed both
 * @returns {Ratio | null} null where one side has no time */
export function ratioOf(over, under, inTurn) {
  if (inTurn && over.length !== under.length) throw new RangeError('times in turn come in pairs');
  if (over.length === 0 || under.length === 0) return null;
  const value = shown(median(over)) / shown(median(under));
  if (!Number.isFinite(value) || value === 0) return null;
  const fewest = Math.min(over.length, under.length);
  // A time of nothing is one that the clock was too coarse for.
  const isKnown = [...over, ...under].every((time) => time > 0);
  if (fewest < 2 || !isKnown) return { value, low: null, high: null };
  const [low, high] = fewest < ENOUGH_TO_RESAMPLE ? byStudent(over, under, inTurn) : byResampling(over, under, inTurn);
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** How sure the median of a series is.
 * @param {readonly number[]} times */
export const medianOf = (times) => ratioOf(times, times.map(() => 1000), true);

/** Half of an interval's width, as a share of the ratio; infinite where there is no interval.
 * @param {Ratio | null} ratio */
export function halfWidth(ratio) {
  return ratio && ratio.low !== null && ratio.high !== null ? (ratio.high - ratio.low) / 2 / ratio.value : Infinity;
}

/** An interval's end, as it is shown: what is said of it must be seen in it.
 * @param {number} end */
const seen = (end) => Number(end.toFixed(2));

/** `above` or `below` one where the whole interval is, else null: then there is no difference that could be measured.
 * @param {Ratio | null} ratio
 * @returns {'above' | 'below' | null} */
export function sideOf(ratio) {
  if (ratio === null || ratio.low === null || ratio.high === null) return null;
  return seen(ratio.low) > 1 ? 'above' : seen(ratio.high) < 1 ? 'below' : null;
}

/** Whether one ratio is above another for sure: their intervals have nothing in common.
 * @param {Ratio | null} ratio
 * @param {Ratio | null} other */
export function isAbove(ratio, other) {
  if (ratio === null || other === null || ratio.low === null || other.high === null) return false;
  return seen(ratio.low) > seen(other.high);
}

/** The bootstrap's percentiles: draws as many times as there were, with repetition, pairs together.
 * @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn
 * @returns {[number, number]} */
function byResampling(over, under, inTurn) {
  const random = randomFrom(over.length);
  const drawnOver = new Float64Array(over.length);
  const drawnUnder = new Float64Array(under.length);
  const ratios = Float64Array.from({ length: RESAMPLES }, () => {
    for (let place = 0; place < over.length; place += 1) {
      const index = Math.floor(random() * over.length);
      drawnOver[place] = over[index];
      if (inTurn) drawnUnder[place] = under[index];
    }
    if (!inTurn) drawnUnder.forEach((_, place) => (drawnUnder[place] = under[Math.floor(random() * under.length)]));
    return median(drawnOver) / median(drawnUnder);
  }).sort();
  return [ratios[Math.floor(RESAMPLES * 0.025)], ratios[Math.ceil(RESAMPLES * 0.975) - 1]];
}

/** Student's interval of the mean of the ratios' logarithms, or of the difference of the means (Welch 1947).
 * @param {readonly number[]} over
 * @param {readonly number[]} under
 * @param {boolean} inTurn
 * @returns {[number, number]} */
function byStudent(over, under, inTurn) {
  const logs = /** @param {readonly number[]} times */ (times) => times.map(Math.log);
  if (inTurn) {
    const { mean, error } = momentsOf(logs(over.map((time, index) => time / under[index])));
    return around(mean, error, over.length - 1);
  }
  const [one, other] = [momentsOf(logs(over)), momentsOf(logs(under))];
  const error = Math.hypot(one.error, other.error);
  const freedom = error ** 4 / (one.error ** 4 / (over.length - 1) + other.error ** 4 / (under.length - 1));
  return around(one.mean - other.mean, error, Math.floor(freedom) || 1);
}

/** @param {number} mean
 * @param {number} error
 * @param {number} freedom
 * @returns {[number, number]} */
function around(mean, error, freedom) {
  const reach = STUDENT[Math.min(freedom, STUDENT.length) - 1] * error;
  return [Math.exp(mean - reach), Math.exp(mean + reach)];
}

/** The mean and its standard error.
 * @param {readonly number[]} values two or more */
function momentsOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Numbers from 0 to 1 that look random, the same ones each time: Mulberry32 by Tommy Ettinger, in the public domain.
 * @param {number} seed */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
