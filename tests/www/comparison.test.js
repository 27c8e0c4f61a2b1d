// What a comparison says, and what it leaves unsaid because it can't be told.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { besideLoop, bestOf, controlOf } from '../../www/statistics/comparison.js';
import { ratioOf } from '../../www/statistics/ratio.js';
import { describeComparison } from '../../www/words/comparison.js';
import { describeRatio } from '../../www/words/ratio.js';

const entry = (executor, timesMs, beside = null) => ({
  record: {
    executor, timesMs, beside, ratio: beside && ratioOf(beside.timesMs, timesMs, beside.inTurn), results: [1],
  },
});
/** Times around a mean, ±1%. */
const around = (ms, count = 10, shift = 0) => Array.from({ length: count }, (_, index) => ms * (1 + (((index + shift) % 5) - 2) / 200));
const inTurn = (executor, ownMs, loopMs = 100) =>
  entry(executor, around(ownMs), { timesMs: around(loopMs, 10, 2), inTurn: true });
const mapOf = (...entries) => new Map(entries.map((one) => [one.record.executor, one]));
const loop = entry('loop', around(100, 30));

test('a run is compared with the loop beside it, not with the loop of another moment', () => {
  const threads = inTurn('threads', 50, 120);
  assert.equal(besideLoop(threads, mapOf(loop, threads)).loopMs, 120);
  assert.equal(besideLoop(threads, mapOf(loop, threads)).ratio.value, 2.4);
});

test('a run alone is compared with the last loop, and that is told', () => {
  const alone = entry('threads', around(50));
  const { loopMs, ratio, apart } = besideLoop(alone, mapOf(loop, alone));
  assert.deepEqual([loopMs, ratio.value, apart], [100, 2, true]);
  assert.equal(besideLoop(alone, mapOf(alone)).ratio, null);
});

test('the fastest is named where its interval is above the next', () => {
  const all = [loop, inTurn('threads', 60), inTurn('fork-join', 50)];
  assert.match(describeComparison(all, mapOf(...all)), /^The fastest here: fork-join, 2\.00× as fast as the loop \(/);
  assert.equal(bestOf(all, mapOf(...all)).record.executor, 'fork-join');
});

test('of two that can not be told apart none is called the fastest', () => {
  const all = [loop, inTurn('threads', 50.2), inTurn('fork-join', 50), inTurn('async', 100)];
  const said = describeComparison(all, mapOf(...all));
  assert.doesNotMatch(said, /fastest/);
  assert.match(said, /Between it and threads there is no difference that could be measured here/);
});

test('what does not differ from the loop is not called faster', () => {
  const all = [loop, inTurn('map', 99.8), inTurn('async', 101)];
  assert.match(describeComparison(all, mapOf(...all)), /^Nothing here was faster than the loop/);
  assert.match(describeRatio({ value: 1.02, low: 0.97, high: 1.08 }), /no difference that could be measured/);
});

test('of a loop that is over at once more work is asked for', () => {
  const all = [entry('loop', around(1)), inTurn('threads', 1.01, 1)];
  for (const { record } of all) record.task = 'fib';
  assert.match(describeComparison(all, mapOf(...all)), /as far as could be measured\. The loop takes 1\.00 ms, .* Raise n\.$/);
});

test('one time has no interval, and that is said', () => {
  const all = [entry('loop', [4000]), entry('async', [200], { timesMs: [4000], inTurn: false })];
  assert.match(describeComparison(all, mapOf(...all)), /20\.0× as fast as the loop; one time has no interval/);
});

test('the control is how far the loop is off itself, and above 5% all is in doubt', () => {
  const calm = controlOf(mapOf(loop, inTurn('map', 100, 100), inTurn('threads', 50, 102)));
  assert.deepEqual([calm.leastMs, calm.mostMs, calm.doubtful], [100, 102, false]);
  assert.equal(controlOf(mapOf(loop, inTurn('map', 100, 100), inTurn('threads', 50, 110))).doubtful, true);
});

test('a loop that ran beside fewer than two executors is no control', () => {
  assert.equal(controlOf(mapOf(entry('loop', [4000, 4100]))), null);
  assert.equal(controlOf(mapOf(loop, inTurn('map', 100))), null);
});
