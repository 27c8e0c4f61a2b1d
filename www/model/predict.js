// From one measured run to any number of workers: its work and span, and a simulated schedule under its executor's own rule.
// A prediction assumes that each worker has a core of its own, as fast as those of the run. Shared caches, memory bandwidth, cores
// of two speeds and clocks that slow down when many are busy are not in it.

import { median } from '../figures/median.js';
import { executorOf } from '../setup/executors.js';
import { taskOf } from '../setup/tasks.js';
import { runQueue } from './queue.js';
import { runStealing } from './stealing.js';
import { joinsOf, treeOf, weightsOf } from './tree.js';
import { workloadOf } from './workload.js';

/** @import {RunRecord, SpanRecord} from '../types.js' */
/** @import {Schedule} from './queue.js' */
/** @import {Splits} from './tree.js' */
/** @import {Repeat, Task, Workload} from './workload.js' */

/** What is otherwise than in the run.
 * @typedef {object} WhatIf
 * @property {number} [count] how many tasks
 * @property {number} [cutoff]
 * @property {string} [order]
 * @property {string} [chunks]
 * @property {number} [latency] how many times as long waits are
 * @property {number} [core] how many times as long computing takes
 * @property {number} [connections] how many wait at once at most */

/**
 * @typedef {object} Prediction
 * @property {true} predicted
 * @property {import('../types.js').RunnerName} executor
 * @property {RunRecord['task']} task
 * @property {number} workers
 * @property {number} timeMs
 * @property {[number]} timesMs the same, as runs have it
 * @property {null} startupMs that is not predicted
 * @property {null} warmupMs
 * @property {number} lowMs the band: as the repeats differ, and from workers that don't hold each other up to such as do it as in the run
 * @property {number} highMs
 * @property {number} workMs what all tasks take one after the other, waits included: T1
 * @property {number} spanMs what no number of workers is faster than: the longest task, or of what splits its longest path: T∞
 * @property {number} parallelism work over span
 * @property {number} leastMs no schedule is faster
 * @property {number} mostMs no greedy schedule is slower (Graham 1969)
 * @property {SpanRecord[]} spans who would run what and when
 */

/** The most repeats that are simulated, and the most tasks in all of them: a prediction follows a slider. */
const MOST_REPEATS = 9;
const MOST_TASKS = 2000;

/** What stealing costs, in milliseconds: two cores' caches exchange a few lines. Beside what is worth splitting it is nothing. */
const STEAL_MS = 0.001;

/** What splitting, joining and telling of a part cost, in milliseconds: fork-join of fib(30) at a cutoff of 1 against the loop, on one worker, in
 * Chromium 156 on an Intel Xeon. A run that splits often enough has its own. */
const JOIN_MS = 0.0011;

/** Fewer joins cost less than a run's time varies by. */
const JOINS_TO_MEASURE = 100_000;

/** What a run's tasks would take on so many workers.
 * @param {RunRecord} record
 * @param {number} workers 1 to 1024
 * @param {WhatIf} [what]
 * @returns {Prediction | null} null where the run tells too little: it failed, or its task can't be split here */
export function predict(record, workers, what = {}) {
  const workload = workloadOf(record);
  const executor = executorOf(record.executor);
  if (!workload || (executor.splits && !taskOf(record.task).halves)) return null;
  const asked = executor.pool ? Math.max(1, Math.round(workers)) : 1;
  const most = Math.max(1, Math.min(MOST_REPEATS, Math.floor(MOST_TASKS / (what.count ?? record.inputs.length))));
  // Those in the middle have the same median as all.
  const aside = Math.floor((workload.repeats.length - most) / 2);
  const repeats = workload.repeats.slice(Math.max(0, aside), Math.max(0, aside) + most);

  /** @param {number} contention
   * @returns {ReturnType<typeof schedule>[]} */
  const under = (contention) =>
    repeats.map((repeat) => {
      const scaled = scale(repeat, (contention / workload.contention) * (what.core ?? 1), what.latency ?? 1);
      return schedule(record, workload, withCount(record, scaled, what.count), asked, what);
    });
  const all = under(contentionAt(workload, record.workers, asked));
  const alone = workload.contention > 1 && executor.parallel ? under(1) : all;
  const times = all.map(({ endMs }) => endMs);
  const timeMs = median(times);
  const shown = all.reduce((best, one) => (Math.abs(one.endMs - timeMs) < Math.abs(best.endMs - timeMs) ? one : best));
  const { workMs, spanMs, computeMs } = shown;
  const inTurns = executor.parallel ? 0 : computeMs;
  return {
    predicted: true,
    executor: record.executor,
    task: record.task,
    workers: asked,
    timeMs,
    timesMs: [timeMs],
    startupMs: null,
    warmupMs: null,
    lowMs: Math.min(...times, ...alone.map(({ endMs }) => endMs)),
    highMs: Math.max(...times),
    workMs,
    spanMs,
    parallelism: workMs / spanMs,
    leastMs: Math.max(workMs / asked, spanMs, inTurns),
    mostMs: workMs / asked + spanMs + inTurns,
    spans: shown.bars.map((bar) => ({ repeat: 1, ...bar })),
  };
}

/** How much so many workers hold each other up: alone not at all, from the run's number on as much as in the run.
 * @param {Workload} workload
 * @param {number} measured
 * @param {number} workers */
function contentionAt({ contention }, measured, workers) {
  if (measured <= 1) return contention;
  return 1 + (contention - 1) * Math.min(1, (workers - 1) / (measured - 1));
}

/** @param {Repeat} repeat
 * @param {number} core
 * @param {number} latency
 * @returns {Task[]} */
function scale({ tasks }, core, latency) {
  return tasks.map(({ input, parts }) => ({
    input,
    parts: parts.map(({ kind, ms }) => ({ kind, ms: ms * (kind === 'compute' ? core : latency) })),
  }));
}

/** So many tasks: fewer, or more of the same.
 * @param {RunRecord} record
 * @param {Task[]} tasks
 * @param {number} [count]
 * @returns {Task[]} */
function withCount({ task }, tasks, count = tasks.length) {
  const { halves } = taskOf(task);
  if (count <= tasks.length || tasks.length === 0) return tasks.slice(0, count);
  const last = tasks[tasks.length - 1].input;
  const more = Array.from({ length: count - tasks.length }, (_, index) => last + 1 + index);
  if (halves) {
    const msOf = sharesOf(halves, tasks);
    return [...tasks, ...more.map((input) => ({ input, parts: [{ kind: /** @type {const} */ ('compute'), ms: msOf(input) }] }))];
  }
  return [...tasks, ...more.map((input, index) => ({ input, parts: tasks[index % tasks.length].parts }))];
}

/** By input, what it computed.
 * @param {readonly Task[]} tasks */
function measured(tasks) {
  return new Map(tasks.map(({ input, parts }) => [input, parts.reduce((sum, { ms }) => sum + ms, 0)]));
}

/** What a join cost in the run: what its parts took longer than the loop beside it, where that is sure.
 * @param {RunRecord} record
 * @param {Workload} workload */
function joinCost({ inputs, parameters, task, beside, workers }, { repeats }) {
  const joins = sum(inputs.map(joinsOf(taskOf(task).halves ?? [], Number(parameters.cutoff))));
  // On several workers it can't be told from what they hold each other up by.
  if (workers > 1 || joins < JOINS_TO_MEASURE || !beside?.inTurn) return JOIN_MS;
  return Math.max(0, (median(repeats.map(({ workMs }) => workMs)) - median(beside.timesMs)) / joins);
}

/** One repeat's tasks under the executor's rule.
 * @param {RunRecord} record
 * @param {Workload} workload
 * @param {Task[]} tasks
 * @param {number} workers
 * @param {WhatIf} what
 * @returns {Schedule & {workMs: number, spanMs: number, computeMs: number}} */
function schedule(record, workload, tasks, workers, what) {
  const { startMs, gapMs, tailMs } = workload;
  const { parallel, flavour, splits } = executorOf(record.executor);
  const lengths = [...measured(tasks).values()];
  const computeMs = tasks.reduce((sum, { parts }) => sum + parts.reduce((own, { kind, ms }) => own + (kind === 'compute' ? ms : 0), 0), 0);
  const own = { workMs: sum(lengths), spanMs: Math.max(...lengths), computeMs };
  const machine = { workers, startMs, gapMs, stealMs: STEAL_MS };
  /** @param {Schedule} result */
  const ended = (result) => ({ ...own, ...result, endMs: result.endMs + tailMs });

  if (splits) {
    const table = taskOf(record.task).halves ?? [];
    const joinMs = joinCost(record, workload);
    const cutoff = what.cutoff ?? Number(record.parameters.cutoff);
    // Its parts were measured together: each takes its share of all.
    const tree = treeOf(table, sharesOf(table, tasks), cutoff, joinMs);
    const inputs = tasks.map(({ input }) => input);
    own.workMs = sum(inputs.map(tree.workMs));
    own.spanMs = Math.max(...inputs.map(tree.spanMs));
    const halves = tree.coarsened(inputs);
    const roots = inputs.map((input) => ({ root: input, input })).reverse();
    return ended(runStealing({
      roots,
      split({ root, input }) {
        const pair = halves(input);
        return pair && [{ root, input: pair[0] }, { root, input: pair[1] }];
      },
      splitMs: ({ input }) => tree.ownMs(input),
      tasks: ({ root, input }) => [{ input: root, ms: tree.workMs(input) }],
    }, { ...machine, gapMs: 0 }));
  }

  const order = what.order ?? record.parameters.order;
  const queue = order === 'longest-first' ? [...tasks].reverse() : tasks;
  if ((what.chunks ?? record.parameters.chunks) === 'auto') {
    return ended(runStealing({
      roots: [{ from: 0, to: queue.length, splits: workers }],
      split: halveRange,
      splitMs: () => 0,
      tasks: ({ from, to }) => queue.slice(from, to).map(({ input, parts }) => ({ input, ms: sum(parts.map(({ ms }) => ms)) })),
    }, machine));
  }
  return ended(runQueue(queue, {
    workers,
    cores: parallel ? Infinity : 1,
    connections: what.connections ?? Infinity,
    startMs,
    gapMs,
    showsLock: !parallel && flavour === 'threads',
  }));
}

/** As rayon splits a range (its `LengthSplitter`): as often as there are threads, and anew where a half was stolen.
 * @param {{from: number, to: number, splits: number}} range
 * @param {number} workers
 * @param {boolean} isStolen
 * @returns {[{from: number, to: number, splits: number}, {from: number, to: number, splits: number}] | null} */
function halveRange({ from, to, splits }, workers, isStolen) {
  const left = isStolen ? Math.max(workers, Math.floor(splits / 2)) : Math.floor(splits / 2);
  if (to - from < 2 || (!isStolen && splits === 0)) return null;
  const middle = from + Math.floor((to - from) / 2);
  return [{ from, to: middle, splits: left }, { from: middle, to, splits: left }];
}

/** How long each input takes by itself: its share of what all took together, by the parts that it consists of.
 * @param {Splits} splits
 * @param {readonly Task[]} tasks */
function sharesOf(splits, tasks) {
  const weigh = weightsOf(splits);
  const unitMs = sum([...measured(tasks).values()]) / sum(tasks.map(({ input }) => weigh(input)));
  return /** @param {number} input */ (input) => unitMs * weigh(input);
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
