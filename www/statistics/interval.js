// The confidence interval of a series' median, for a given error rate.

import { studentReach } from './student.js';

/** Fewer values have no interval. */
export const FEWEST = 3;

/** The error rate of every interval on the page, over all looks at a growing series: it misses the true value in 5 of 100 cases. */
export const MISSES = 0.05;

/** The error rate of one look: 1/2, 1/6, 1/12, … of the whole rate, which add up to it however many looks there are (alpha spending). So
 * an interval stays valid although one measures until something is decided, or measures longer.
 * @param {number} look from 1 */
export const missesAt = (look) => MISSES / (look * (look + 1));

/** Without assuming a distribution: from the k-th smallest to the k-th largest value. Of too few values for that, by Student's t.
 * @param {readonly number[]} values
 * @param {number} misses the error rate
 * @returns {[number, number] | null} null of fewer than three values */
export function intervalOf(values, misses) {
  const count = values.length;
  if (count < FEWEST) return null;
  const outside = leftOut(count, misses);
  if (outside > 0) {
    const sorted = Float64Array.from(values).sort();
    return [sorted[outside], sorted[count - 1 - outside]];
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const reach = studentReach(count - 1, misses) * Math.sqrt(squares / (count - 1) / count);
  return [mean - reach, mean + reach];
}

/** How many values to leave out at each end. The chance that the median is beyond them is that of so few heads among `count` tosses of a
 * coin.
 * @param {number} count
 * @param {number} misses */
function leftOut(count, misses) {
  let logChance = -count * Math.LN2;
  let chance = 0;
  for (let place = 0; place < count / 2; place += 1) {
    chance += Math.exp(logChance);
    if (2 * chance > misses) return place - 1;
    logChance += Math.log((count - place) / (place + 1));
  }
  return 0;
}
