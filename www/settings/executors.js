// Every executor there is, as it is described in src/executor/.

import { EXECUTORS as DESCRIBED } from './catalogue.js';
import { TASKS } from './tasks.js';

/** @import {Executor, ExecutorName, RunnerName, TaskName} from '../types/shapes.js' */

/** In the table's order.
 * @type {readonly Executor[]} */
export const EXECUTORS = DESCRIBED;

/** The same algorithm without WebAssembly; it can be compared, but isn't an executor of the address.
 * @type {Executor} */
export const JAVASCRIPT = {
  name: 'javascript',
  label: 'plain JavaScript loop',
  flavour: 'plain',
  pool: false,
  parallel: false,
  splits: false,
  parameters: [],
  only: 'fib',
  about: 'The same naive recursion in plain JavaScript, in a loop.',
};

/** Everything that can run, in the table's order. */
export const RUNNERS = [...EXECUTORS, JAVASCRIPT];

/** Those whose speed-up is measured on 1 to many workers.
 * @type {readonly RunnerName[]} */
export const SWEPT = ['threads', 'fork-join', 'processes'];

/** The executor of that name.
 * @param {RunnerName} name
 * @returns {Executor} */
export function executorOf(name) {
  return EXECUTORS.find((executor) => executor.name === name) ?? JAVASCRIPT;
}

/** Whether an executor can do a task.
 * @param {Executor} executor
 * @param {TaskName} task */
export function can({ only, splits }, task) {
  if (only) return task === only;
  return !splits || TASKS.some((known) => known.name === task && known.splits);
}

/** The executors that can do a task, in the table's order.
 * @param {TaskName} task */
export function executorsFor(task) {
  return EXECUTORS.filter((executor) => can(executor, task));
}

/** Whether an executor runs on threads in shared memory.
 * @param {RunnerName} name */
export function needsSharedMemory(name) {
  return executorOf(name).flavour === 'threads';
}

/** @returns {ExecutorName[]} */
export function executorNames() {
  return EXECUTORS.map((executor) => /** @type {ExecutorName} */ (executor.name));
}
