// Predicts a measured run on any number of workers: its work and span, and a simulated schedule by its executor's own rule. The
// assumptions and terms are in docs/prediction.md.

import { executorOf } from '../settings/executors.js';
import { sharesState, taskOf } from '../settings/tasks.js';
import { median, typicalRepeat } from '../statistics/median.js';
import { runQueue } from './queue.js';
import { runStealing } from './stealing.js';
import { joinsOf, treeOf, weightsOf } from './tree.js';
import { workloadOf } from './workload.js';

/** @import {RunRecord, SpanRecord} from '../types/shapes.js' */
/** @import {Schedule} from './queue.js' */
/** @import {Halves as Splits} from '../types/shapes.js' */
/** @import {Repeat, Task, Workload} from './workload.js' */

/** What to change beside the number of workers.
 * @typedef {object} WhatIf
 * @property {number} [count] how many tasks; of a task that splits, no more than the record's halves cover
 * @property {number} [cutoff]
 * @property {string} [order]
 * @property {string} [chunks]
 * @property {number} [latency] a factor on every wait
 * @property {number} [core] a factor on all computing
 * @property {number} [connections] how many tasks can wait for I/O at once */

/**
 * @typedef {object} Prediction
 * @property {true} predicted
 * @property {import('../types/shapes.js').RunnerName} executor
 * @property {RunRecord['task']} task
 * @property {number} workers
 * @property {number} timeMs
 * @property {[number]} timesMs the same, as runs have it
 * @property {null} startupMs that is not predicted
 * @property {null} prepaidMs
 * @property {null} warmupMs
 * @property {number} lowMs the range over the repeats, and from no contention between workers to that of the run
 * @property {number} highMs
 * @property {number} workMs T1, the time on one worker: all tasks in sequence, waits and the gaps between tasks included
 * @property {number} spanMs T∞, the time on any number of workers: the longest task, or the longest path of one that splits
 * @property {number} parallelism work over span
 * @property {number} leastMs the lower bound of every schedule
 * @property {number | null} mostMs the upper bound of a greedy schedule (Graham 1969); null for chunks, whose schedule isn't greedy
 * @property {SpanRecord[]} spans who would run what and when
 */

/** The most workers that a run can be predicted for. */
export const MOST_PREDICTED = 1024;
const MOST_COUNT = 1000;

/** Repeats of a task that splits to simulate at most: each is a tree with many more parts than there are tasks. */
const MOST_TREES = 3;

/** What a steal costs, in milliseconds: two cores' caches exchange a few lines. Negligible beside a part that is worth splitting. */
const STEAL_MS = 0.001;

/** What splitting, joining and recording a part cost, in milliseconds: fork-join of fib(30) at a cutoff of 1 against the loop, on
 * one worker, in Chromium 156 on an Intel Xeon. Measured anew in a run that splits often enough. */
const JOIN_MS = 0.0011;

/** Fewer joins cost less than the noise of a run's time. */
const JOINS_TO_MEASURE = 100_000;

/** Where fork-join finds the cutoff itself, the larger of the parts that it leaves whole take 0.073 to 0.12 ms
 * (src/executor/fork_join/grain.rs). */
const GRAIN_MS = 0.073;

/** The most that joins may be of a run's work: JOIN_MS comes from another machine and may be too high for this one. */
const MOST_JOINING = 0.9;

/** Whether a run can be predicted from: it succeeded, was long enough for the clock, it is known how its task splits, and its tasks
 * share nothing, since what caches and locks cost isn't in the model.
 * @param {RunRecord} record */
export function canPredict(record) {
  return !sharesState(record.task) && workloadOf(record) !== null && (!executorOf(record.executor).splits || record.halves !== null);
}

/** Predicts a run on another number of workers.
 * @param {RunRecord} record
 * @param {number} workers 1 to 1024
 * @param {WhatIf} [what]
 * @returns {Prediction | null} null where the run can't be predicted from */
export function predict(record, workers, what = {}) {
  const executor = executorOf(record.executor);
  const measured = workloadOf(record);
  if (!measured || !canPredict(record)) return null;
  const joinMs = executor.splits ? joinCost(record, measured) : 0;
  const workload = executor.splits ? withoutJoins(record, measured, joinMs) : measured;
  const asked = executor.pool ? Math.min(MOST_PREDICTED, Math.max(1, Math.round(workers) || 1)) : 1;
  const repeats = executor.splits ? workload.repeats.slice(0, MOST_TREES) : workload.repeats;

  const schedule = executor.splits ? scheduleSplit : scheduleWhole;
  /** @param {number} contention */
  const under = (contention) =>
    repeats.map((repeat) => {
      const scaled = scale(repeat, (contention / workload.contention) * (what.core ?? 1), what.latency ?? 1);
      return schedule(withCount(record, scaled, what.count), { record, workload, workers: asked, what, joinMs });
    });
  const all = under(contentionAt(workload, record.workers, asked));
  const alone = workload.contention > 1 ? under(1) : all;
  const times = all.map(({ endMs }) => endMs);
  const timeMs = median(times);
  const { bars, workMs, spanMs, leastMs, mostMs } = all[typicalRepeat(times) - 1];
  return {
    predicted: true,
    executor: record.executor,
    task: record.task,
    workers: asked,
    timeMs,
    timesMs: [timeMs],
    startupMs: null,
    prepaidMs: null,
    warmupMs: null,
    lowMs: Math.min(...times, ...alone.map(({ endMs }) => endMs)),
    highMs: Math.max(...times),
    workMs,
    spanMs,
    parallelism: workMs / spanMs,
    leastMs,
    mostMs,
    spans: bars.map((bar) => ({ repeat: 1, ...bar })),
  };
}

/** The contention between `workers` workers: none for one, growing linearly up to that of the run at its own number, and no more beyond.
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

/** The first `count` tasks, or more tasks like those of the run.
 * @param {RunRecord} record
 * @param {Task[]} tasks
 * @param {number} [count]
 * @returns {Task[]} */
function withCount({ task, halves }, tasks, count = tasks.length) {
  count = Math.min(Math.max(MOST_COUNT, tasks.length), Math.round(count) || 1);
  if (count <= tasks.length) return tasks.slice(0, Math.max(1, count));
  const last = tasks[tasks.length - 1].input;
  const more = Array.from({ length: count - tasks.length }, (_, index) => last + 1 + index);
  if (taskOf(task).splits) {
    if (!halves?.length) return tasks;
    const msOf = sharesOf(halves, tasks);
    const most = Math.max(...halves.map(([input]) => input));
    const known = more.filter((input) => input <= most);
    return [...tasks, ...known.map((input) => ({ input, parts: [{ kind: /** @type {const} */ ('compute'), ms: msOf(input) }] }))];
  }
  return [...tasks, ...more.map((input, index) => ({ input, parts: tasks[index % tasks.length].parts }))];
}

/** How long a task takes, or how long of that it computes or waits.
 * @param {Task} task
 * @param {'compute' | 'io'} [wanted] */
function lengthOf({ parts }, wanted) {
  return sum(parts.map(({ kind, ms }) => (wanted === undefined || kind === wanted ? ms : 0)));
}

/** The size up to which nothing is split: the chosen cutoff, or on `auto` the smallest size of a part that takes at least GRAIN_MS.
 * @param {string | number} cutoff
 * @param {Splits} splits
 * @param {(input: number) => number} msOf */
function cutoffOf(cutoff, splits, msOf) {
  if (cutoff !== 'auto') return Number(cutoff);
  const long = splits.filter(([input]) => msOf(input) >= GRAIN_MS).map(([, , , size]) => size);
  return long.length > 0 ? Math.min(...long) : Infinity;
}

/** How often a run split and joined.
 * @param {RunRecord} record
 * @param {Workload} workload */
function joinsIn({ inputs, parameters, halves }, { repeats: [{ tasks }] }) {
  const splits = halves ?? [];
  return sum(inputs.map(joinsOf(splits, cutoffOf(parameters.cutoff, splits, sharesOf(splits, tasks)))));
}

/** What a join cost in the run: how much longer its parts took than the loop, divided by the joins, where that can be measured.
 * @param {RunRecord} record
 * @param {Workload} workload */
function joinCost(record, workload) {
  const joins = joinsIn(record, workload);
  const workMs = median(workload.repeats.map((repeat) => repeat.workMs));
  const { beside, workers } = record;
  // On several workers that difference includes their contention.
  if (workers === 1 && joins >= JOINS_TO_MEASURE && beside) return Math.max(0, (workMs - median(beside.timesMs)) / joins);
  return joins > 0 ? Math.min(JOIN_MS, (MOST_JOINING * workMs) / joins) : JOIN_MS;
}

/** A run's workload without the cost of its joins, whose number depends on the cutoff.
 * @param {RunRecord} record
 * @param {Workload} workload
 * @param {number} joinMs
 * @returns {Workload} */
function withoutJoins(record, workload, joinMs) {
  const joiningMs = joinsIn(record, workload) * joinMs;
  const share = 1 - joiningMs / median(workload.repeats.map(({ workMs }) => workMs));
  return {
    ...workload,
    repeats: workload.repeats.map((repeat) => ({ tasks: scale(repeat, share, 1), workMs: repeat.workMs * share })),
    contention: workload.contention * share,
  };
}

/** The conditions of a schedule, beside the executor's own rule.
 * @typedef {{record: RunRecord, workload: Workload, workers: number, what: WhatIf, joinMs: number}} Conditions */
/** A schedule with its work, span and bounds.
 * @typedef {Schedule & {workMs: number, spanMs: number, leastMs: number, mostMs: number | null}} Bounded */

/** Tasks that are split, whose halves workers steal from each other.
 * @param {Task[]} tasks
 * @param {Conditions} conditions
 * @returns {Bounded} */
function scheduleSplit(tasks, { record, workload: { startMs, tailMs }, workers, what, joinMs }) {
  const table = record.halves ?? [];
  const msOf = sharesOf(table, tasks);
  const tree = treeOf(table, msOf, what.cutoff ?? cutoffOf(record.parameters.cutoff, table, msOf), joinMs);
  const inputs = tasks.map(({ input }) => input);
  const [workMs, spanMs] = [sum(inputs.map(tree.workMs)), Math.max(...inputs.map(tree.spanMs))];
  const { halvesOf, grainMs } = tree.coarsened(inputs, workers);
  const { bars, endMs } = runStealing({
    // Longest first, the order in which fork_join.rs hands them to par_bridge.
    roots: longestFirst(tasks, record).map(({ input }) => ({ root: input, input })),
    split({ root, input }) {
      const pair = halvesOf(input);
      return pair && [{ root, input: pair[0] }, { root, input: pair[1] }];
    },
    splitMs: ({ input }) => tree.ownMs(input),
    tasks: ({ root, input }) => [{ input: root, ms: tree.workMs(input) }],
  }, { workers, startMs, gapMs: 0, stealMs: STEAL_MS });
  const leastMs = Math.max(workMs / workers, spanMs);
  return { bars, endMs: endMs + tailMs, workMs, spanMs, leastMs, mostMs: startMs + tailMs + workMs / workers + spanMs + grainMs };
}

/** Tasks that are done as a whole, taken from a queue one by one or in chunks.
 * @param {Task[]} tasks
 * @param {Conditions} conditions
 * @returns {Bounded} */
function scheduleWhole(tasks, { record, workload: { startMs, gapMs, tailMs }, workers, what }) {
  const { parallel, flavour } = executorOf(record.executor);
  /** @param {'order' | 'chunks'} name null for executors without such a parameter */
  const setting = (name) => (name in record.parameters ? (what[name] ?? record.parameters[name]) : null);
  const connections = Math.max(1, what.connections ?? Infinity);
  const lengths = tasks.map((task) => lengthOf(task));
  const busyMs = sum(lengths);
  // One worker has every gap between tasks.
  const [workMs, spanMs] = [busyMs + (tasks.length - 1) * gapMs, Math.max(...lengths)];
  // Bounds of shared resources: the lock or the one thread, and the connections.
  const shared = [parallel ? 0 : sum(tasks.map((task) => lengthOf(task, 'compute'))), sum(tasks.map((task) => lengthOf(task, 'io'))) / connections];
  const leastMs = Math.max(busyMs / workers, spanMs, ...shared);
  const queue = setting('order') === 'longest-first' ? longestFirst(tasks, record) : tasks;
  if (setting('chunks') === 'auto') {
    const { bars, endMs } = runStealing({
      roots: [{ from: 0, to: queue.length, splits: workers }],
      split: halveRange,
      splitMs: () => 0,
      tasks: ({ from, to }) => queue.slice(from, to).map((task) => ({ input: task.input, ms: lengthOf(task) })),
    }, { workers, startMs, gapMs, stealMs: STEAL_MS });
    return { bars, endMs: endMs + tailMs, workMs, spanMs, leastMs, mostMs: null };
  }
  const cores = parallel ? Infinity : 1;
  const showsLock = !parallel && flavour === 'threads';
  const { bars, endMs } = runQueue(queue, { workers, cores, connections, startMs, gapMs, showsLock });
  const mostMs = startMs + tailMs + (busyMs + tasks.length * gapMs) / workers + spanMs + gapMs + sum(shared);
  return { bars, endMs: endMs + tailMs, workMs, spanMs, leastMs, mostMs };
}

/** The biggest first; of several that are equally big the last (`longest_first` in src/executor/mod.rs).
 * @param {readonly Task[]} tasks
 * @param {RunRecord} record */
function longestFirst(tasks, { inputs, sizes, halves }) {
  const known = new Map([...(halves ?? []).map(([part, , , size]) => /** @type {const} */ ([part, size])), ...inputs.map((input, place) => /** @type {const} */ ([input, sizes[place]]))]);
  const sizeOf = /** @param {Task} task */ ({ input }) => known.get(input) ?? input;
  return [...tasks].reverse().sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** Halves a range as rayon does (its `LengthSplitter`): as many splits as there are threads, renewed where a half was stolen.
 * @param {{from: number, to: number, splits: number}} range
 * @param {number} workers
 * @param {boolean} isStolen
 * @returns {[{from: number, to: number, splits: number}, {from: number, to: number, splits: number}] | null} */
function halveRange({ from, to, splits }, workers, isStolen) {
  if (to - from < 2 || (!isStolen && splits === 0)) return null;
  const left = isStolen ? Math.max(workers, Math.floor(splits / 2)) : Math.floor(splits / 2);
  const middle = from + Math.floor((to - from) / 2);
  return [{ from, to: middle, splits: left }, { from: middle, to, splits: left }];
}

/** How long each input takes by itself: the measured time of all, shared out by the number of parts that each consists of.
 * @param {Splits} splits
 * @param {readonly Task[]} tasks */
function sharesOf(splits, tasks) {
  const weigh = weightsOf(splits);
  const unitMs = sum(tasks.map((task) => lengthOf(task))) / sum(tasks.map(({ input }) => weigh(input)));
  return /** @param {number} input */ (input) => unitMs * weigh(input);
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
