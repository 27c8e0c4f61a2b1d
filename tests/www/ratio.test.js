// How sure a ratio is: worked examples.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { halfWidth, isAlike, ratioOf, sideOf } from '../../www/statistics/ratio.js';
import { interval } from '../../www/words/format.js';

const many = (length, draw) => Array.from({ length }, draw);

test('in the same rounds a ratio is the median of the rounds’ ratios, else that of the medians', () => {
  const [over, under] = [[10, 40, 30], [10, 10, 20]];
  assert.deepEqual([true, false].map((inTurn) => ratioOf(over, under, inTurn).value), [1.5, 3]);
});

test('a clock that saw no time pass leaves no interval, and no number that is none', () => {
  assert.deepEqual(ratioOf([100, 100, 0], [100, 100, 100], true), { value: 1, low: null, high: null });
  assert.equal(ratioOf([0, 0, 0, 0, 0], [0, 0, 0, 0, 100], false), null);
  assert.equal(ratioOf([1, 1], [0, 0], true), null);
});

test('what slows both in a round leaves the ratio certain, and doubts it where they ran apart', () => {
  const under = many(12, (_, index) => (index % 3 ? 10 : 16));
  const over = under.map((time) => time * 2);
  assert.deepEqual(ratioOf(over, under, true), { value: 2, low: 2, high: 2 });
  assert.ok(halfWidth(ratioOf(over, under, false)) > 0.1);
});

test('a ratio’s interval is that of the rounds’ logarithms, and wider the less it may miss', () => {
  // The logarithms are 0, 0.02 and 0.04: standard error 0.011547; t is 4.303 at 5% and 6.205 at 2.5% with two degrees of freedom.
  const ends = (misses, isInRounds = true) => {
    const { low, high } = ratioOf([0, 0.02, 0.04].map((log) => 100 * Math.exp(log)), many(3, () => 100), isInRounds, misses);
    return [low, high].map((end) => Math.log(end).toFixed(4));
  };
  assert.deepEqual([ends(0.05), ends(0.025)], [['-0.0297', '0.0697'], ['-0.0517', '0.0917']]);
  assert.deepEqual(ends(0.05, false), ends(0.025), 'of two separate series each may miss in half of the cases');
});

test('fewer than three times have a ratio, but no interval, none at all has none, and times of rounds must be pairs', () => {
  for (const [over, under, isInRounds] of [[[30], [10], true], [[30, 30], [10, 10], true], [[30, 30, 30], [10, 10], false]]) {
    const ratio = ratioOf(over, under, isInRounds);
    assert.deepEqual(ratio, { value: 3, low: null, high: null });
    assert.deepEqual([interval(ratio), halfWidth(ratio), sideOf(ratio), isAlike(ratio)], ['no interval yet', Infinity, null, false]);
  }
  assert.deepEqual([ratioOf([], [1], false), sideOf(null), isAlike(null)], [null, null, false]);
  assert.throws(() => ratioOf([1, 2], [1], true), RangeError);
});

test('what is said of an interval is seen in its two digits', () => {
  for (const [low, high, side, alike] of [
    [1.006, 1.2, 'above', false], [1.004, 1.2, null, false], [0.8, 0.994, 'below', false], [0.8, 0.996, null, false],
    [0.946, 1.054, null, true], [0.944, 1.02, null, false], [0.98, 1.056, null, false], [1.01, 1.03, 'above', true], [0.96, 0.99, 'below', true],
  ]) {
    const ratio = { value: (low + high) / 2, low, high };
    assert.deepEqual([sideOf(ratio), isAlike(ratio)], [side, alike], `${low} to ${high}`);
  }
});
