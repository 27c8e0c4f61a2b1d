// From a set-up to what a coordinator is asked to do.

import { executorOf, executorsFor } from './executors.js';
import { applies, NAMES } from './parameters.js';
import { sharesState, taskOf, TASKS } from './tasks.js';

/** @import {Entry, Job, Plan, RunnerName, Setup, TaskName} from '../types/shapes.js' */

/** The inputs of a set-up.
 * @param {Setup} setup */
export function inputsOf(setup) {
  const { first, count } = taskOf(setup.task).inputs;
  return Array.from({ length: Number(setup[count]) }, (_, index) => first + index);
}

/** @param {Setup} setup
 * @param {RunnerName} [executor]
 * @param {number[]} [inputs]
 * @returns {Job} */
export function jobOf(setup, executor = setup.executor, inputs = inputsOf(setup)) {
  const own = /** @type {Setup} */ ({ ...setup, executor });
  const names = NAMES.filter((name) => name !== 'repeats' && applies(name, own));
  const values = Object.fromEntries(names.map((name) => [name, own[name]]));
  return /** @type {Job} */ ({ ...values, inputs });
}

/** So many inputs are looked at before they are asked for. */
const MOST_FURTHER = 200;

/** The last input that a task could be asked for without changing the others.
 * @param {Job} job */
export function lastKnown({ task, inputs }) {
  const { inputs: { first, count }, parameters, extends: isKnown } = taskOf(task);
  const most = parameters.find(({ name }) => name === count)?.number?.max ?? 0;
  return isKnown && most <= MOST_FURTHER ? first + most - 1 : inputs[inputs.length - 1];
}

/** How many lanes an executor has.
 * @param {Pick<Job, 'executor' | 'workers' | 'inputs'>} job */
export function laneCount({ executor, workers, inputs }) {
  if (!executorOf(executor).pool) return 1;
  // A pool starts all its workers, the others only those that find work.
  return executorOf(executor).flavour === 'threads' ? workers : Math.min(workers, inputs.length);
}

/** One executor, repeated.
 * @param {Setup} setup
 * @returns {Plan} */
export function planRun(setup) {
  return { purpose: 'run', series: [{ job: jobOf(setup), repeats: setup.repeats }] };
}

/** The same once more, going on with what was measured: of each series that didn't break, as many rounds or as much time again.
 * @param {Plan} plan
 * @param {readonly Entry[]} entries what came of it
 * @returns {Plan | null} null where there is nothing to go on with */
export function planLonger(plan, entries) {
  const series = plan.series.flatMap(({ job, repeats }) => {
    const entry = entries.find((one) => one.job === job);
    return entry && entry.fault === null && entry.record.stop !== 'empty' ? [{ job, repeats, earlier: entry.record }] : [];
  });
  const isWhole = series[0]?.job === plan.series[0].job && series.length > Math.min(1, plan.series.length - 1);
  return isWhole ? { ...plan, series } : null;
}

/** Retries some inputs of a job, with the next seed.
 * @param {Job} job
 * @param {number[]} inputs
 * @returns {Plan} */
export function planRetry(job, inputs) {
  const again = { ...job, inputs };
  for (const { name, number, seed } of taskOf(job.task).parameters) {
    if (seed && number && name in job) Object.assign(again, { [name]: Number(job[name]) < number.max ? Number(job[name]) + 1 : number.min });
  }
  return { purpose: 'retry', series: [{ job: again, repeats: 1 }] };
}

/** Executors against the loop. Where tasks share something, the loop has a build in which that costs nothing, so threads are measured on one
 * worker, too.
 * @param {Setup} setup
 * @param {RunnerName[]} [names] other than the loop
 * @returns {Plan} */
export function planComparison(setup, names = executorsFor(setup.task).map(({ name }) => name)) {
  const jobs = ['loop', ...names.filter((name) => name !== 'loop')].flatMap((name) => {
    const job = jobOf(setup, /** @type {RunnerName} */ (name));
    return hasYardstick(job) ? [{ ...job, workers: 1 }, job] : [job];
  });
  return { purpose: 'compare', series: jobs.map((job) => ({ job, repeats: setup.repeats })) };
}

/** Whether a job is compared with itself on one worker.
 * @param {Job} job */
const hasYardstick = ({ task, executor, workers }) => executor === 'threads' && workers > 1 && sharesState(task);

/** A sweep over the number of workers, against the loop.
 * @param {Setup} setup
 * @param {RunnerName[]} names
 * @param {number[]} workers
 * @returns {Plan} */
export function planSweep(setup, names, workers) {
  const points = workers.flatMap((count) => names.map((name) => ({ ...jobOf(setup, name), workers: count })));
  const series = [jobOf(setup, 'loop'), ...points].map((job) => ({ job, repeats: setup.repeats }));
  return { purpose: 'sweep', series };
}

/** Whether a plan's times are shown: sweeps have a chart of their own, and a retry's time means nothing.
 * @param {Pick<Plan, 'purpose'>} plan */
export const isShown = ({ purpose }) => purpose === 'run' || purpose === 'compare';

/** Runs with the same key did the same work, so their times can be compared.
 * @param {Job} job */
export function workKey(job) {
  const { parameters, inputs } = taskOf(job.task);
  const others = parameters.filter(({ name, apartFromWork }) => !apartFromWork && name !== inputs.count && name in job);
  return [job.task, job.inputs.length, job.inputs[0], ...others.map(({ name }) => job[name])].join(' ');
}

/** The task of a key.
 * @param {string} key */
export function taskOfKey(key) {
  const [name] = key.split(' ');
  return TASKS.find((task) => task.name === name)?.name ?? null;
}
