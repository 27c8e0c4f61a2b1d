// Speed-ups over the number of workers: Amdahl's law, fitted.

import { median } from './median.js';
import { randomFrom } from './ratio.js';

/** @import {Point} from './point.js' */

/** How often a fit is made anew from times drawn anew. */
const RESAMPLES = 200;

/** A share that could be anywhere in a wider range than this is not known. */
const WIDEST = 0.2;

/** A curve goes through a point if it is no further away than so many times its interval's end. One of twenty intervals misses
 * the truth by a little. */
const SLACK = 1.6;

/** Amdahl's law: what cannot be shared bounds the speed-up.
 * @param {number} serial the share that can't be shared, from 0 to 1
 * @param {number} workers */
export function amdahl(serial, workers) {
  return 1 / (serial + (1 - serial) / workers);
}

/** The serial share that fits measured speed-ups best, by least squares.
 * @param {readonly {workers: number, ratio: number}[]} points
 * @returns {number | null} null without a point that could tell */
export function fitAmdahl(points) {
  const telling = points.filter(({ workers, ratio }) => workers > 1 && ratio > 0);
  if (telling.length === 0) return null;
  const error = /** @param {number} serial */ (serial) =>
    telling.reduce((sum, { workers, ratio }) => sum + (amdahl(serial, workers) - ratio) ** 2, 0);
  // The error may have more than one valley, so the whole range is looked at before the best place is refined.
  let best = 0;
  let least = error(best);
  for (let step = 0, width = 1; step < 4; step += 1, width /= 25) {
    const from = Math.max(0, best - width);
    const to = Math.min(1, best + width);
    for (let index = 0; index <= 100; index += 1) {
      const serial = from + ((to - from) * index) / 100;
      const off = error(serial);
      if (off < least) [best, least] = [serial, off];
    }
  }
  return best;
}

/** @typedef {{serial: number, low: number, high: number}} Fit with the share's 95% interval */

/** Amdahl's law for measured points, or why they don't bear it: too few of them, none of its curves goes through all their
 * intervals, or too many do.
 * @param {readonly Point[]} points
 * @returns {Fit | 'few' | 'off' | 'unsure'} */
export function amdahlOf(points) {
  const telling = points.filter(({ workers, low }) => workers > 1 && low !== null);
  const serial = fitAmdahl(telling);
  if (telling.length < 2 || serial === null) return 'few';
  const isOn = /** @param {Point} point */ ({ workers, ratio, low, high }) => {
    const away = amdahl(serial, workers) - ratio;
    return Math.abs(away) <= SLACK * Math.abs(((away < 0 ? low : high) ?? ratio) - ratio);
  };
  if (!telling.every(isOn)) return 'off';
  const random = randomFrom(telling.length);
  const shares = Float64Array.from({ length: RESAMPLES }, () => fitAmdahl(telling.map((point) => drawnAnew(point, random))) ?? 0).sort();
  const [low, high] = [shares[Math.floor(RESAMPLES * 0.025)], shares[Math.ceil(RESAMPLES * 0.975) - 1]];
  if (high - low > WIDEST) return 'unsure';
  return { serial, low: Math.min(low, serial), high: Math.max(high, serial) };
}

/** @param {Point} point
 * @param {() => number} random */
function drawnAnew({ workers, besideMs, ownMs }, random) {
  const places = ownMs.map(() => Math.floor(random() * ownMs.length));
  return { workers, ratio: median(places.map((place) => besideMs[place])) / median(places.map((place) => ownMs[place])) };
}
