// What each button runs.

import { can, executorOf, executorsFor, SWEPT } from './executors.js';
import { planComparison, planRun, planSweep } from './job.js';
import { change } from './parameters.js';
import { computes, TASKS } from './tasks.js';

/** @import {Plan, RunnerName, Setup} from '../types/shapes.js' */

/** `embed`: the executor beside the loop; `lesson:…`: what answers a question of the path.
 * @typedef {'run' | 'compare' | 'sweep' | 'javascript' | 'embed' | `lesson:${string}`} Action */

/** What a button runs apart from the loop. A question says that itself.
 * @param {Action} action
 * @param {Setup} setup
 * @returns {RunnerName[]} */
export function namesFor(action, setup) {
  if (action === 'compare') return executorsFor(setup.task).map(({ name }) => name);
  if (action === 'javascript') return ['javascript'];
  if (action === 'sweep') return SWEPT.filter((name) => can(executorOf(name), setup.task));
  return [setup.executor];
}

/** @param {Action} action
 * @param {Setup} setup
 * @param {RunnerName[]} names
 * @param {number[]} workers of a sweep
 * @returns {Plan} */
export function planOf(action, setup, names, workers) {
  if (action === 'run') return planRun(setup);
  if (action === 'sweep') return planSweep(setup, names, workers);
  return planComparison(setup, names);
}

/** A sweep is over a task that computes, since cores don't matter to one that waits: the first that computes, if need be.
 * @param {Setup} setup
 * @param {number} cores */
export function sweptSetup(setup, cores) {
  const other = TASKS.find(({ kind }) => kind !== 'waits');
  return computes(setup.task) || !other ? setup : change(setup, { task: other.name }, cores);
}
