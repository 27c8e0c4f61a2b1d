// Where workers start, and what they run. main.js takes this module in when the site is built; both lie one folder deep, so that
// the addresses hold either way.

import { messageOf } from '../platform/errors.js';
import { FaultError } from '../platform/faults.js';
import { executorOf, JAVASCRIPT } from '../settings/executors.js';

/** @import {Flavour, RunnerName} from '../types/shapes.js' */

/** What a worker runs: a flavour of the module, or the loop in plain JavaScript. @typedef {Flavour | 'javascript'} Runtime */

/** @param {RunnerName} executor
 * @returns {Runtime} */
export function runtimeOf(executor) {
  return executor === JAVASCRIPT.name ? 'javascript' : executorOf(executor).flavour;
}

/** The address of a worker's script.
 * @param {Runtime} runtime */
export function workerScript(runtime) {
  return new URL(`../entries/${runtime}-worker.js`, import.meta.url).href;
}

/** The address of a module.
 * @param {Flavour} flavour */
export function moduleFile(flavour) {
  return new URL(`../${flavour}/easy_concurrency_bg.wasm`, import.meta.url).href;
}

/** Each address is written out whole, so that tools that follow `new Worker(new URL(...))` find all of them.
 * @type {Record<Runtime, (options: WorkerOptions) => Worker>} */
const START = {
  plain: (options) => new Worker(new URL('../entries/plain-worker.js', import.meta.url), options),
  threads: (options) => new Worker(new URL('../entries/threads-worker.js', import.meta.url), options),
  javascript: (options) => new Worker(new URL('../entries/javascript-worker.js', import.meta.url), options),
};

/** Throws a `FaultError` where the browser lets the page start none, or no more.
 * @param {Runtime} runtime
 * @param {string} name */
export function startWorker(runtime, name) {
  try {
    return START[runtime]({ type: 'module', name });
  } catch (cause) {
    throw new FaultError({ code: 'no-worker', cause: messageOf(cause) });
  }
}
