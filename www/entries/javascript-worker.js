// Speaks the coordinator's protocol, but computes in plain JavaScript: the extra row of the comparison.

/** @import {FromCoordinator, ToWorker} from '../types/protocol.js' */
/** @import {Job, Message} from '../types/shapes.js' */

/** As JavaScript computes it fastest: with a sum passed along, as in src/task/fib.rs, V8 takes a quarter longer.
 * @param {number} n
 * @returns {number} */
function fib(n) {
  return n <= 2 ? n - 1 : fib(n - 1) + fib(n - 2);
}

const now = () => performance.timeOrigin + performance.now();

/** @type {number[]} */
let inputs = [];
/** @type {number[]} */
const timesMs = [];

/** @param {FromCoordinator[]} messages */
function post(messages) {
  self.postMessage(messages);
}

/** As src/run.rs does it for the others. */
const WARM_UP_MS = 60;
const WARM_UP_PASSES = 400;
const SHORT_INPUT = 27;

/** @param {Job & {startedAt: number}} job */
function start(job) {
  inputs = job.inputs;
  const readyAt = now();
  post([{ type: 'ready', startupMs: readyAt - job.startedAt, flavour: 'plain' }]);
  for (let passes = 0; passes < WARM_UP_PASSES && now() - readyAt < WARM_UP_MS; passes += 1) fib(SHORT_INPUT);
  post([{ type: 'warm', warmupMs: now() - readyAt }]);
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
    return /** @type {Message} */ ({ type: 'finished', index, atMs: endMs, value, error: null, blob: null, span });
  });
  const timeMs = performance.now() - begin;
  timesMs.push(timeMs);
  post([...messages, { type: 'report', timeMs, results, summary: summarise(timesMs) }]);
}

/** @param {number[]} times */
function summarise(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const meanMs = times.reduce((sum, time) => sum + time, 0) / times.length;
  const squares = times.reduce((sum, time) => sum + (time - meanMs) ** 2, 0);
  return {
    minMs: sorted[0],
    medianMs: sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    meanMs,
    stddevMs: times.length > 1 ? Math.sqrt(squares / (times.length - 1)) : 0,
    maxMs: sorted[sorted.length - 1],
  };
}

self.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === 'prepare') post([{ type: 'loaded' }]);
  if (data.type === 'start') start(data.job);
  if (data.type === 'repeat') repeat();
};
