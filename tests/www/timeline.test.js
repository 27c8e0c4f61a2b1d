import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  blockAt, byLane, createScale, cutOff, growingEnd, laneCount, laneHeight, shares, stretches, ticks,
} from '../../www/timeline/layout.js';

const bar = (lane, startMs, endMs, waits = []) => ({ input: 1, lane, startMs, endMs, waits });
const wait = (kind, startMs, endMs) => ({ for: kind, startMs, endMs });

test('loops have a lane, thread pools one per worker, the others no more than inputs', () => {
  const inputs = [1, 2, 3];
  assert.equal(laneCount({ executor: 'loop', workers: 8, inputs }), 1);
  assert.equal(laneCount({ executor: 'threads', workers: 8, inputs }), 8);
  assert.equal(laneCount({ executor: 'async', workers: 8, inputs }), 3);
  assert.equal(laneCount({ executor: 'javascript', workers: 8, inputs }), 1);
});

test('sixty-four lanes fit and one lane is not fat', () => {
  assert.equal(laneHeight(64), 4);
  assert.equal(laneHeight(1), 20);
});

test('shares of all workers’ time add up', () => {
  const bars = [bar(0, 0, 10, [wait('io', 2, 8)]), bar(1, 0, 5, [wait('lock', 0, 1)])];
  const { computing, lock, io, idle } = shares(bars, 2, 10);
  assert.equal(io, 0.3);
  assert.equal(lock, 0.05);
  assert.equal(idle, 0.25);
  assert.ok(Math.abs(computing + lock + io + idle - 1) < 1e-12);
  assert.deepEqual(shares([], 2, 0), { computing: 0, lock: 0, io: 0, idle: 0 });
});

test('a scale goes there and back', () => {
  const scale = createScale(-10, 90, 500);
  assert.equal(scale.x(0), 50);
  assert.equal(scale.ms(scale.x(42)), 42);
});

test('ticks are round, few, and include zero', () => {
  assert.deepEqual(ticks(0, 60, 6), [0, 10, 20, 30, 40, 50, 60]);
  assert.ok(ticks(-13, 41).includes(0));
  for (const to of [0.003, 1, 7, 40, 4099, 1e6]) {
    const all = ticks(0, to);
    assert.ok(all.length >= 2 && all.length <= 9, `${to}: ${all.length}`);
  }
  assert.deepEqual(ticks(0, 0), []);
  assert.deepEqual(ticks(0, Infinity), []);
});

test('the axis of a running run grows in steps', () => {
  assert.equal(growingEnd(5, 0), 10);
  assert.equal(growingEnd(9.9, 0), 15);
  assert.equal(growingEnd(50, 100), 100);
});

test('the bar under the pointer is found, or the nearest within reach', () => {
  const lane = byLane([bar(0, 20, 30), bar(0, 0, 10), bar(1, 0, 99)], 2)[0];
  assert.equal(blockAt(lane, 5, 0)?.startMs, 0);
  assert.equal(blockAt(lane, 12, 3)?.startMs, 0);
  assert.equal(blockAt(lane, 18, 3)?.startMs, 20);
  assert.equal(blockAt(lane, 15, 3), null);
  assert.equal(blockAt([], 15, 3), null);
});

test('bars in lanes that do not exist are left out', () => {
  assert.deepEqual(byLane([bar(7, 0, 1)], 2), [[], []]);
});

test('a bar is cut off at the moment that is shown', () => {
  const block = bar(0, 10, 30, [wait('io', 12, 28)]);
  assert.equal(cutOff(block, 5), null);
  assert.equal(cutOff(block, 30), block);
  const half = cutOff(block, 20);
  assert.equal(half?.endMs, 20);
  assert.deepEqual(half?.waits, [wait('io', 12, 20)]);
});

test('a bar’s stretches follow each other without a gap', () => {
  const parts = stretches(bar(0, 0, 10, [wait('io', 4, 6), wait('lock', 0, 1)]));
  assert.deepEqual(parts.map(({ kind, startMs, endMs }) => [kind, startMs, endMs]), [
    ['lock', 0, 1], ['compute', 1, 4], ['io', 4, 6], ['compute', 6, 10],
  ]);
  assert.equal(stretches(bar(0, 3, 3)).length, 1);
});
