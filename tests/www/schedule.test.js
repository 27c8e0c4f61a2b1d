// What a run repeats, in which order and until when.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { follow, only, planOf } from './fake-schedule.js';

/** Times that never get sure: a series is fast in one round and slow in the next, and every round takes as long. */
const unsure = (ms) => (series, round) => ms * ((series + round) % 2 ? 1.5 : 0.5);
const steady = (ms) => () => ms;
/** Each series' usual time, and by what share it goes up and down from round to round. */
const waves = (...series) => (place, round) => series[place][0] * (1 + series[place][1] * ((round % 3) - 1));
const sweep = (count) => planOf(count, { purpose: 'sweep' });
/** Has a series break, or bring no result, from that round on. */
const fate = (what, series, from = 1) => (other, round) => (other === series && round >= from ? what : undefined);
const lengths = ({ times }) => times.map(({ length }) => length);

test('each round runs every series once, in an order drawn anew', () => {
  const repeats = only('repeat', follow(planOf(4, { repeats: 12 }), { timeOf: steady(10) }));
  const rounds = Array.from({ length: 12 }, (_, made) => repeats.filter(({ rounds: before }) => before === made).map(({ series }) => series));
  for (const round of rounds) assert.deepEqual(round.toSorted(), [0, 1, 2, 3]);
  assert.ok(new Set(rounds.map(String)).size > 6, rounds.join(' | '));
  assert.equal(new Set(rounds.map(([first]) => first)).size, 4, 'each is the first now and then');
});

test('all series start before the first round and end after the last', () => {
  const { steps } = follow(planOf(3, { repeats: 2 }), { timeOf: steady(10) });
  const done = steps.filter(({ what }) => what !== 'look').map(({ what, series }) => (what === 'repeat' ? what : `${what} ${series}`));
  assert.deepEqual(done, ['start 0', 'start 1', 'start 2', ...Array(6).fill('repeat'), 'end 0', 'end 1', 'end 2']);
});

for (const [title, plan, timeOf, rounds, stop] of [
  ['a run begins no repeat that would end after 4 s', planOf(1), unsure(300), 13, 'spent'],
  ['a run of repeats of which three don’t fit into 4 s has one', planOf(1), unsure(1400), 1, 'slow'],
  ['a comparison begins no round that would end after 10 s', planOf(2), unsure(300), 16, 'spent'],
  ['a sweep begins no round that would end after 15 s', sweep(4), unsure(500), 7, 'spent'],
  ['a comparison whose three rounds fit into 24 s has three', planOf(2), unsure(4000), 3, 'spent'],
  ['a comparison whose three rounds don’t fit into 24 s has one', planOf(2), unsure(4010), 1, 'slow'],
  ['a comparison whose second round takes far longer has no third', planOf(2), (_, round) => (round > 1 ? 12_000 : 2000), 2, 'spent'],
  ['so many repeats mean so many rounds, however long they take', planOf(2, { repeats: 5 }), unsure(9000), 5, 'asked'],
  ['repeats that take no time that the clock can tell end after a hundred', planOf(2), steady(0), 100, 'most'],
  ['one job again runs once', planOf(1, { purpose: 'retry', repeats: 1 }), steady(10_000), 1, 'asked'],
  ['a run whose time is known to 5% is over', planOf(1), waves([100, 0.01]), 3, 'sure'],
  ['a run whose time isn’t goes on', planOf(1), waves([100, 0.02]), 5, 'sure'],
  ['ratios known to 10%, of which the best is apart from the next, are enough', planOf(3), waves([90, 0], [50, 0.01], [45, 0.01]), 3, 'sure'],
  ['series that are as fast as the loop, give or take 5%, are enough', planOf(3), waves([90, 0], [90, 0.01], [90, 0.01]), 3, 'sure'],
  ['a ratio that isn’t known to 10% goes on', planOf(3), waves([90, 0], [50, 0.04], [20, 0]), 5, 'sure'],
  ['two best that can’t be told apart go on', planOf(3), waves([90, 0], [50, 0.02], [50, -0.02]), 12, 'sure'],
  ['of a sweep it need not be told which is the best', sweep(3), waves([90, 0], [50, 0.02], [50, -0.02]), 3, 'sure'],
]) {
  test(title, () => {
    const { schedule } = follow(plan, { timeOf });
    assert.deepEqual([schedule.rounds, ...plan.series.map((_, series) => schedule.stopOf(series))], [rounds, ...plan.series.map(() => stop)]);
  });
}

test('a series without results is left out, unless its repeats were counted', () => {
  const auto = follow(planOf(3), { timeOf: unsure(500), fateOf: fate('empty', 2) });
  assert.deepEqual(lengths(auto), [9, 9, 1]);
  assert.deepEqual([0, 1, 2].map((series) => auto.schedule.stopOf(series)), ['spent', 'spent', 'empty']);
  const counted = follow(planOf(3, { repeats: 4 }), { timeOf: unsure(500), fateOf: fate('empty', 2) });
  assert.deepEqual([...lengths(counted), counted.schedule.stopOf(2)], [4, 4, 4, 'asked']);
  assert.equal(follow(planOf(2), { timeOf: steady(10), fateOf: () => 'empty' }).schedule.rounds, 1);
});

for (const [broken, round, times, beside] of [[2, 2, [4, 4, 1], [4, 1]], [0, 3, [2, 4, 4], [2, 2]], [0, 1, [0, 4, 4], [undefined, undefined]]]) {
  test(`series ${broken} that breaks in round ${round} is left out, the others go on, and have the loop’s times of their rounds beside them`, () => {
    const run = follow(planOf(3, { repeats: 4 }), { timeOf: steady(10), fateOf: fate('broke', broken, round) });
    assert.deepEqual(lengths(run), times);
    assert.deepEqual(only('end', run).map(({ series }) => series), [0, 1, 2].filter((series) => series !== broken));
    assert.deepEqual([1, 2].map((series) => run.schedule.besideOf(series)?.timesMs.length), beside);
  });
}

test('where all break in the middle of a round, nothing more is repeated, and none is ended', () => {
  const run = follow(planOf(3, { repeats: 4 }), { timeOf: steady(10), fateOf: (_, round) => (round === 2 ? 'all' : undefined) });
  assert.deepEqual([only('repeat', run).length, only('end', run), lengths(run)], [4, [], [1, 1, 1]]);
});

test('what is known is shown after one round, looked at after 3, 5, 8, 12 and 18, and at the end', () => {
  const run = follow(planOf(2, { repeats: 20 }), { timeOf: steady(10) });
  assert.deepEqual(only('look', run).map(({ rounds, looks }) => [rounds, looks]), [[1, 0], [3, 1], [5, 2], [8, 3], [12, 4], [18, 5]]);
  assert.equal(run.schedule.looks, 6);
  assert.equal(follow(planOf(2, { repeats: 12 }), { timeOf: steady(10) }).schedule.looks, 4, 'an end that is a look is one');
});

const KNOWN = [
  ['five rounds of equal series', planOf(7, { repeats: 5 }), steady(400)],
  ['three rounds, of which one series takes most', planOf(3, { repeats: 3 }), (series) => [5000, 300, 300][series]],
  ['ten rounds that get longer', planOf(2, { repeats: 10 }), (_, round) => 500 + 10 * round],
  ['three rounds since more don’t fit', planOf(2), steady(2500)],
];
const OPEN = [
  ['many rounds', planOf(3), unsure(100)],
  ['rounds of which four fit', planOf(2), unsure(1400)],
  ['a slow first round', planOf(2), (_, round) => (round > 1 ? 300 : 1000)],
];

test('how long it still takes is said from the third round on, right within a factor of 1.3, unless the number of rounds is open', () => {
  for (const [title, plan, timeOf] of [...KNOWN, ...OPEN]) {
    const run = follow(plan, { timeOf, gapMs: 20 });
    for (const { rounds, leftMs, atMs } of only('repeat', run)) {
      const about = `${title}: ${leftMs} after ${rounds} rounds, and it took ${run.endMs - atMs}`;
      assert.equal(leftMs === null, rounds < 2 || OPEN.some(([name]) => name === title), about);
      const factor = leftMs === null ? 1 : leftMs / (run.endMs - atMs);
      assert.ok(factor < 1.3 && factor > 1 / 1.3, about);
    }
  }
});

test('how much is over never goes back', () => {
  for (const [title, plan, timeOf] of [...KNOWN, ...OPEN]) {
    let over = 0;
    for (const { rounds, share: [before, after] } of only('repeat', follow(plan, { timeOf }))) {
      assert.ok(before >= over - 1e-9 && after >= before && after <= 1, `${title}: ${before} to ${after} in round ${rounds + 1}, after ${over}`);
      over = after;
    }
  }
});

for (const [title, count, about, timeOf, rounds] of [
  ['for as long again', 2, {}, unsure(500), [10, 20, 30]],
  ['for as many rounds again', 2, { repeats: 4 }, unsure(500), [4, 8, 12]],
  ['for up to a hundred rounds again', 1, {}, steady(0), [100, 200, 300]],
  ['from one round to three', 2, {}, (series, round) => unsure(round > 1 ? 1500 : 4500)(series, round), [1, 4, 7]],
]) {
  test(`measuring longer goes on ${title}, and counts rounds and looks on`, () => {
    let run;
    for (const expected of rounds) {
      const looks = run?.schedule.looks ?? 0;
      run = follow(planOf(count, { ...about, earlier: run }), { timeOf });
      assert.deepEqual([run.schedule.rounds, run.times[0].length], [expected, expected]);
      assert.ok(run.schedule.looks > looks);
    }
  });
}

test('measuring longer looks next when there are half as many rounds more', () => {
  const first = follow(planOf(2, { repeats: 6 }), { timeOf: steady(10) });
  const second = follow(planOf(2, { repeats: 10, earlier: first }), { timeOf: steady(10) });
  assert.deepEqual(only('look', second).map(({ rounds, looks }) => [rounds, looks]), [[8, 4], [12, 5]]);
  assert.deepEqual([first.schedule.looks, second.schedule.looks], [3, 6]);
});
