// What a measured run was made of: its tasks, each with the stretches that it computes and waits, and what its executor cost
// besides. A machine that doesn't exist can then be given the same.

import { stretches } from '../figures/bars.js';
import { median } from '../figures/median.js';
import { executorOf } from '../setup/executors.js';

/** @import {RunRecord, SpanRecord} from '../types.js' */

/** A stretch of a task: it computes, or waits for I/O.
 * @typedef {{kind: 'compute' | 'io', ms: number}} Part */
/** @typedef {{input: number, parts: Part[]}} Task */
/** @typedef {{tasks: Task[], workMs: number}} Repeat `workMs`: what all of its tasks computed */

/**
 * @typedef {object} Workload
 * @property {Repeat[]} repeats those in which nothing failed, the fastest first; their tasks in input order
 * @property {number} timeMs what they took, the median
 * @property {number} startMs from the start until the first task began
 * @property {number} gapMs from the end of a task until its worker began the next
 * @property {number} tailMs from the end of the last task until all was over
 * @property {number} contention how many times as long the same computing took as in the loop beside it: workers that share memory,
 *   caches, or one physical core hold each other up
 */

/** The workload of a run, or null where it has none that could be carried over.
 * @param {RunRecord} record
 * @returns {Workload | null} */
export function workloadOf({ executor, spans, timesMs, failures, beside, inputs }) {
  const { pool, parallel } = executorOf(executor);
  const failed = new Set(failures.map(({ repeat }) => repeat));
  const bars = timesMs.map((_, index) => spans.filter(({ repeat }) => repeat === index + 1));
  const sound = timesMs.flatMap((timeMs, index) => (failed.has(index + 1) || bars[index].length === 0 ? [] : [{ timeMs, bars: bars[index], loopMs: beside?.inTurn ? beside.timesMs[index] : null }]));
  if (sound.length === 0) return null;
  sound.sort((a, b) => a.timeMs - b.timeMs);
  const repeats = sound.map(({ bars: own }) => repeatOf(own, inputs));
  const medianOf = /** @param {(one: (typeof sound)[number]) => number} of */ (of) => median(sound.map(of));
  // Where many take turns on one core, a gap is another's turn.
  const gaps = pool && !parallel ? [] : sound.flatMap(({ bars: own }) => gapsOf(own));
  const heldUp = sound.flatMap(({ loopMs }, index) => (loopMs ? [repeats[index].workMs / loopMs] : []));
  return {
    repeats,
    timeMs: medianOf(({ timeMs }) => timeMs),
    startMs: medianOf(({ bars: own }) => Math.min(...own.map(({ startMs }) => startMs))),
    gapMs: gaps.length > 0 ? median(gaps) : 0,
    tailMs: medianOf(({ timeMs, bars: own }) => Math.max(0, timeMs - Math.max(...own.map(({ endMs }) => endMs)))),
    contention: heldUp.length > 0 ? median(heldUp) : 1,
  };
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
