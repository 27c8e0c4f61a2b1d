// Speed-ups over the number of workers: Amdahl's law, fitted.

/** @import {Point} from './point.js' */

/** A share that could be anywhere in a wider range than this is not known. */
const WIDEST = 0.2;

/** Amdahl's law: what cannot be shared bounds the speed-up.
 * @param {number} serial the share that can't be shared, from 0 to 1
 * @param {number} workers */
export function amdahl(serial, workers) {
  return 1 / (serial + (1 - serial) / workers);
}

/** The share that can't be shared, of a speed-up: Amdahl's law, solved for it.
 * @param {number} ratio
 * @param {number} workers more than one */
const serialOf = (ratio, workers) => (1 / ratio - 1 / workers) / (1 - 1 / workers);

/** @typedef {{serial: number, low: number, high: number}} Fit with the share's 95% interval */

/** Amdahl's law for measured points, or why they don't bear it: too few of them, none of its curves goes through all their
 * intervals, or too many do. The share lies where all points' intervals put it.
 * @param {readonly Point[]} points each with an interval that takes into account how many there are
 * @returns {Fit | 'few' | 'off' | 'unsure'} */
export function amdahlOf(points) {
  /** @type {{workers: number, ratio: number, low: number, high: number}[]} */
  const telling = points.flatMap(({ workers, ratio, low, high }) =>
    workers > 1 && low !== null && high !== null ? [{ workers, ratio, low, high }] : [],
  );
  if (telling.length < 2) return 'few';
  const low = Math.max(0, ...telling.map(({ workers, high }) => serialOf(high, workers)));
  const high = Math.min(1, ...telling.map(({ workers, low: least }) => serialOf(least, workers)));
  if (low > high) return 'off';
  if (high - low > WIDEST) return 'unsure';
  return { serial: Math.min(high, Math.max(low, leastSquares(telling))), low, high };
}

/** The share whose curve is nearest to all points.
 * @param {readonly {workers: number, ratio: number}[]} points */
function leastSquares(points) {
  const error = /** @param {number} serial */ (serial) =>
    points.reduce((sum, { workers, ratio }) => sum + (amdahl(serial, workers) - ratio) ** 2, 0);
  let best = 0;
  for (let step = 1; step <= 1000; step += 1) if (error(step / 1000) < error(best)) best = step / 1000;
  return best;
}
