// The chain of bars that made a run as long as it is, on runs that were drawn by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { criticalPath } from '../../www/statistics/critical-path.js';
import { randomFrom } from '../../www/statistics/random.js';

const bar = (input, lane, startMs, endMs, waits = []) => ({ input, lane, startMs, endMs, waits });
const lock = (startMs, endMs) => ({ for: 'lock', startMs, endMs });
const inputs = (chain) => chain.map((link) => link.bar.input);
const lengthOf = (chain) => chain.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

test('a loop’s end waited for all of its bars', () => {
  const chain = criticalPath([bar(1, 0, 0, 10), bar(2, 0, 10.02, 30), bar(3, 0, 30, 70)], 0.05);
  assert.deepEqual(inputs(chain), [1, 2, 3]);
  assert.ok(Math.abs(lengthOf(chain) - 69.98) < 1e-9);
});

for (const [title, bars, waitedFor] of [
  ['of a pool’s lanes the one that ended last counts, back to its start',
    [bar(1, 0, 0, 60), bar(2, 1, 0, 40), bar(3, 1, 40, 55), bar(4, 0, 60, 90), bar(5, 1, 55, 80)], [1, 4]],
  ['what started when another lane’s part ended waited for that', [bar(1, 0, 0, 20), bar(2, 1, 0, 50), bar(3, 0, 50.01, 80)], [2, 3]],
  ['where nothing ended before a bar began, what it waited for is not made up', [bar(1, 0, 0, 10), bar(2, 1, 40, 100)], [2]],
  ['all that waited together has one bar in the chain',
    Array.from({ length: 20 }, (_, lane) => bar(lane, lane, 0, 200 + lane, [{ for: 'io', startMs: 1, endMs: 199 + lane }])), [19]],
  ['a run without bars waited for nothing', [], []],
]) {
  test(title, () => assert.deepEqual(inputs(criticalPath(bars, 0.05)), waitedFor));
}

test('who waited for the lock waited for who held it', () => {
  const bars = [bar(1, 0, 0, 50), bar(2, 1, 0, 90, [lock(0, 50)]), bar(3, 0, 50, 100, [lock(50, 90)])];
  const chain = criticalPath(bars, 0.05);
  assert.deepEqual(chain.map(({ bar: { input }, startMs, endMs }) => [input, startMs, endMs]), [[1, 0, 50], [2, 50, 90], [3, 90, 100]]);
});

test('on any machine it goes from the end back, never twice over the same time, and ends', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomFrom(seed);
    const lanes = 1 + Math.floor(random() * 5);
    const free = Array.from({ length: lanes }, () => 0);
    const bars = [];
    for (let input = 0; input < 40; input += 1) {
      const lane = free.indexOf(Math.min(...free));
      const startMs = free[lane] + random() * 0.04;
      // Some take no time at all, as coarse clocks have it.
      const endMs = startMs + (random() < 0.2 ? 0 : random() * 20);
      bars.push(bar(input, lane, startMs, endMs, random() < 0.3 ? [lock(startMs, (startMs + endMs) / 2)] : []));
      free[lane] = endMs;
    }
    const chain = criticalPath(bars, 0.05);
    assert.equal(chain.at(-1).endMs, Math.max(...bars.map(({ endMs }) => endMs)));
    chain.forEach((link, place) => {
      assert.ok(link.startMs <= link.endMs + 1e-9, `${seed}: ${JSON.stringify(link)}`);
      if (place > 0) assert.ok(chain[place - 1].endMs <= link.startMs + 0.1, `${seed}: they overlap`);
    });
  }
});
