// What a prediction is held to: runs of the same work that were measured on other numbers of workers.

import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { predict } from './predict.js';

/** @import {RunRecord} from '../types/shapes.js' */

/** The numbers of workers that a slider stops at: all of few, some of many.
 * @param {number} most */
export function stepsOf(most) {
  const steps = [];
  for (let step = 1; step < most; step += Math.max(1, 2 ** Math.floor(Math.log2(step) - 3))) steps.push(step);
  return [...steps, most];
}

/** Runs of the same work under the same executor on other numbers of workers, the newest of each. None where workers make no
 * difference.
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

/** How far what was predicted from one run is from what another one measured. Both as many times as fast as the loop beside
 * each, where there is one: then what slowed the machine meanwhile slowed both.
 * @param {RunRecord} from
 * @param {RunRecord} measured
 * @returns {{measured: number, predicted: number, off: number, isWithin: boolean} | null} ratios over the loop; `off`: by how much
 *   the predicted time is longer; `isWithin` the interval that was measured or the predicted band reaches the other */
export function errorOf(from, measured) {
  const prediction = predict(from, measured.workers);
  if (!prediction || !from.beside || !measured.beside) return null;
  const loopMs = median(from.beside.timesMs);
  const { value, low, high } = measured.ratio ?? { value: median(measured.beside.timesMs) / median(measured.timesMs), low: null, high: null };
  const [slowest, predicted, fastest] = [prediction.highMs, prediction.timeMs, prediction.lowMs].map((ms) => loopMs / ms);
  return { measured: value, predicted, off: value / predicted - 1, isWithin: slowest <= (high ?? value) && fastest >= (low ?? value) };
}

/** A band is drawn through so many points. */
const MOST_STEPS = 10;

/** How many times as fast as the loop so many workers are, at least and at most. @typedef {{workers: number, low: number, high: number}} Band */

/** From a run's own number of workers to as many as are asked for.
 * @param {RunRecord} record
 * @param {number} most
 * @returns {Band[]} empty where nothing can be said */
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
