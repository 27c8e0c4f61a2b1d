// Where workers start. This module lies beside their scripts and beside main.js, which takes it in when the site is built:
// the addresses hold either way.

/** @import {RunnerName} from './types.js' */

/** The address of a worker's script.
 * @param {RunnerName} executor */
export function workerScript(executor) {
  return new URL(executor === 'javascript' ? './javascript-worker.js' : './worker.js', import.meta.url).href;
}

/** @param {RunnerName} executor
 * @param {string} name */
export function startWorker(executor, name) {
  // Each address is written out whole, so that tools that follow `new Worker(new URL(...))` find both.
  return executor === 'javascript'
    ? new Worker(new URL('./javascript-worker.js', import.meta.url), { type: 'module', name })
    : new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name });
}
