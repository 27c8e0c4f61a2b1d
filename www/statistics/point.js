// A point of a sweep over the number of workers.

import { ratioOf } from './ratio.js';

/** A measured point: the speed-up with its interval, and the times in turn that it comes from.
 * @typedef {{workers: number, ratio: number, low: number | null, high: number | null, besideMs: readonly number[], ownMs: readonly number[]}} Point */

/** A sweep's point, from the repeats that took turns with the loop.
 * @param {number} workers
 * @param {readonly number[]} besideMs
 * @param {readonly number[]} ownMs
 * @returns {Point | null} */
export function pointOf(workers, besideMs, ownMs) {
  const found = besideMs.length === ownMs.length ? ratioOf(besideMs, ownMs, true) : null;
  return found && { workers, ratio: found.value, low: found.low, high: found.high, besideMs, ownMs };
}
