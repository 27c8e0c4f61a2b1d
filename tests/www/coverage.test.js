// How often what the page claims is so, in thousands of runs of the real schedule whose truth is known. Seeds are fixed.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { missesAt } from '../../www/statistics/interval.js';
import { randomFrom } from '../../www/statistics/random.js';
import { ratioOf } from '../../www/statistics/ratio.js';
import { describeComparison } from '../../www/words/comparison.js';
import { LATER } from '../../www/words/later.js';
import { follow, planOf } from './fake-schedule.js';

const TRIALS = 4000;

/** A draw from the log-normal distribution (Box and Muller 1958). */
const logNormal = (random, sigma) => Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));

/** How many times as long as usual a repeat takes at each time of a run. */
const even = (sigma) => (random) => () => logNormal(random, sigma);
const slowNowAndThen = (random) => () => logNormal(random, 0.02) * (random() < 0.1 ? 1.5 + 2 * random() : 1);
const drifting = (random) => (atMs) => logNormal(random, 0.02) * (1 + 0.1 * Math.min(1, atMs / 10_000));
const halving = (random, seconds = []) => (atMs) =>
  (seconds[Math.floor(atMs / 1000)] ??= random() < 0.5 ? 1 : 2) * logNormal(random, 0.02);

/** How many of 100 runs are so. */
function shareOf(isSo) {
  let count = 0;
  for (let seed = 1; seed <= TRIALS; seed += 1) count += isSo(randomFrom(seed * 7919)) ? 1 : 0;
  return (100 * count) / TRIALS;
}

/** Compares series whose repeats usually take so long, and measures longer so many times. */
function compare(usualMs, noise, random, longer = 0) {
  const drawn = noise(random);
  let run;
  for (let time = 0; time <= longer; time += 1) {
    run = follow(planOf(usualMs.length, { earlier: run }), { timeOf: (series, _, atMs) => usualMs[series] * drawn(atMs), gapMs: 5, random });
  }
  return run;
}

for (const [under, noise, longer] of [
  ['noise of 1%', even(0.01), 0],
  ['noise of 3%', even(0.03), 0],
  ['noise of 10%', even(0.1), 0],
  ['one slow repeat in ten', slowNowAndThen, 0],
  ['a drift of 10%', drifting, 0],
  ['speed that halves for a second at a time', halving, 0],
  ['noise of 3%, after “Measure longer” three times', even(0.03), 3],
  ['speed that halves, after “Measure longer” three times', halving, 3],
]) {
  test(`with ${under}, the interval at the end holds the true ratio in at least 94 of 100 comparisons`, () => {
    // Where there is no difference, chance can end a run at the moment that suits it.
    for (const truth of longer > 0 ? [1.04] : [1, 1.3]) {
      const held = shareOf((random) => {
        const { times: [loop, own], schedule } = compare([120 * truth, 120], noise, random, longer);
        const { low, high } = ratioOf(loop, own, true, missesAt(schedule.looks));
        return low <= truth && truth <= high;
      });
      assert.ok(held >= 94, `${held} of 100 that are ${truth} times as fast`);
    }
  });
}

test('of 100 comparisons of the loop and six executors that are as fast, at most 5 claim any difference', () => {
  const names = ['loop', 'map', 'async', 'threads', 'fork-join', 'gil', 'processes'];
  for (const noise of [even(0.03), even(0.1), slowNowAndThen, halving]) {
    const claims = shareOf((random) => {
      const { times, schedule } = compare(names.map(() => 300), noise, random);
      const entries = names.map((executor, series) => {
        const beside = schedule.besideOf(series);
        const ratio = beside && ratioOf(beside.timesMs, times[series], true, missesAt(schedule.looks));
        return { record: { executor, timesMs: times[series], beside, ratio, looks: schedule.looks, results: [1] } };
      });
      const said = describeComparison(entries, new Map(entries.map((entry) => [entry.record.executor, entry])));
      return !said.startsWith(LATER.comparison.nothingFaster);
    });
    assert.ok(claims <= 5, `${claims} of 100`);
  }
});

/** How many of 100 intervals of log-normal times, so many of each side, hold the true ratio. */
const heldBy = (loops, owns, sigma, isInRounds) => shareOf((random) => {
  const draw = (count, ms) => Array.from({ length: count }, () => ms * logNormal(random, sigma));
  const { low, high } = ratioOf(draw(loops, 1.5), draw(owns, 1), isInRounds);
  return low <= 1.5 && 1.5 <= high;
});

test('a single look’s interval holds the truth in 94 to 97 of 100 samples: it says no more than it knows, and hardly less', () => {
  for (const count of [3, 5, 8, 9, 12, 30]) {
    const held = heldBy(count, count, 0.05, true);
    assert.ok(held >= 94 && held <= 97, `${held} of 100 with ${count} rounds`);
  }
});

test('of times that belong to no rounds, at least 94 of 100 intervals hold the true ratio', () => {
  for (const [loops, owns] of [[3, 3], [3, 8], [6, 10], [12, 40]]) assert.ok(heldBy(loops, owns, 0.03, false) >= 94, `${loops} and ${owns}`);
});
