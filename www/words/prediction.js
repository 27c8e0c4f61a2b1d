// What a prediction says, in a sentence.

import { executorOf } from '../settings/executors.js';
import { computes } from '../settings/tasks.js';
import { median } from '../statistics/median.js';
import { duration, times } from './format.js';
import { FIRST } from './language.js';
import { LATER } from './later.js';
import { whoIs } from './ratio.js';

/** @import {Prediction, WhatIf} from '../model/predict.js' */
/** @import {RunRecord} from '../types/shapes.js' */

/** @param {Prediction} prediction
 * @param {RunRecord} record the run that it was made from
 * @param {WhatIf} what is otherwise than in that */
export function describePrediction(prediction, record, what) {
  const words = LATER.prediction;
  const { workers, timeMs, lowMs, highMs } = prediction;
  const { executor, beside } = record;
  const isKnown = isSame(record, what) && beside !== null && beside.timesMs.length > 0;
  const figures = {
    executor: whoIs(executor),
    time: duration(timeMs),
    range: highMs > lowMs * 1.005 ? FIRST.numbers.range({ low: duration(lowMs), high: duration(highMs) }) : '',
    ratio: isKnown ? times(median(beside.timesMs) / timeMs) : '',
  };
  const time = executorOf(executor).pool ? words.timeOfPool({ ...figures, workers }) : words.time(figures);
  return `${time} ${describeBound(prediction, record)}`;
}

/** Whether the loop beside the run was measured doing the same.
 * @param {RunRecord} record
 * @param {WhatIf} what */
function isSame({ inputs: { length } }, { count = length, core = 1, latency = 1 }) {
  return count === length && core === 1 && latency === 1;
}

/** What more workers can't change.
 * @param {Prediction} prediction
 * @param {RunRecord} record */
function describeBound({ workMs, spanMs, parallelism }, { executor, task }) {
  const words = LATER.prediction;
  const { pool, parallel } = executorOf(executor);
  if (!pool) return words.oneWorker;
  if (!parallel && computes(task)) return words.oneAtATime;
  return words.bound({ work: duration(workMs), span: duration(spanMs), parallelism: times(parallelism) });
}
