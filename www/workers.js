// Where workers start, and what they run. This module lies beside their files and beside main.js, which takes it in when the
// site is built: the addresses hold either way.

import { executorOf, JAVASCRIPT } from './setup/executors.js';

/** @import {Flavour, RunnerName} from './types.js' */

/** What a worker runs: a flavour of the module, or the loop in plain JavaScript. @typedef {Flavour | 'javascript'} Runtime */

/** @param {RunnerName} executor
 * @returns {Runtime} */
export function runtimeOf(executor) {
  return executor === JAVASCRIPT.name ? 'javascript' : executorOf(executor).flavour;
}

/** The address of a worker's script.
 * @param {Runtime} runtime */
export function workerScript(runtime) {
  return new URL(`./${runtime}-worker.js`, import.meta.url).href;
}

/** The address of a module.
 * @param {Flavour} flavour */
export function moduleFile(flavour) {
  return new URL(`./${flavour}/easy_concurrency_bg.wasm`, import.meta.url).href;
}

/** Each address is written out whole, so that tools that follow `new Worker(new URL(...))` find all of them.
 * @type {Record<Runtime, (options: WorkerOptions) => Worker>} */
const START = {
  plain: (options) => new Worker(new URL('./plain-worker.js', import.meta.url), options),
  threads: (options) => new Worker(new URL('./threads-worker.js', import.meta.url), options),
  javascript: (options) => new Worker(new URL('./javascript-worker.js', import.meta.url), options),
};

/** @param {Runtime} runtime
 * @param {string} name */
export function startWorker(runtime, name) {
  return START[runtime]({ type: 'module', name });
}
