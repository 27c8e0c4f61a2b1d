// Predictions: simulated schedules against such as were computed by hand, and the bounds that hold for any of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bandOf, contextOf, errorOf } from '../../www/model/context.js';
import { predict } from '../../www/model/predict.js';
import { runQueue } from '../../www/model/queue.js';
import { runStealing } from '../../www/model/stealing.js';
import { treeOf, weightsOf } from '../../www/model/tree.js';
import { workloadOf } from '../../www/model/workload.js';
import { workOf } from '../../www/statistics/work.js';
import { partsOf } from '../../www/run/parts.js';
import { randomFrom } from '../../www/statistics/random.js';

const compute = (ms) => ({ kind: 'compute', ms });
const io = (ms) => ({ kind: 'io', ms });
const tasksOf = (...lists) => lists.map((parts, index) => ({ input: index + 1, parts }));
const free = { cores: Infinity, connections: Infinity, startMs: 0, gapMs: 0, showsLock: false };
const places = ({ bars }) => [...bars].sort((a, b) => a.input - b.input).map(({ input, lane, startMs, endMs }) => [input, lane, startMs, endMs]);
/** As fib says it. */
const splitFib = (n) => (n > 2 ? [n, n - 1, n - 2] : [n]);
const { halves } = partsOf(splitFib, [1], 50);

test('a queue on two workers is Graham’s list schedule', () => {
  const schedule = runQueue(tasksOf([compute(2)], [compute(3)], [compute(4)], [compute(1)]), { ...free, workers: 2 });
  assert.deepEqual([places(schedule), schedule.endMs], [[[1, 0, 0, 2], [2, 1, 0, 3], [3, 0, 2, 6], [4, 1, 3, 4]], 6]);
});

test('under a lock one computes at a time, in the order in which it was asked for, and all may wait at once', () => {
  const parts = [compute(1), io(10), compute(1)];
  const { bars, endMs } = runQueue(tasksOf(parts, parts), { ...free, workers: 2, cores: 1, showsLock: true });
  const { waits } = bars.find(({ input }) => input === 2);
  assert.deepEqual([endMs, waits], [13, [{ for: 'lock', startMs: 0, endMs: 1 }, { for: 'io', startMs: 2, endMs: 12 }]]);
});

test('a queue takes as long as its cores, connections and pauses make it', () => {
  const mixed = tasksOf(...Array(3).fill([compute(2), io(10)]));
  const waiting = tasksOf(...Array(4).fill([io(10)]));
  const computing = tasksOf([compute(5)], [compute(5)]);
  for (const [why, tasks, machine, endMs] of [
    ['on one thread waits overlap and computing doesn’t', mixed, { workers: 3, cores: 1 }, 16],
    ['one worker does one after the other', mixed, { workers: 1, cores: 1 }, 36],
    ['with a limit of connections the others wait for one', waiting, { workers: 4, connections: 2 }, 20],
    ['without, none does', waiting, { workers: 4 }, 10],
    ['what comes between two tasks, and before the first, is in it', computing, { workers: 1, startMs: 1, gapMs: 2 }, 13],
  ]) assert.equal(runQueue(tasks, { ...free, ...machine }).endMs, endMs, why);
});

const alike = (count) => Array.from({ length: count }, (_, index) => ({ input: index + 1, parts: [compute(1)] }));
const machine = { startMs: 0, gapMs: 0, stealMs: 0 };

test('a task tells how its inputs split, and further ones as far as is asked', () => {
  assert.deepEqual(partsOf(splitFib, [2, 3], 3), { sizes: [2, 3], halves: [[3, 2, 1, 3]] });
  assert.deepEqual(partsOf(splitFib, [2], 4).halves.map(([part]) => part), [3, 4]);
  assert.equal(partsOf((part) => [part, part + 1, part + 2], [1], 1).halves, null, 'too many to list');
});

test('what is no larger by its number is ordered and cut off by its size', () => {
  const record = run('threads', 1, [[compute(1)], [compute(3)], [compute(2)]], { sizes: [1, 3, 2], parameters: { order: 'longest-first' } });
  assert.deepEqual(predict(record, 1).spans.map(({ input }) => input), [2, 3, 1]);
  assert.equal(treeOf([[1, 17, 33, 2]], () => 10, 1, 1).workMs(1), 21);
  assert.equal(treeOf([[1, 17, 33, 2]], () => 10, 2, 1).workMs(1), 10);
});

test('two workers share one tree by stealing its halves', () => {
  const tree = treeOf(halves, (n) => weightsOf(halves)(n), 1, 0);
  const { halvesOf: split } = tree.coarsened([5], 2);
  // fib(5) of 9 parts: its halves are fib(4) of 5 and fib(3) of 3, and 1 of its own that isn't lost.
  assert.equal(weightsOf(halves)(5), 9);
  const work = { roots: [5], split: (n) => split(n), splitMs: tree.ownMs, tasks: (n) => [{ input: 5, ms: tree.workMs(n) }] };
  const { bars, endMs } = runStealing(work, { ...machine, workers: 2 });
  assert.equal(tree.workMs(5), 9, 'splitting loses none of the work');
  assert.equal(bars.length, 5, 'a bar for each leaf');
  assert.ok(endMs <= tree.workMs(5) / 2 + tree.spanMs(5));
  assert.ok(endMs >= Math.max(tree.workMs(5) / 2, tree.spanMs(5)));
});

test('work and span of a tree are its sum and its longest path', () => {
  const tree = treeOf([[3, 2, 1, 3], [4, 3, 2, 4]], () => 10, 1, 1);
  assert.equal(tree.workMs(4), 32);
  assert.equal(tree.spanMs(4), 12, 'one leaf, and a join on each of two levels');
  assert.equal(treeOf([[3, 2, 1, 3], [4, 3, 2, 4]], () => 10, 3, 1).workMs(4), 21, 'nothing up to the cutoff is split');
});

/** A run that took place on a perfect machine. */
function run(executor, workers, parts, changes = {}, made = {}) {
  const tasks = parts.map((own, index) => ({ input: index + 1, parts: own }));
  const parallel = ['threads', 'processes'].includes(executor);
  const { bars, endMs } = runQueue(tasks, { ...free, workers, cores: parallel ? Infinity : 1, showsLock: executor === 'gil', ...made });
  return {
    task: 'fib', executor, workers, inputs: tasks.map(({ input }) => input), sizes: tasks.map(({ input }) => input), halves, parameters: {}, timesMs: [endMs], failures: [], environment: { timerResolutionMs: 0.005 },
    beside: null, work: [workOf(bars, tasks.map(({ input }) => input), { repeat: 1, timeMs: endMs })], ...changes,
  };
}

test('a run’s tasks are found again whatever held them up', () => {
  const parts = [[compute(3), io(5), compute(1)], [compute(2), io(7), compute(1)]];
  const [repeat] = workloadOf(run('gil', 2, parts)).repeats;
  assert.deepEqual(repeat.tasks.map(({ parts: own }) => own), parts);
  assert.equal(repeat.workMs, 7);
});

test('a prediction for the run’s own number of workers is the run', () => {
  const parts = Array.from({ length: 12 }, (_, index) => [compute(index + 1)]);
  for (const [executor, workers] of [['loop', 1], ['gil', 3], ['threads', 3], ['processes', 4], ['async', 2]]) {
    const record = run(executor, workers, parts);
    assert.ok(Math.abs(predict(record, workers).timeMs - record.timesMs[0]) < 1e-9, executor);
  }
});

test('longest first and ascending are what they are in the run', () => {
  const ascending = run('threads', 2, [[compute(1)], [compute(1)], [compute(10)]], { parameters: { order: 'ascending' } });
  assert.deepEqual([{}, { order: 'longest-first' }].map((what) => predict(ascending, 2, what).timeMs), [11, 10]);
});

test('workers that held each other up alone do not', () => {
  const parts = [[compute(10)], [compute(10)]];
  const record = run('threads', 2, parts, { beside: { inTurn: true, timesMs: [16] } });
  const { timeMs, lowMs, highMs } = predict(record, 2);
  assert.deepEqual([timeMs, lowMs, highMs], [10, 8, 10]);
  assert.equal(predict(record, 1).timeMs, 16, 'as the loop beside it');
});

test('what if: slower links and cores, fewer connections, more and fewer tasks', () => {
  const waiting = run('async', 4, Array.from({ length: 8 }, () => [compute(1), io(100)]));
  const { timeMs } = predict(waiting, 8);
  assert.ok(predict(waiting, 8, { latency: 2 }).timeMs > 1.9 * timeMs);
  assert.ok(predict(waiting, 8, { connections: 1 }).timeMs >= 800);
  const computing = run('threads', 2, alike(8).map(({ parts }) => parts));
  assert.deepEqual([{}, { core: 3 }, { count: 4 }].map((what) => predict(computing, 2, what).timeMs), [4, 12, 2]);
  assert.ok(predict(computing, 2, { count: 12 }).timeMs > 4);
});

test('a cutoff that was set low keeps its joins to itself', () => {
  // Two million joins on one worker: nearly all of the time is theirs.
  const loopMs = 44;
  const low = { ...forked(30, 1e-3), parameters: { cutoff: 1 }, beside: { inTurn: true, timesMs: [loopMs] } };
  assert.ok(Math.abs(predict(low, 1).timeMs / low.timesMs[0] - 1) < 0.01, 'the run itself');
  const usual = predict(low, 1, { cutoff: 26 });
  assert.ok(Math.abs(usual.timeMs / loopMs - 1) < 0.05, `as the loop: ${usual.timeMs}`);
});

test('an executor without a pool takes as long as it took, however many workers were set', () => {
  const parts = [[compute(10)], [compute(20)]];
  const record = { ...run('map', 1, parts, { beside: { inTurn: true, timesMs: [15] } }), workers: 4 };
  assert.equal(predict(record, 8).timeMs, 30);
});

test('what a script asks for that can’t be is the nearest that can', () => {
  const record = run('threads', 2, alike(8).map(({ parts }) => parts), { parameters: { order: 'ascending', chunks: 'one' } });
  assert.deepEqual([NaN, 1e9, 2.4].map((workers) => predict(record, workers).workers), [1, 1024, 2]);
  assert.equal(predict(record, 2, { count: -3 }).spans.length, 1);
  assert.ok(predict(record, 2, { connections: 0 }).timeMs > 0);
  const gil = run('gil', 2, alike(8).map(({ parts }) => parts));
  assert.equal(predict(gil, 2, { chunks: 'auto' }).timeMs, predict(gil, 2).timeMs, 'it has no chunks');
});

test('downloads of which a coarse clock saw no computing are predicted by their waits', () => {
  const record = run('async', 4, Array.from({ length: 8 }, () => [compute(0), io(100)]), { task: 'pictures' });
  assert.equal(predict(record, 8).timeMs, 100);
});

test('more numbers than are known to split are not made up', () => {
  assert.equal(predict(run('threads', 2, alike(5).map(({ parts }) => parts)), 2, { count: 60 }).spans.length, 50);
});

test('a prediction is held to other numbers of workers, of the same work, that succeeded', () => {
  const parts = alike(8).map(({ parts: own }) => own);
  const at = (workers, changes = {}) => run('threads', workers, parts, { beside: { inTurn: true, timesMs: [8] }, ratio: null, ...changes });
  const [one, two, four] = [at(1), at(2), at(4)];
  const failed = at(8, { failures: [{ repeat: 1, input: 1, fault: { code: 'lost' } }] });
  const other = at(16, { parameters: { order: 'ascending' } });
  assert.deepEqual(contextOf(two, [one, two, four, failed, other]), [one, four]);
  assert.deepEqual(contextOf(run('loop', 1, parts), [run('loop', 1, parts, { workers: 2 })]), [], 'workers make no difference');
  const { measured, predicted, off, isWithin } = errorOf(two, four);
  assert.deepEqual([measured, predicted, off, isWithin], [4, 4, 0, true]);
  assert.equal(errorOf(two, { ...four, timesMs: [4] }).isWithin, false);
});

test('the band goes from the run’s own workers to as many as are asked for', () => {
  const record = run('threads', 2, alike(64).map(({ parts }) => parts), { beside: { inTurn: true, timesMs: [50] } });
  const band = bandOf(record, 16);
  assert.deepEqual([band[0].workers, band.at(-1).workers], [2, 16]);
  for (const { low, high } of band) assert.ok(low <= high);
  assert.deepEqual(bandOf({ ...record, beside: null }, 16), []);
});

test('a run that failed, or that the clock was too coarse for, predicts nothing', () => {
  const parts = alike(8).map(({ parts: own }) => own);
  for (const record of [
    run('threads', 2, parts, { work: [] }),
    run('threads', 2, parts, { environment: { timerResolutionMs: 1 } }),
    run('threads', 2, parts.map(() => [compute(0)])),
  ]) assert.equal(predict(record, 4), null);
});

test('a loop is as long on any number of workers', () => assert.equal(predict(run('loop', 1, [[compute(5)], [compute(6)]]), 1024).timeMs, 11));

/** A fork-join run: each number's parts, merged, by one worker. */
function forked(n, unitMs) {
  const weigh = weightsOf(halves);
  let at = 0;
  const spans = Array.from({ length: n }, (_, index) => {
    const startMs = at;
    at += weigh(index + 1) * unitMs;
    return { input: index + 1, lane: 0, startMs, endMs: at, waits: [] };
  });
  return {
    task: 'fib', executor: 'fork-join', workers: 1, inputs: spans.map(({ input }) => input), sizes: spans.map(({ input }) => input), halves, parameters: { cutoff: 26 }, timesMs: [at],
    failures: [], beside: null, work: [workOf(spans, spans.map(({ input }) => input), { repeat: 1, timeMs: at })], environment: { timerResolutionMs: 0.005 },
  };
}

test('fork-join on many workers is bound by its cutoff, and at a cutoff of 1 by the cores alone', () => {
  const record = forked(35, 1e-5);
  assert.ok(Math.abs(predict(record, 1).timeMs / record.timesMs[0] - 1) < 0.01);
  const coarse = predict(record, 64, { cutoff: 34 });
  assert.ok(Math.abs(coarse.timeMs / coarse.spanMs - 1) < 0.01, 'the longest half is what it waits for');
  const fine = predict(record, 64, { cutoff: 1 });
  assert.ok(fine.timeMs < 1.1 * (fine.workMs / 64), `${fine.timeMs} of ${fine.workMs / 64}`);
});

test('for any instance no schedule is faster than its bounds nor a greedy one slower', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomFrom(seed);
    const executor = ['threads', 'processes', 'gil', 'async', 'loop'][seed % 5];
    const waits = random() < 0.5;
    const parts = Array.from({ length: 1 + Math.floor(random() * 60) }, () =>
      waits ? [compute(random()), io(random() * 50), compute(random())] : [compute(random() * 20)]);
    const made = executor === 'processes' ? { gapMs: random(), startMs: random() } : {};
    const record = run(executor, executor === 'loop' ? 1 : 1 + Math.floor(random() * 8), parts, { task: waits ? 'pictures' : 'fib' }, made);
    const what = random() < 0.3 ? { connections: 1 + Math.floor(random() * 6) } : {};
    for (const workers of [1, 2, 3, 7, 64, 1024]) {
      const { timeMs, leastMs, mostMs, workMs, spanMs, parallelism, spans: bars } = predict(record, workers, what);
      const about = `${seed}: ${executor}, ${workers}`;
      assert.ok(timeMs >= leastMs - 1e-6 && timeMs <= mostMs + 1e-6, `${about}: ${leastMs} ≤ ${timeMs} ≤ ${mostMs}`);
      assert.ok(Math.abs(parallelism - workMs / spanMs) < 1e-9, about);
      assert.equal(bars.length, parts.length, about);
      for (const lane of new Set(bars.map((bar) => bar.lane))) {
        const own = bars.filter((bar) => bar.lane === lane).sort((a, b) => a.startMs - b.startMs);
        own.forEach((bar, place) => place > 0 && assert.ok(bar.startMs >= own[place - 1].endMs - 1e-9, `${about}: two at once`));
      }
    }
  }
});

test('fork-join keeps to the greedy bound at any cutoff and number of workers', () => {
  for (const n of [5, 20, 30]) {
    for (const cutoff of [1, 10, 26, 50]) {
      for (const workers of [1, 2, 3, 16, 200, 1024]) {
        const { timeMs, leastMs, mostMs } = predict(forked(n, 1), workers, { cutoff });
        // What stealing costs: a worker steals at most each leaf.
        const steals = 0.001 * Math.max(1500, 8 * workers);
        assert.ok(timeMs >= leastMs - 1e-6 && timeMs <= mostMs + steals, `fib(${n}), ${cutoff}, ${workers}: ${leastMs} ≤ ${timeMs} ≤ ${mostMs}`);
      }
    }
  }
});

test('what would be too many leaves is counted, not listed, so a slider’s step stays short', () => {
  assert.ok(predict(forked(42, 1e-6), 64, { cutoff: 1 }).spans.length < 5000);
});
