// Speaks the coordinator's protocol, but computes in plain JavaScript: the extra row of the comparison.

import { WARM_UP_MS, WARM_UP_NUMBER, WARM_UP_PASSES } from '../settings/catalogue.js';

/** @import {FromCoordinator, ToWorker} from '../types/protocol.js' */
/** @import {Job, Message} from '../types/shapes.js' */

/** As JavaScript computes it fastest: with a sum passed along, as in src/task/fib.rs, V8 takes a quarter longer.
 * @param {number} n
 * @returns {number} */
function fib(n) {
  return n <= 2 ? n - 1 : fib(n - 1) + fib(n - 2);
}

/** @type {number[]} */
let inputs = [];

/** @param {FromCoordinator[]} messages */
function post(messages) {
  self.postMessage(messages);
}

/** Warms up as src/run.rs does with the others.
 * @param {Job} job */
function start(job) {
  inputs = job.inputs;
  post([{ type: 'ready', flavour: 'plain' }]);
  const begin = performance.now();
  for (let passes = 0; passes < WARM_UP_PASSES && performance.now() - begin < WARM_UP_MS; passes += 1) fib(WARM_UP_NUMBER);
  post([{ type: 'warm', warmupMs: performance.now() - begin }]);
}

function repeat() {
  const begin = performance.now();
  /** @type {number[]} */
  const results = [];
  const messages = inputs.map((input, index) => {
    const startMs = performance.now() - begin;
    const value = fib(input);
    const endMs = performance.now() - begin;
    results.push(value);
    const span = { lane: 0, startMs, endMs, waits: [] };
    return /** @type {FromCoordinator} */ ({ type: 'finished', index, atMs: endMs, value, fault: null, blob: null, span });
  });
  const timeMs = performance.now() - begin;
  post([...messages, { type: 'report', timeMs, results }]);
}

self.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === 'prepare') post([{ type: 'loaded' }]);
  if (data.type === 'start') start(data.job);
  if (data.type === 'repeat') repeat();
};
