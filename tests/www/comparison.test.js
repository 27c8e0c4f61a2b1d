// What a comparison says, and what it leaves unsaid because it can't be told.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareWithLoop, bestOf, ratioBetween } from '../../www/statistics/comparison.js';
import { missesAt } from '../../www/statistics/interval.js';
import { ratioOf } from '../../www/statistics/ratio.js';
import { describeComparison } from '../../www/words/comparison.js';
import { describeRatio } from '../../www/words/ratio.js';
import { describeSoFar } from '../../www/words/so-far.js';

function entry(executor, timesMs, loopMs = null, looks = 1) {
  const ratio = loopMs && ratioOf(loopMs, timesMs, true, missesAt(looks));
  return { record: { executor, timesMs, looks, beside: loopMs && { timesMs: loopMs, inTurn: true }, ratio, results: [1], sharedTotals: [] } };
}
/** Times around a mean, ±1%. */
const around = (ms, count = 10, shift = 0) => Array.from({ length: count }, (_, index) => ms * (1 + (((index + shift) % 5) - 2) / 200));
const mapOf = (...entries) => new Map(entries.map((one) => [one.record.executor, one]));
const say = (...all) => describeComparison(all, mapOf(...all));
/** The loop of 100 ms and executors that ran in the same rounds. Each differs from the loop in other rounds than the others. */
const rounds = (count, times) =>
  [entry('loop', around(100, count)), ...Object.entries(times).map(([name, ms], place) => entry(name, around(ms, count, place + 1), around(100, count)))];

test('a run is compared with the loop beside it, not with the loop of another moment', () => {
  const threads = entry('threads', around(50), around(120));
  const { loopMs, ratio, apart } = compareWithLoop(threads, mapOf(entry('loop', around(100)), threads));
  assert.deepEqual([loopMs, ratio.value.toFixed(9), apart], [120, '2.400000000', false]);
});

test('a run alone is compared with the last loop, and that is told', () => {
  const alone = entry('threads', around(50));
  const { loopMs, ratio, apart } = compareWithLoop(alone, mapOf(entry('loop', around(100, 30)), alone));
  assert.deepEqual([loopMs, ratio.value, apart], [100, 2, true]);
  assert.equal(compareWithLoop(alone, mapOf(alone)).ratio, null);
});

test('the fastest is named where its interval beside the next is above one', () => {
  const all = rounds(10, { threads: 60, 'fork-join': 50 });
  assert.match(say(...all), /^The fastest here: fork-join ran 1\.98× as fast as the loop \(95% CI 1\.97 to 2\.03, adjusted for 2 comparisons\)\.$/);
  assert.equal(bestOf(all, mapOf(...all)).record.executor, 'fork-join');
});

for (const [title, times, said] of [
  ['of two that are alike none is called the fastest', { 'fork-join': 50, threads: 50 }, /^\S+ ran .*\. The lead over (threads|fork-join) is too small to be certain\.$/],
  ['of three that are alike none is called the fastest', { 'fork-join': 50, threads: 50, map: 50 }, /^Map ran 2\.02× as fast .*\. The lead over fork-join and threads is too small to be certain\.$/],
  ['what is as fast as the loop is not called faster', { map: 99.8, async: 101 }, /^Nothing here was measurably faster than the loop\. The best, map, ran as fast as the loop, to within 5%\.$/],
  ['what is slower than the loop is not called the best', { map: 150, async: 140 }, /^Nothing here was measurably faster than the loop\.$/],
]) {
  test(title, () => {
    const text = say(...rounds(30, times));
    assert.match(text, said);
    assert.doesNotMatch(text, /fastest/);
  });
}

test('of two that can’t be told apart none is called the fastest', () => {
  const noisy = Array.from({ length: 10 }, (_, round) => (round % 2 ? 45 : 58));
  const text = say(entry('threads', around(50), around(100)), entry('fork-join', noisy, around(100)));
  assert.match(text, /^Threads ran 2\.00× as fast as the loop .*\. The lead over fork-join is too small to be certain\.$/);
});

test('before three rounds there is no interval and nothing is faster', () => {
  const [one, two, three] = [1, 2, 3].map((count) => say(...rounds(count, { threads: 50, map: 80 })));
  assert.equal(one, 'Threads ran 1.99× as fast as the loop, based on a single run of each.');
  assert.equal(two, 'Threads ran 1.99× as fast as the loop, based on 2 runs of each.');
  assert.match(three, /^The fastest here: threads/);
});

test('what is said of the best of several allows for each of them', () => {
  // The logarithms’ mean is 0.05 and their standard error 0.0058: t is 6.2 for one of two degrees of freedom, and 15.4 for the best of six.
  const best = [1.041, 1.051, 1.062].map((ratio) => 100 / ratio);
  const [threads, ...others] = ['threads', 'map', 'async', 'gil', 'fork-join', 'processes'].map((name) =>
    entry(name, name === 'threads' ? best : [130, 131, 129], [100, 100, 100]));
  assert.match(say(threads), /^Threads ran 1\.05× as fast as the loop \(95% CI 1\.01 to 1\.\d\d\)\.$/);
  assert.match(say(threads, ...others), /^Nothing here was measurably faster/);
});

test('of a loop that is over at once more work is asked for', () => {
  const all = [entry('loop', around(1)), entry('threads', around(1.01), around(1))];
  for (const { record } of all) record.task = 'fib';
  assert.match(say(...all, all[1]), /measurably faster.*The loop takes 1\.00\sms, .* Use a larger n\.$/);
});

test('two of the same rounds are compared round by round, and two of other rounds by their medians', () => {
  const noisy = [1, 2, 1, 2, 1, 2].map((factor) => factor * 100);
  const half = noisy.map((ms) => ms / 2);
  const [one, other] = [entry('threads', half, noisy), entry('map', noisy, noisy)];
  assert.deepEqual(ratioBetween(one, other, new Map()), { value: 2, low: 2, high: 2 });
  const apart = ratioBetween(one, entry('map', noisy, half), new Map());
  assert.ok(apart.low < 1 && apart.high > 3, JSON.stringify(apart));
});

test('the more often one looked, and the more are compared, the wider is the interval', () => {
  const at = (looks) => ['threads', 'map'].map((name, shift) => entry(name, around(50, 4, shift), around(100, 4), looks));
  const [first, later, ofSix] = [[1], [4], [1, 6]].map(([looks, claims]) => ratioBetween(...at(looks), new Map(), claims));
  for (const wider of [later, ofSix]) assert.ok(wider.low < first.low && wider.high > first.high);
});

for (const [ratio, about, said] of [
  [{ value: 3, low: null, high: null }, {}, 'threads ran 3.00× as fast as the loop, based on a single run of each.'],
  [{ value: 3, low: null, high: null }, { rounds: 5 }, 'threads ran 3.00× as fast as the loop.'],
  [{ value: 1.9, low: 1.8, high: 2 }, { over: 'gil' }, 'threads ran 1.90× as fast as threads with a GIL (95% CI 1.80 to 2.00).'],
  [{ value: 0.5, low: 0.4, high: 0.6 }, {}, 'threads ran 0.50× as fast as the loop (95% CI 0.40 to 0.60).'],
  [{ value: 1.9, low: 1.8, high: 2 }, { claims: 4 }, 'threads ran 1.90× as fast as the loop (95% CI 1.80 to 2.00, adjusted for 4 comparisons).'],
  [{ value: 1, low: 0.96, high: 1.04 }, {}, 'threads ran as fast as the loop, to within 5% (95% CI 0.96 to 1.04).'],
  [{ value: 1.02, low: 1.01, high: 1.03 }, {}, 'threads ran 1.02× as fast as the loop, a difference of less than 5% (95% CI 1.01 to 1.03).'],
  [{ value: 1.1, low: 0.9, high: 1.3 }, {}, 'there was no measurable difference between threads and the loop (95% CI 0.90 to 1.30).'],
  [null, {}, ''],
]) {
  test(`a ratio of ${ratio?.low ?? '…'} to ${ratio?.high ?? '…'} is said as “${said}”`, () => assert.equal(describeRatio('threads', ratio, about), said));
}

test('what brought no result is neither compared nor the best', () => {
  const all = rounds(3, { threads: 50 });
  const { record } = entry('async', [1], [100]);
  const withFailed = [...all, { record: { ...record, results: [null], stop: 'empty' } }];
  assert.equal(say(...withFailed), say(...all));
  assert.equal(bestOf(withFailed, mapOf(...withFailed)).record.executor, 'threads');
});

test('what is known so far says after how many rounds, and of nothing nothing', () => {
  assert.deepEqual([1, 5].map((count) => describeSoFar('So.', count)), ['So far (1 round): So.', 'So far (5 rounds): So.']);
  assert.equal(describeSoFar('', 1), '');
});
