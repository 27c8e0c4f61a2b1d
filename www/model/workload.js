// What a measured run was made of: its tasks, each with the stretches that it computes and waits, and what its executor cost
// besides. A machine that doesn't exist can then be given the same.

import { executorOf } from '../settings/executors.js';
import { computes } from '../settings/tasks.js';
import { median } from '../statistics/median.js';
import { isTooShort } from '../statistics/too-short.js';

/** @import {RunRecord} from '../types/shapes.js' */
/** @import {Task, Work} from '../statistics/work.js' */

/** @typedef {Task} Task */
/** @typedef {Pick<Work, 'tasks' | 'workMs'>} Repeat */

/**
 * @typedef {object} Workload
 * @property {Repeat[]} repeats those of the record, the nearest to the median first
 * @property {number} startMs from the start until the first task began
 * @property {number} gapMs from the end of a task until its worker began the next
 * @property {number} tailMs from the end of the last task until all was over
 * @property {number} contention how many times as long the same computing took as in the loop beside it: workers that share memory,
 *   caches, or one physical core hold each other up
 */

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
function measure({ task, executor, work, beside, environment }) {
  const { pool, parallel } = executorOf(executor);
  if (work.length === 0) return null;
  // A clock that ticks a few times in a run tells nothing of what its tasks took.
  if (isTooShort(median(work.map(({ timeMs }) => timeMs)), environment.timerResolutionMs)) return null;
  if (work.some(({ tasks }) => tasks.every(({ parts }) => parts.every(({ ms }) => ms <= 0)))) return null;
  // Where many take turns on one core, a gap is another's turn.
  const gaps = pool && !parallel ? [] : work.flatMap(({ gapMs }) => gapMs ?? []);
  // A loop that waits has computed for a part of its time only.
  const loopMs = computes(task) && parallel && beside ? beside.timesMs : [];
  const heldUp = work.flatMap(({ repeat, workMs }) => (loopMs[repeat - 1] ? [workMs / loopMs[repeat - 1]] : []));
  return {
    repeats: work,
    startMs: median(work.map(({ startMs }) => startMs)),
    gapMs: gaps.length > 0 ? median(gaps) : 0,
    tailMs: median(work.map(({ tailMs }) => tailMs)),
    // Less than one is the machine's noise.
    contention: heldUp.length > 0 ? Math.max(1, median(heldUp)) : 1,
  };
}
