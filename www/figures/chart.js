// Where everything on the speed-up chart lies. Knows nothing of SVG.

import { median } from './statistics.js';

/** @typedef {{workers: number, ratio: number, low: number, high: number}} Point */

/** A sweep's point: the median speed-up and its spread, from the repeats that took turns with the loop.
 * @param {number} workers
 * @param {readonly number[]} loopMs
 * @param {readonly number[]} ownMs
 * @returns {Point | null} */
export function pointOf(workers, loopMs, ownMs) {
  const pairs = Math.min(loopMs.length, ownMs.length);
  if (pairs === 0) return null;
  const ratios = Array.from({ length: pairs }, (_, index) => loopMs[index] / ownMs[index]).sort((a, b) => a - b);
  const quarter = /** @param {number} share */ (share) => ratios[Math.round((ratios.length - 1) * share)];
  return { workers, ratio: median(loopMs) / median(ownMs), low: quarter(0.25), high: quarter(0.75) };
}

/** The numbers of workers to measure, up to `most`: all of few, some of many.
 * @param {number} most */
export function sweepSteps(most) {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64].filter((step) => step < most);
  return [...steps, most];
}

/** The highest value of the vertical axis: above all points, but not much above where nothing is.
 * @param {number} most
 * @param {readonly Point[]} points */
export function topOf(most, points) {
  const highest = Math.max(3, ...points.map(({ high, ratio }) => Math.max(high, ratio)));
  return Math.max(2, Math.min(Math.max(most, 3), Math.ceil(highest + 0.5)));
}
