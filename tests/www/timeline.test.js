import assert from 'node:assert/strict';
import { test } from 'node:test';

import { laneCount } from '../../www/settings/job.js';
import { shares, stretches } from '../../www/statistics/bars.js';
import { blockAt, byLane, createScale, cutOff, growingEnd, laneHeights, ticks } from '../../www/timeline/layout.js';

const bar = (lane, startMs, endMs, waits = []) => ({ input: 1, lane, startMs, endMs, waits });
const wait = (kind, startMs, endMs) => ({ for: kind, startMs, endMs });

test('loops have a lane, thread pools one per worker, the others no more than inputs', () => {
  const lanes = ['loop', 'threads', 'async', 'javascript'].map((executor) => laneCount({ executor, workers: 8, inputs: [1, 2, 3] }));
  assert.deepEqual(lanes, [1, 8, 3, 1]);
});

test('lanes share the room that is there, and few of them are not fat', () => {
  assert.deepEqual(laneHeights([1], 400, 24), [40]);
  assert.deepEqual(laneHeights([1, 2, 2], 400, 24), [40, 40, 40]);
  assert.deepEqual(laneHeights([1, 20], 400, 24), [16.75, 16.75]);
  assert.deepEqual(laneHeights([1, 20], 150, 24), [12, 4.5], 'a single lane stays visible');
  for (const lanes of [[1, 1, 2, 2, 2, 2, 2], [1, 1, 20, 20, 20, 20], [1, 64]]) {
    const heights = laneHeights(lanes, 400, 24);
    const used = lanes.reduce((sum, count, place) => sum + 24 + count * heights[place], 0);
    assert.ok(used <= 400 && used > 200, `${lanes}: ${used}`);
  }
  assert.deepEqual(laneHeights([64, 64, 1], 100, 24), [1, 1, 9.25], 'none is invisible');
});

test('shares of all workers’ time add up', () => {
  const bars = [bar(0, 0, 10, [wait('io', 2, 8)]), bar(1, 0, 5, [wait('lock', 0, 1)])];
  const { computing, lock, io, idle } = shares(bars, 2, 10);
  assert.deepEqual([io, lock, idle], [0.3, 0.05, 0.25]);
  assert.ok(Math.abs(computing + lock + io + idle - 1) < 1e-12);
  assert.deepEqual(shares([], 2, 0), { computing: 0, lock: 0, io: 0, idle: 0 });
});

test('a scale goes there and back', () => {
  const scale = createScale(-10, 90, 500);
  assert.deepEqual([scale.x(0), scale.ms(scale.x(42))], [50, 42]);
});

test('ticks are round, few, and include zero', () => {
  assert.deepEqual(ticks(0, 60, 6), [0, 10, 20, 30, 40, 50, 60]);
  assert.ok(ticks(-13, 41).includes(0));
  for (const to of [0.003, 1, 7, 40, 4099, 1e6]) {
    const all = ticks(0, to);
    assert.ok(all.length >= 2 && all.length <= 9, `${to}: ${all.length}`);
  }
  assert.deepEqual([ticks(0, 0), ticks(0, Infinity)], [[], []]);
});

test('the axis of a running run grows in steps', () =>
  assert.deepEqual([growingEnd(5, 0), growingEnd(9.9, 0), growingEnd(50, 100)], [10, 15, 100]));

test('the bar under the pointer is found, or the nearest within reach', () => {
  const lane = byLane([bar(0, 20, 30), bar(0, 0, 10), bar(1, 0, 99)], 2)[0];
  assert.deepEqual([[5, 0], [12, 3], [18, 3]].map(([atMs, reach]) => blockAt(lane, atMs, reach)?.startMs), [0, 0, 20]);
  assert.deepEqual([blockAt(lane, 15, 3), blockAt([], 15, 3)], [null, null]);
});

test('bars in lanes that do not exist are left out', () => assert.deepEqual(byLane([bar(7, 0, 1)], 2), [[], []]));

test('a bar is cut off at the moment that is shown', () => {
  const block = bar(0, 10, 30, [wait('io', 12, 28)]);
  assert.deepEqual([5, 20, 30].map((atMs) => cutOff(block, atMs)), [null, { ...block, endMs: 20, waits: [wait('io', 12, 20)] }, block]);
});

test('a bar’s stretches follow each other without a gap', () => {
  const parts = stretches(bar(0, 0, 10, [wait('io', 4, 6), wait('lock', 0, 1)]));
  assert.deepEqual(parts.map(({ kind, startMs, endMs }) => [kind, startMs, endMs]), [
    ['lock', 0, 1], ['compute', 1, 4], ['io', 4, 6], ['compute', 6, 10],
  ]);
  assert.equal(stretches(bar(0, 3, 3)).length, 1);
});
