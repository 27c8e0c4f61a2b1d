// A point of the speed-up chart.

import { missesAt } from './interval.js';
import { ratioOf } from './ratio.js';

/** @import {RunRecord} from '../types/shapes.js' */

/** The speed-up on a number of workers, with its interval.
 * @typedef {{workers: number, ratio: number, low: number | null, high: number | null}} Point */

/** The point of one run of a sweep.
 * @param {Pick<RunRecord, 'workers' | 'beside' | 'timesMs' | 'looks'>} record
 * @param {number} [points] of how many all intervals hold together
 * @returns {Point | null} */
export function pointOf({ workers, beside, timesMs, looks }, points = 1) {
  const found = beside?.timesMs.length === timesMs.length ? ratioOf(beside.timesMs, timesMs, true, missesAt(looks) / points) : null;
  return found && { workers, ratio: found.value, low: found.low, high: found.high };
}
