// Intervals against published tables.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { intervalOf, MISSES, missesAt } from '../../www/statistics/interval.js';
import { studentReach } from '../../www/statistics/student.js';

const range = (count) => Array.from({ length: count }, (_, index) => index + 1);

test('Student’s quantiles are those of the tables', () => {
  for (const [misses, row] of [
    [0.05, [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]],
    [0.01, [63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169]],
  ]) row.forEach((reach, index) => assert.equal(Number(studentReach(index + 1, misses).toFixed(3)), reach));
  assert.deepEqual([studentReach(30, 0.05).toFixed(3), studentReach(2, 0.001).toFixed(2)], ['2.042', '31.60']);
});

test('of so many values the interval of the median is from the k-th smallest to the k-th largest, as in the tables', () => {
  for (const [count, k] of [[9, 2], [12, 3], [15, 4], [20, 6], [25, 8], [30, 10], [50, 18], [100, 40]]) {
    const shuffled = range(count).map((place) => ((place * 7) % count) + 1);
    assert.deepEqual(intervalOf(shuffled, 0.05), [k, count + 1 - k], `${count} values`);
  }
});

test('it is the narrowest that misses in no more cases than are allowed, by the sum of all tosses', () => {
  /** How often the median is beyond the k-th of so many values. */
  function missing(count, k) {
    let [ways, sum] = [1, 0];
    for (let place = 0; place < k; place += 1) {
      sum += ways;
      ways = (ways * (count - place)) / (place + 1);
    }
    return (2 * sum) / 2 ** count;
  }
  for (let count = 9; count <= 100; count += 1) {
    for (const misses of [0.05, 0.025, 0.01, 0.002].filter((one) => missing(count, 2) <= one)) {
      const [low, high] = intervalOf(range(count), misses);
      assert.ok(missing(count, low) <= misses && missing(count, low + 1) > misses, `${count} values, ${misses}: ${low}`);
      assert.equal(high, count + 1 - low);
    }
  }
});

test('of values too few to leave out the outermost ones it is Student’s, and fewer than three have none', () => {
  const ends = (values) => intervalOf(values, 0.05)?.map((end) => end.toFixed(3));
  // Mean 3, standard error 0.7071, t = 2.776 with four degrees of freedom; mean 4.5, standard error 0.8660, t = 2.365 with seven.
  assert.deepEqual([ends([5, 1, 3, 2, 4]), ends(range(8))], [['1.037', '4.963'], ['2.452', '6.548']]);
  assert.deepEqual([[], [1], [1, 1], [1, 1, 1]].map((values) => intervalOf(values, 0.05)), [null, null, null, [1, 1]]);
});

test('all looks together miss in 5 of 100 cases, however many there are', () => {
  const sum = range(10_000).reduce((all, look) => all + missesAt(look), 0);
  assert.ok(sum < MISSES && sum > 0.04999, String(sum));
  assert.deepEqual([MISSES, missesAt(1)], [0.05, 0.025]);
});
