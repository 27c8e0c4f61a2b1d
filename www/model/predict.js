// From one measured run to any number of workers: its work and span, and a simulated schedule under its executor's own rule. What
// that assumes, and what the words mean, is in docs/prediction.md.

import { executorOf } from '../settings/executors.js';
import { taskOf } from '../settings/tasks.js';
import { median, typicalRepeat } from '../statistics/median.js';
import { runQueue } from './queue.js';
import { runStealing } from './stealing.js';
import { joinsOf, treeOf, weightsOf } from './tree.js';
import { workloadOf } from './workload.js';

/** @import {RunRecord, SpanRecord} from '../types/shapes.js' */
/** @import {Schedule} from './queue.js' */
/** @import {Halves as Splits} from '../types/shapes.js' */
/** @import {Repeat, Task, Workload} from './workload.js' */

/** What is otherwise than in the run.
 * @typedef {object} WhatIf
 * @property {number} [count] how many tasks; of what splits, as many as is known how
 * @property {number} [cutoff]
 * @property {string} [order]
 * @property {string} [chunks]
 * @property {number} [latency] how many times as long waits are
 * @property {number} [core] how many times as long computing takes
 * @property {number} [connections] how many wait at once at most */

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
 * @property {number} lowMs the band: as the repeats differ, and from workers that don't hold each other up to such as do it as in the run
 * @property {number} highMs
 * @property {number} workMs what all tasks take one after the other, waits and the gaps between them included: T1
 * @property {number} spanMs what no number of workers is faster than: the longest task, or of what splits its longest path: T∞
 * @property {number} parallelism work over span
 * @property {number} leastMs no schedule is faster
 * @property {number | null} mostMs no greedy schedule is slower (Graham 1969); null where it isn't greedy: chunks keep together
 * @property {SpanRecord[]} spans who would run what and when
 */

/** More is asked by nobody's machine. */
export const MOST_PREDICTED = 1024;
const MOST_COUNT = 1000;

/** So many trees are simulated at most. */
const MOST_TREES = 3;

/** What stealing costs, in milliseconds: two cores' caches exchange a few lines. Beside what is worth splitting it is nothing. */
const STEAL_MS = 0.001;

/** What splitting, joining and telling of a part cost, in milliseconds: fork-join of fib(30) at a cutoff of 1 against the loop, on
 * one worker, in Chromium 156 on an Intel Xeon. A run that splits often enough has its own. */
const JOIN_MS = 0.0011;

/** Fewer joins cost less than a run's time varies by. */
const JOINS_TO_MEASURE = 100_000;

/** The larger parts that fork-join comes to leave whole, where it finds the cutoff itself, take 0.073 to 0.12 ms
 * (src/executor/fork_join/grain.rs). */
const GRAIN_MS = 0.073;

/** Joins are at most this share of a run's work, whatever another machine took for them. */
const MOST_JOINING = 0.9;

/** Whether a run tells enough to be carried over: it succeeded, was long enough for the clock, and it is known how its task splits.
 * @param {RunRecord} record */
export function canPredict(record) {
  return workloadOf(record) !== null && (!executorOf(record.executor).splits || record.halves !== null);
}

/** What a run's tasks would take on so many workers.
 * @param {RunRecord} record
 * @param {number} workers 1 to 1024
 * @param {WhatIf} [what]
 * @returns {Prediction | null} null where the run tells too little */
export function predict(record, workers, what = {}) {
  const executor = executorOf(record.executor);
  const measured = workloadOf(record);
  if (!measured || !canPredict(record)) return null;
  const joinMs = executor.splits ? joinCost(record, measured) : 0;
  const workload = executor.splits ? withoutJoins(record, measured, joinMs) : measured;
  const asked = executor.pool ? Math.min(MOST_PREDICTED, Math.max(1, Math.round(workers) || 1)) : 1;
  // Its tree has many times more parts than there are tasks.
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

/** How long a task takes, or how long it computes or waits.
 * @param {Task} task
 * @param {'compute' | 'io'} [wanted] */
function lengthOf({ parts }, wanted) {
  return sum(parts.map(({ kind, ms }) => (wanted === undefined || kind === wanted ? ms : 0)));
}

/** Up to which size nothing is split: what was chosen, or else the smallest of what takes long enough.
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

/** What a join cost in the run: what its parts took longer than the loop beside it, where that is sure.
 * @param {RunRecord} record
 * @param {Workload} workload */
function joinCost(record, workload) {
  const joins = joinsIn(record, workload);
  const workMs = median(workload.repeats.map((repeat) => repeat.workMs));
  const { beside, workers } = record;
  // On several workers it can't be told from what they hold each other up by.
  if (workers === 1 && joins >= JOINS_TO_MEASURE && beside) return Math.max(0, (workMs - median(beside.timesMs)) / joins);
  return joins > 0 ? Math.min(JOIN_MS, (MOST_JOINING * workMs) / joins) : JOIN_MS;
}

/** A run's work without its joins: another cutoff has others.
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

/** What tasks are scheduled under, beside the executor's own rule.
 * @typedef {{record: RunRecord, workload: Workload, workers: number, what: WhatIf, joinMs: number}} Conditions */
/** A schedule with its bounds.
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
    // The longest first, as par_bridge is given them.
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
  /** @param {'order' | 'chunks'} name what other executors don't have */
  const setting = (name) => (name in record.parameters ? (what[name] ?? record.parameters[name]) : null);
  const connections = Math.max(1, what.connections ?? Infinity);
  const lengths = tasks.map((task) => lengthOf(task));
  const busyMs = sum(lengths);
  // One worker has all the gaps, too.
  const [workMs, spanMs] = [busyMs + (tasks.length - 1) * gapMs, Math.max(...lengths)];
  // What only one at a time can do, and what only so many can wait for.
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

/** The biggest first, of several that are as big the last (`longest_first` in src/executor/mod.rs).
 * @param {readonly Task[]} tasks
 * @param {RunRecord} record */
function longestFirst(tasks, { inputs, sizes, halves }) {
  const known = new Map([...(halves ?? []).map(([part, , , size]) => /** @type {const} */ ([part, size])), ...inputs.map((input, place) => /** @type {const} */ ([input, sizes[place]]))]);
  const sizeOf = /** @param {Task} task */ ({ input }) => known.get(input) ?? input;
  return [...tasks].reverse().sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** As rayon splits a range (its `LengthSplitter`): as often as there are threads, and anew where a half was stolen.
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

/** How long each input takes by itself: its share of what all took together, by the parts that it consists of.
 * @param {Splits} splits
 * @param {readonly Task[]} tasks */
function sharesOf(splits, tasks) {
  const weigh = weightsOf(splits);
  const unitMs = sum(tasks.map((task) => lengthOf(task))) / sum(tasks.map(({ input }) => weigh(input)));
  return /** @param {number} input */ (input) => unitMs * weigh(input);
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
