// When a series has been repeated often enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { halfWidth, randomFrom, ratioOf } from '../../www/statistics/ratio.js';
import { expectedRepeats, LEAST, MOST, SPENT_MS, stopOf, SURE } from '../../www/statistics/repeats.js';

const same = (count, time) => Array.from({ length: count }, () => time);

test('a number of repeats means that number', () => {
  assert.equal(stopOf(3, same(2, 10)), null);
  assert.equal(stopOf(3, same(3, 10)), 'asked');
  assert.equal(stopOf(1, [5000]), 'asked');
  assert.equal(expectedRepeats(7, []), 7);
});

test('five that agree are enough, and four are not', () => {
  assert.equal(stopOf('auto', same(LEAST - 1, 10), same(LEAST - 1, 20)), null);
  assert.equal(stopOf('auto', same(LEAST, 10), same(LEAST, 20)), 'sure');
  assert.equal(stopOf('auto', same(LEAST, 10)), 'sure');
});

test('it goes on while the ratio is unsure, until four seconds of work are spent', () => {
  const own = [500, 700, 500, 800, 600, 500];
  const beside = same(6, 900);
  assert.ok(halfWidth(ratioOf(beside, own, true)) > SURE);
  assert.equal(stopOf('auto', own, beside), null);
  assert.equal(stopOf('auto', [...own, 900], [...beside, 900]), 'spent');
});

test('what the loop beside it takes is not spent', () => {
  const own = [100, 140, 100, 160, 120];
  assert.equal(stopOf('auto', own, same(5, SPENT_MS)), null);
});

test('of repeats that take over a second, two are enough', () => {
  assert.equal(stopOf('auto', [1200]), null);
  assert.equal(stopOf('auto', [1200, 1300]), 'long');
  assert.equal(expectedRepeats('auto', [1200]), 2);
});

test('what takes no time that the clock can tell ends after a hundred', () => {
  assert.equal(stopOf('auto', same(MOST - 1, 0)), null);
  assert.equal(stopOf('auto', same(MOST, 0)), 'most');
});

test('where nothing succeeds, nothing is tried again', () => {
  assert.equal(stopOf('auto', [30], [], true), 'empty');
  assert.equal(stopOf(3, [30], [], true), null);
});

test('stopping when sure leaves the interval nearly as true as it says', () => {
  const random = randomFrom(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (const noise of [0.01, 0.03]) {
    const trials = 300;
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const [own, beside] = [[], []];
      do {
        own.push(20 * Math.exp(noise * normal()));
        beside.push(30 * Math.exp(noise * normal()));
      } while (stopOf('auto', own, beside) === null);
      const { low, high } = ratioOf(beside, own, true);
      held += low <= 1.5 && 1.5 <= high ? 1 : 0;
    }
    assert.ok(held / trials >= 0.87, `${held} of ${trials} with noise of ${noise}`);
  }
});

test('how many there will be is told from how sure it is by now', () => {
  assert.equal(expectedRepeats('auto', []), LEAST);
  assert.equal(expectedRepeats('auto', same(5, 10), same(5, 10)), 5);
  const noisy = expectedRepeats('auto', [10, 14, 10, 16, 12], same(5, 20));
  assert.ok(noisy > 20 && noisy <= MOST, String(noisy));
});
