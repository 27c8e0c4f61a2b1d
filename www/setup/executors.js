// Every executor there is. A new one is one more line here.

/** @import {ExecutorName, RunnerName, TaskName, Flavour} from '../types.js' */

/**
 * @typedef {object} Executor
 * @property {RunnerName} name
 * @property {string} label
 * @property {Flavour} flavour `threads` needs shared memory
 * @property {boolean} pool whether `workers` says how many run at once
 * @property {TaskName[]} tasks
 * @property {string} about who runs a task, in one line
 * @property {{name: string, seconds: Partial<Record<TaskName, number>>} | null} article what the article measured
 */

/** @type {TaskName[]} */
const BOTH = ['fib', 'pictures'];

/** @type {Executor[]} */
// prettier-ignore
export const EXECUTORS = [
  { name: 'loop', label: 'loop', flavour: 'plain', pool: false, tasks: BOTH, about: 'A for loop: one worker does one task after the other.', article: { name: 'the script', seconds: { fib: 5.512, pictures: 4.099 } } },
  { name: 'map', label: 'map', flavour: 'plain', pool: false, tasks: BOTH, about: 'The loop written as map(task, inputs): still one worker, one after the other.', article: { name: 'map', seconds: { pictures: 4.033 } } },
  { name: 'gil', label: 'threads with a GIL', flavour: 'threads', pool: true, tasks: BOTH, about: 'Threads that share one lock: one computes at a time, all may wait at once.', article: { name: 'the thread pool', seconds: { fib: 5.74, pictures: 0.408 } } },
  { name: 'threads', label: 'threads', flavour: 'threads', pool: true, tasks: BOTH, about: 'Threads in shared memory without such a lock: all may compute at once.', article: null },
  { name: 'fork-join', label: 'fork-join', flavour: 'threads', pool: true, tasks: ['fib'], about: 'Threads that split the numbers themselves into halves and share these.', article: null },
  { name: 'processes', label: 'processes', flavour: 'plain', pool: true, tasks: BOTH, about: 'Isolated workers, each with a memory of its own, that talk by messages.', article: { name: 'the process pool', seconds: { fib: 3.591, pictures: 0.451 } } },
  { name: 'async', label: 'async', flavour: 'plain', pool: true, tasks: BOTH, about: 'One thread, many futures: it turns to another task while one waits.', article: null },
];

/** The same algorithm without WebAssembly; it can be compared, but isn't an executor of the address.
 * @type {Executor} */
export const JAVASCRIPT = {
  name: 'javascript',
  label: 'plain JavaScript loop',
  flavour: 'plain',
  pool: false,
  tasks: ['fib'],
  about: 'The same recursion in plain JavaScript, in a loop.',
  article: null,
};

/** The executor of that name.
 * @param {RunnerName} name
 * @returns {Executor} */
export function executorOf(name) {
  return EXECUTORS.find((executor) => executor.name === name) ?? JAVASCRIPT;
}

/** The executors that can do a task, in the table's order.
 * @param {TaskName} task */
export function executorsFor(task) {
  return EXECUTORS.filter((executor) => executor.tasks.includes(task));
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
