// What a measured run was made of: its tasks, each with the stretches that it computes and waits, and what its executor cost
// besides. A machine that doesn't exist can then be given the same.

import { executorOf } from '../settings/executors.js';
import { computes } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { median } from '../statistics/median.js';
import { isTooShort } from '../statistics/too-short.js';

/** @import {RunRecord, SpanRecord} from '../types/shapes.js' */

/** A stretch of a task: it computes, or waits for I/O.
 * @typedef {{kind: 'compute' | 'io', ms: number}} Part */
/** @typedef {{input: number, parts: Part[]}} Task */
/** @typedef {{tasks: Task[], workMs: number}} Repeat `workMs`: what all of its tasks computed */

/**
 * @typedef {object} Workload
 * @property {Repeat[]} repeats those in the middle of all in which nothing failed, by their time; their tasks in input order
 * @property {number} startMs from the start until the first task began
 * @property {number} gapMs from the end of a task until its worker began the next
 * @property {number} tailMs from the end of the last task until all was over
 * @property {number} contention how many times as long the same computing took as in the loop beside it: workers that share memory,
 *   caches, or one physical core hold each other up
 */

/** So many repeats are carried over at most, and so many tasks in all of them: a prediction follows a slider. */
const MOST_REPEATS = 9;
const MOST_TASKS = 2000;

/** A run doesn't change once it is over. @type {WeakMap<RunRecord, Workload | null>} */
const known = new WeakMap();

/** The workload of a run, or null where it has none that could be carried over.
 * @param {RunRecord} record
 * @returns {Workload | null} */
export function workloadOf(record) {
  let workload = known.get(record);
  if (workload === undefined) known.set(record, (workload = measure(record)));
  return workload;
}

/** @param {RunRecord} record
 * @returns {Workload | null} */
function measure({ task, executor, spans, timesMs, failures, beside, inputs, environment }) {
  const { pool, parallel } = executorOf(executor);
  // A loop that waits has computed for a part of its time only.
  const computing = computes(task);
  const failed = new Set(failures.map(({ repeat }) => repeat));
  const all = timesMs.map((timeMs, index) => ({
    timeMs,
    loopMs: computing && beside ? beside.timesMs[index] : null,
    bars: /** @type {SpanRecord[]} */ ([]),
    isSound: !failed.has(index + 1),
  }));
  for (const span of spans) all[span.repeat - 1]?.bars.push(span);
  const sound = inTheMiddle(
    all.filter(({ isSound, bars }) => isSound && bars.length > 0).sort((a, b) => a.timeMs - b.timeMs),
    Math.max(1, Math.min(MOST_REPEATS, Math.floor(MOST_TASKS / inputs.length))),
  );
  if (sound.length === 0) return null;
  const repeats = sound.map(({ bars }) => repeatOf(bars, inputs));
  // A clock that ticks a few times in a run tells nothing of what its tasks took.
  if (isTooShort(median(sound.map(({ timeMs }) => timeMs)), environment.timerResolutionMs)) return null;
  if (repeats.some(({ tasks }) => tasks.every(({ parts }) => parts.every(({ ms }) => ms <= 0)))) return null;
  const medianOf = /** @param {(one: (typeof sound)[number]) => number} of */ (of) => median(sound.map(of));
  // Where many take turns on one core, a gap is another's turn.
  const gaps = pool && !parallel ? [] : sound.flatMap(({ bars }) => gapsOf(bars));
  const heldUp = parallel ? sound.flatMap(({ loopMs }, index) => (loopMs ? [repeats[index].workMs / loopMs] : [])) : [];
  return {
    repeats,
    startMs: medianOf(({ bars }) => bars.reduce((least, { startMs }) => Math.min(least, startMs), Infinity)),
    gapMs: gaps.length > 0 ? median(gaps) : 0,
    tailMs: medianOf(({ timeMs, bars }) => Math.max(0, timeMs - bars.reduce((most, { endMs }) => Math.max(most, endMs), 0))),
    // Less than one is the machine's noise.
    contention: heldUp.length > 0 ? Math.max(1, median(heldUp)) : 1,
  };
}

/** So many at most, which have the same median as all.
 * @template T
 * @param {readonly T[]} sorted
 * @param {number} most
 * @returns {T[]} */
function inTheMiddle(sorted, most) {
  if (sorted.length <= most) return [...sorted];
  // As many are left out at either end, so odd or even as before.
  const aside = Math.ceil((sorted.length - most) / 2);
  const middle = sorted.slice(aside, sorted.length - aside);
  return middle.length > 0 ? middle : [sorted[sorted.length >> 1]];
}

/** @param {readonly SpanRecord[]} bars
 * @param {readonly number[]} inputs
 * @returns {Repeat} */
function repeatOf(bars, inputs) {
  /** @type {Map<number, Part[]>} */
  const parts = new Map(inputs.map((input) => [input, []]));
  let workMs = 0;
  for (const bar of bars) {
    const own = parts.get(bar.input);
    for (const { kind, startMs, endMs } of stretches(bar)) {
      // Who held the lock, and for how long, is for the executor to say.
      if (kind === 'lock') continue;
      own?.push({ kind, ms: endMs - startMs });
      if (kind === 'compute') workMs += endMs - startMs;
    }
  }
  return { tasks: [...parts].map(([input, own]) => ({ input, parts: own })), workMs };
}

/** From each bar to the next of its lane.
 * @param {readonly SpanRecord[]} bars */
function gapsOf(bars) {
  /** @type {Map<number, number>} */
  const ends = new Map();
  return [...bars].sort((a, b) => a.startMs - b.startMs).flatMap(({ lane, startMs, endMs }) => {
    const before = ends.get(lane);
    ends.set(lane, endMs);
    return before === undefined ? [] : [Math.max(0, startMs - before)];
  });
}
