// The interval of the middle of a series: where its true median is, unless chance misses by more than a given share of cases.

import { studentReach } from './student.js';

/** Of fewer values an interval says nothing. */
export const FEWEST = 3;

/** In how many of a hundred cases an interval may miss, however often one looks. */
export const MISSES = 0.05;

/** What may be missed at a look, from the first one on: 1/2, 1/6, 1/12, … of all, which add up to all of it however many there
 * are. So going on until something is sure, or measuring longer, doesn't make an interval claim too much.
 * @param {number} look from 1 */
export const missesAt = (look) => MISSES / (look * (look + 1));

/** Without a distribution: from the k-th smallest to the k-th largest value. Where too few values are there to leave out the outermost
 * ones, by Student's t.
 * @param {readonly number[]} values
 * @param {number} misses the share of cases in which it may miss
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

/** How many values may be left out on each side: the median is beyond so many with a chance that tosses of a coin have.
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
