// What a prediction says, in a sentence.

import { executorOf } from '../settings/executors.js';
import { computes } from '../settings/tasks.js';
import { median } from '../statistics/median.js';
import { duration, plural, times } from './format.js';

/** @import {Prediction, WhatIf} from '../model/predict.js' */
/** @import {RunRecord} from '../types/shapes.js' */

/** @param {Prediction} prediction
 * @param {RunRecord} record the run that it was made from
 * @param {WhatIf} what is otherwise than in that */
export function describePrediction(prediction, record, what) {
  const { workers, timeMs, lowMs, highMs } = prediction;
  const { label, pool } = executorOf(record.executor);
  const who = pool ? `${label} on ${plural(workers, 'worker')}` : label;
  const range = highMs > lowMs * 1.005 ? ` (${duration(lowMs)} to ${duration(highMs)})` : '';
  const { beside } = record;
  const isKnown = isSame(record, what) && beside !== null && beside.timesMs.length > 0;
  const ratio = isKnown ? `, ${times(median(beside.timesMs) / timeMs)} as fast as the loop` : '';
  return `Predicted, not measured: ${who}, ${duration(timeMs)}${range}${ratio}. ${describeBound(prediction, record)}`;
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
  const { pool, parallel } = executorOf(executor);
  if (!pool) return 'It has one worker, however many cores there are.';
  if (!parallel && computes(task)) return 'One computes at a time, however many there are.';
  return `Work ${duration(workMs)} over span ${duration(spanMs)}: no number of workers is more than ${times(parallelism)} as fast as one.`;
}
