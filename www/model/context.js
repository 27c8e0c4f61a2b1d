// Checks a prediction against runs of the same work that were measured on other numbers of workers.

import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { predict } from './predict.js';

/** @import {RunRecord} from '../types/shapes.js' */

/** The numbers of workers that the slider stops at: every small one, then in growing steps.
 * @param {number} most */
export function stepsOf(most) {
  const steps = [];
  for (let step = 1; step < most; step += Math.max(1, 2 ** Math.floor(Math.log2(step) - 3))) steps.push(step);
  return [...steps, most];
}

/** Runs of the same work under the same executor on other numbers of workers, the newest of each. Empty for executors without a pool.
 * @param {RunRecord} record
 * @param {readonly RunRecord[]} runs */
export function contextOf(record, runs) {
  if (!executorOf(record.executor).pool) return [];
  const alike = runs.filter(
    ({ task, executor, workers, inputs, parameters, timesMs, failures }) =>
      task === record.task && executor === record.executor && workers !== record.workers && timesMs.length > 0 && failures.length === 0 &&
      inputs.length === record.inputs.length && inputs[0] === record.inputs[0] &&
      JSON.stringify(parameters) === JSON.stringify(record.parameters),
  );
  return [...new Map(alike.map((one) => [one.workers, one])).values()].sort((a, b) => a.workers - b.workers);
}

/** The error of a prediction: from one run to the number of workers of another, which was measured. Both are compared as ratios over
 * the loop of their own rounds, so that a machine that was slower during one of them doesn't count as an error.
 * @param {RunRecord} from
 * @param {RunRecord} measured
 * @returns {{measured: number, predicted: number, off: number, isWithin: boolean} | null} ratios over the loop; `off`: by which
 *   share the measured ratio is higher; `isWithin`: the measured interval and the predicted range overlap;
 *   null without a loop beside both */
export function errorOf(from, measured) {
  const prediction = predict(from, measured.workers);
  if (!prediction || !from.beside || !measured.beside) return null;
  const loopMs = median(from.beside.timesMs);
  const { value, low, high } = measured.ratio ?? { value: median(measured.beside.timesMs) / median(measured.timesMs), low: null, high: null };
  const [slowest, predicted, fastest] = [prediction.highMs, prediction.timeMs, prediction.lowMs].map((ms) => loopMs / ms);
  return { measured: value, predicted, off: value / predicted - 1, isWithin: slowest <= (high ?? value) && fastest >= (low ?? value) };
}

/** A predicted range on the chart has at most this many points. */
const MOST_STEPS = 10;

/** The predicted range of the ratio over the loop on a number of workers. @typedef {{workers: number, low: number, high: number}} Band */

/** Predicted ranges from a run's own number of workers up to `most`.
 * @param {RunRecord} record
 * @param {number} most
 * @returns {Band[]} empty where nothing can be predicted */
export function bandOf(record, most) {
  const loopMs = record.beside && median(record.beside.timesMs);
  const beyond = stepsOf(most).filter((step) => step > record.workers);
  const every = Math.ceil(beyond.length / MOST_STEPS);
  const steps = beyond.filter((_, place) => (beyond.length - 1 - place) % every === 0);
  return [record.workers, ...steps].flatMap((workers) => {
    const prediction = loopMs ? predict(record, workers) : null;
    return prediction && loopMs ? [{ workers, low: loopMs / prediction.highMs, high: loopMs / prediction.lowMs }] : [];
  });
}
