// What is kept of the repeats of a run.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Repeats } from '../../www/run/repeats.js';
import { typicalRepeat } from '../../www/statistics/median.js';
import { randomFrom } from '../../www/statistics/random.js';

const PARTS = 50;
const FORK_JOIN = { inputs: [34, 35], lanes: 2, slackMs: 0.05 };
const random = randomFrom(3);

/** Goes on with repeats of these times, in which both workers share one input; gives what is kept after each. */
function follow(timesMs, earlier, isSound = () => true) {
  const repeats = new Repeats(FORK_JOIN, earlier);
  const first = (earlier?.timesMs.length ?? 0) + 1;
  return timesMs.map((timeMs, index) => {
    for (let part = 0; part < PARTS; part += 1) {
      const [startMs, endMs] = [part, part + 1].map((place) => (place * timeMs) / PARTS);
      for (const lane of [0, 1]) repeats.add({ repeat: first + index, input: 35, lane, startMs, endMs, waits: [] });
    }
    repeats.close(timeMs, isSound(index));
    return repeats.soFar();
  });
}
const repeatsOf = ({ spans }) => [...new Set(spans.map(({ repeat }) => repeat))];
const times = (count) => Array.from({ length: count }, () => 100 + 10 * random());

test('of a hundred repeats, spans are kept of the one nearest to the median and of the last, whatever came before', () => {
  const timesMs = times(100);
  follow(timesMs).forEach((kept, index) => {
    const shown = typicalRepeat(timesMs.slice(0, index + 1));
    assert.deepEqual(repeatsOf(kept), [...new Set([shown, index + 1])]);
    assert.equal(kept.spans.length, 2 * PARTS * repeatsOf(kept).length);
  });
});

test('each repeat is reduced to facts, and the work of the nine nearest to the median is kept, one stretch for what was split', () => {
  const timesMs = times(100);
  const { facts, work } = follow(timesMs).at(-1);
  assert.deepEqual(facts.map(({ timeMs, sharers, together, criticalPathMs }) => [timeMs, sharers, ...[together.ms, criticalPathMs].map(Math.round)]),
    timesMs.map((ms) => [ms, 2, ...[ms, ms].map(Math.round)]));
  assert.deepEqual(work.map(({ tasks }) => tasks.map(({ parts }) => parts.length)), Array(9).fill([0, 1]));
  assert.equal(work[0].repeat, typicalRepeat(timesMs));
});

test('a repeat in which something failed is no work, and it is shown all the same', () => {
  const kept = follow([10, 20, 30], undefined, (index) => index !== 1).at(-1);
  assert.deepEqual([kept.work.map(({ repeat }) => repeat).sort(), repeatsOf(kept)], [[1, 3], [2, 3]]);
});

test('a run that goes on with another one shows one of both whose spans are there', () => {
  const timesMs = [10, 20, 90];
  const earlier = { ...follow(timesMs).at(-1), timesMs };
  const kept = follow([80, 95, 97], earlier).at(-1);
  assert.deepEqual([kept.facts.length, repeatsOf(kept)], [6, [3, 6]]);
});

test('where times drift all along, what is shown is near the median', () => {
  const up = Array.from({ length: 100 }, (_, index) => 100 + index);
  for (const timesMs of [up, up.toReversed()]) {
    const [shown] = repeatsOf(follow(timesMs).at(-1));
    assert.ok(Math.abs(timesMs[shown - 1] / 149.5 - 1) < 0.05, `${timesMs[shown - 1]}`);
  }
});
