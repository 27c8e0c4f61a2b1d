// From a set-up to what a coordinator is asked to do.

import { executorsFor } from './executors.js';

/** @import {Job, Plan, RunnerName, Series, Setup, Step, TaskName} from '../types.js' */

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
  return { purpose: 'run', ...alone({ job: jobOf(setup), repeats: setup.repeats }) };
}

/** Some inputs of a job once more; simulated failures are drawn anew.
 * @param {Job} job
 * @param {number[]} inputs
 * @returns {Plan} */
export function planRetry(job, inputs) {
  return { purpose: 'retry', ...alone({ job: { ...job, inputs, seed: (job.seed + 1) % 2 ** 32 }, repeats: 1 }) };
}

/** @param {Series} series */
function alone(series) {
  const steps = Array.from({ length: series.repeats }, (_, repeat) => ({
    series: 0,
    last: repeat === series.repeats - 1,
  }));
  return { series: [series], steps };
}

/** Executors against the loop. Computing takes turns with the loop, repeat by repeat, so that whatever slows the machine
 * slows both; waiting isn't slowed by the machine, and a loop of downloads is long: it runs once for all.
 * @param {Setup} setup
 * @param {RunnerName[]} [names] other than the loop
 * @returns {Plan} */
export function planComparison(setup, names = executorsFor(setup.task).map(({ name }) => name)) {
  const others = names.filter((name) => name !== 'loop');
  const { repeats } = setup;
  const inTurn = setup.task === 'fib';
  /** @type {Series[]} */
  const series = [
    { job: jobOf(setup, 'loop'), repeats: inTurn ? repeats * Math.max(1, others.length) : repeats },
    ...others.map((name) => ({ job: jobOf(setup, name), repeats })),
  ];
  return { purpose: 'compare', series, steps: inTurn ? takeTurns(series, repeats) : inARow(series) };
}

/** A sweep over the number of workers: each point in turn with the loop.
 * @param {Setup} setup
 * @param {RunnerName[]} names
 * @param {number[]} workers
 * @returns {Plan} */
export function planSweep(setup, names, workers) {
  const points = workers.flatMap((count) => names.map((name) => ({ ...jobOf(setup, name), workers: count })));
  const { repeats } = setup;
  const series = [
    { job: jobOf(setup, 'loop'), repeats: repeats * points.length },
    ...points.map((job) => ({ job, repeats })),
  ];
  return { purpose: 'sweep', series, steps: takeTurns(series, repeats) };
}

/** @param {Series[]} series the loop first
 * @param {number} repeats
 * @returns {Step[]} */
function takeTurns(series, repeats) {
  /** @type {Step[]} */
  const steps = [];
  const lastPartner = series.length - 1;
  for (let partner = Math.min(1, lastPartner); partner <= lastPartner; partner += 1) {
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      steps.push({ series: 0, last: partner === lastPartner && repeat === repeats });
      if (partner > 0) steps.push({ series: partner, last: repeat === repeats });
    }
  }
  return steps;
}

/** @param {Series[]} series
 * @returns {Step[]} */
function inARow(series) {
  return series.flatMap(({ repeats }, index) =>
    Array.from({ length: repeats }, (_, repeat) => ({ series: index, last: repeat === repeats - 1 })),
  );
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
