// From a set-up to what a coordinator is asked to do.

import { executorsFor } from './executors.js';

/** @import {Job, Plan, RunnerName, Setup, TaskName} from '../types.js' */

/** The inputs of a set-up: fib's 1 to n, or the pictures' ids from 0.
 * @param {Setup} setup */
export function inputsOf({ task, n, count }) {
  return task === 'fib'
    ? Array.from({ length: n }, (_, index) => index + 1)
    : Array.from({ length: count }, (_, index) => index);
}

/** @param {Setup} setup
 * @param {RunnerName} [executor]
 * @param {number[]} [inputs]
 * @returns {Job} */
export function jobOf(setup, executor = setup.executor, inputs = inputsOf(setup)) {
  const { task, workers, cutoff, chunks, source, width, height, latency, failures, seed, timeout } = setup;
  const order = task === 'fib' ? setup.order : 'ascending';
  return {
    task, executor, inputs, workers, cutoff, order, chunks, source, width, height, latency, failures, seed, timeout,
  };
}

/** One executor, repeated.
 * @param {Setup} setup
 * @returns {Plan} */
export function planRun(setup) {
  return { purpose: 'run', series: [{ job: jobOf(setup), repeats: setup.repeats }], inTurn: false };
}

/** Some inputs of a job once more; simulated failures are drawn anew.
 * @param {Job} job
 * @param {number[]} inputs
 * @returns {Plan} */
export function planRetry(job, inputs) {
  const again = { ...job, inputs, seed: (job.seed + 1) % 2 ** 32 };
  return { purpose: 'retry', series: [{ job: again, repeats: 1 }], inTurn: false };
}

/** Executors against the loop. Computing takes turns with the loop, repeat by repeat, so that whatever slows the machine
 * slows both; waiting isn't slowed by the machine, and a loop of downloads is long: it runs first, once for all.
 * @param {Setup} setup
 * @param {RunnerName[]} [names] other than the loop
 * @returns {Plan} */
export function planComparison(setup, names = executorsFor(setup.task).map(({ name }) => name)) {
  const all = ['loop', ...names.filter((name) => name !== 'loop')];
  const series = all.map((name) => ({ job: jobOf(setup, /** @type {RunnerName} */ (name)), repeats: setup.repeats }));
  return { purpose: 'compare', series, inTurn: setup.task === 'fib' };
}

/** A sweep over the number of workers: each point in turn with the loop.
 * @param {Setup} setup
 * @param {RunnerName[]} names
 * @param {number[]} workers
 * @returns {Plan} */
export function planSweep(setup, names, workers) {
  const points = workers.flatMap((count) => names.map((name) => ({ ...jobOf(setup, name), workers: count })));
  const series = [jobOf(setup, 'loop'), ...points].map((job) => ({ job, repeats: setup.repeats }));
  return { purpose: 'sweep', series, inTurn: true };
}

/** What an input is called in the log and in errors.
 * @param {TaskName} task
 * @param {number} input */
export function nameInput(task, input) {
  return task === 'fib' ? `fib(${input})` : `picture ${input}`;
}

/** A failure with its input named, once.
 * @param {TaskName} task
 * @param {number} input
 * @param {string} cause */
export function nameFailure(task, input, cause) {
  const name = nameInput(task, input);
  return cause.toLowerCase().startsWith(name) ? cause : `${name}: ${cause}`;
}

/** Runs with the same key did the same work, so their times can be compared.
 * @param {Job} job */
export function workKey(job) {
  const { task, inputs, source, width, height, latency, failures, seed } = job;
  /** @type {(string | number)[]} */
  const work = [task, inputs.length, inputs[0]];
  if (task === 'pictures') {
    work.push(source, ...(source === 'picsum' ? [width, height] : [latency, failures, seed]));
  }
  return work.join(' ');
}

/** The work in words.
 * @param {Job} job */
export function describeWork({ task, inputs, source, width, height, latency, failures }) {
  if (task === 'fib') return `fib(1) to fib(${inputs.length})`;
  const amount = inputs.length === 1 ? '1 picture' : `${inputs.length} pictures`;
  if (source === 'picsum') return `${amount} of ${width} × ${height} pixels from Lorem Picsum`;
  return `${amount}, simulated latency of ${latency} ms${failures ? `, ${failures}% of them failing` : ''}`;
}
