// How sure a ratio is: worked examples, and how often the interval holds the true ratio of drawn samples.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { median } from '../../www/statistics/median.js';
import { halfWidth, isAbove, medianOf, randomFrom, ratioOf, sideOf } from '../../www/statistics/ratio.js';
import { exactSeconds, interval, times } from '../../www/words/format.js';

const random = randomFrom(7);
/** A draw from the normal distribution (Box and Muller 1958). */
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const many = (length, draw) => Array.from({ length }, draw);

/** How many of 100 intervals hold the true ratio. */
function coverage(sample, truth, trials = 600) {
  const held = many(trials, () => ratioOf(...sample())).filter(({ low, high }) => low <= truth && truth <= high);
  return (held.length / trials) * 100;
}

test('a ratio is the quotient of the medians as a table shows them', () => {
  const over = [68.123456, 70.1, 60.2];
  const under = [27.98765, 20, 40];
  const [loop, own] = [median(over), median(under)].map((ms) => parseFloat(exactSeconds(ms)));
  assert.equal(ratioOf(over, under, true).value, (loop * 1000) / (own * 1000));
  assert.equal(times(ratioOf(over, under, true).value), times(loop / own));
});

test('four digits count in a table’s times, however short they are', () => {
  assert.deepEqual([27.98765, 68.1, 4099.4, 0.0123456, 999.96, 0].map(exactSeconds), [
    '0.02799 s', '0.06810 s', '4.099 s', '0.00001235 s', '1.000 s', '0.000 s',
  ]);
});

test('a clock that saw no time pass leaves no interval, and no number that is none', () => {
  assert.deepEqual(ratioOf([100, 100, 0], [100, 100, 100], true), { value: 1, low: null, high: null });
  assert.equal(ratioOf([0, 0, 0, 0, 0], [0, 0, 0, 0, 100], true), null);
});

test('times without noise give a ratio without doubt', () => {
  assert.deepEqual(ratioOf(many(8, () => 30), many(8, () => 15), true), { value: 2, low: 2, high: 2 });
});

test('what slows both of a pair leaves the ratio certain, and doubts it where they are no pairs', () => {
  const under = many(12, (_, index) => (index % 3 ? 10 : 16));
  const over = under.map((time) => time * 2);
  assert.equal(halfWidth(ratioOf(over, under, true)), 0);
  assert.ok(halfWidth(ratioOf(over, under, false)) > 0.1);
});

test('Student’s interval of two pairs is that of the tables', () => {
  // The logarithms of the ratios are 0 and 0.02: mean 0.01, standard error 0.01, and t is 12.706 with one degree of freedom.
  const { low, high } = ratioOf([100, 100 * Math.exp(0.02)], [100, 100], true);
  assert.ok(Math.abs(Math.log(high) - (0.01 + 0.12706)) < 1e-9);
  assert.ok(Math.abs(Math.log(low) - (0.01 - 0.12706)) < 1e-9);
});

test('one time has a ratio, but no interval', () => {
  assert.deepEqual(ratioOf([30], [10], true), { value: 3, low: null, high: null });
  assert.equal(interval(ratioOf([30], [10], true)), 'one time has no interval');
  assert.equal(halfWidth(ratioOf([30], [10], true)), Infinity);
  assert.equal(sideOf(ratioOf([30], [10], true)), null);
});

test('without times there is no ratio, and times in turn must be pairs', () => {
  assert.equal(ratioOf([], [1], false), null);
  assert.equal(ratioOf([1, 1], [0, 0], true), null);
  assert.throws(() => ratioOf([1, 2], [1], true), RangeError);
});

for (const [noise, factor] of [
  ['even noise', () => 1],
  ['a machine that is slower now and then, both of a pair', () => (random() < 0.3 ? 1.6 : 1)],
]) {
  for (const count of [2, 3, 5, 8, 15, 30]) {
    test(`of ${count} pairs with ${noise}, 95 of 100 intervals hold the true ratio`, () => {
      const held = coverage(() => {
        const pairs = many(count, () => {
          const both = 20 * factor();
          return [1.5 * both * Math.exp(0.03 * normal()), both * Math.exp(0.03 * normal())];
        });
        return [pairs.map(([over]) => over), pairs.map(([, under]) => under), true];
      }, 1.5);
      assert.ok(held >= 91, `${held} of 100`);
    });
  }
}

test('of times that are no pairs, as few as two, 95 of 100 intervals hold the true ratio', () => {
  for (const [loops, own] of [[2, 2], [2, 8], [6, 10]]) {
    const held = coverage(() => {
      const draw = (length, mean) => many(length, () => mean * Math.exp(0.03 * normal()));
      return [draw(loops, 4000), draw(own, 200), false];
    }, 20);
    assert.ok(held >= 91, `${loops} and ${own}: ${held} of 100`);
  }
});

test('two that are the same are told apart in no more than 6 of 100 cases', () => {
  const trials = 500;
  const sample = () => many(10, () => 20 * Math.exp(0.03 * normal()));
  const wrong = many(trials, () => sideOf(ratioOf(sample(), sample(), true))).filter((side) => side !== null);
  assert.ok(wrong.length / trials <= 0.06, `${wrong.length} of ${trials}`);
});

test('one ratio is above another only where their intervals have nothing in common', () => {
  const ratio = (low, high) => ({ value: (low + high) / 2, low, high });
  assert.equal(isAbove(ratio(1.9, 2), ratio(1.7, 1.8)), true);
  assert.equal(isAbove(ratio(1.8, 2), ratio(1.7, 1.85)), false);
  assert.equal(isAbove(ratio(1.8, 2), { value: 1, low: null, high: null }), false);
});

test('a time is as sure as its repeats agree', () => {
  assert.equal(halfWidth(medianOf([10, 10, 10, 10, 10])), 0);
  assert.ok(halfWidth(medianOf([8, 9, 10, 11, 12])) > 0.1);
});
