// Summary statistics of a series of times.

import { median } from './median.js';

/** @import {Summary} from '../types/shapes.js' */

/** The standard deviation is that of a sample, and 0 for a single time.
 * Null without times.
 * @param {readonly number[]} timesMs
 * @returns {Summary | null} */
export function summaryOf(timesMs) {
  const count = timesMs.length;
  if (count === 0) return null;
  const meanMs = timesMs.reduce((sum, time) => sum + time, 0) / count;
  const squares = timesMs.reduce((sum, time) => sum + (time - meanMs) ** 2, 0);
  return {
    minMs: Math.min(...timesMs),
    medianMs: median(timesMs),
    meanMs,
    stddevMs: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    maxMs: Math.max(...timesMs),
  };
}
