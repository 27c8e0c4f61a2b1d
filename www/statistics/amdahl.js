// Speed-ups over the number of workers: Amdahl's law, fitted.

/** @import {Point} from './point.js' */

/** A serial share whose interval is wider than this is reported as unknown. */
const WIDEST = 0.2;

/** Amdahl's law: the serial share of the work bounds the speed-up.
 * @param {number} serial that share, from 0 to 1
 * @param {number} workers */
export function amdahl(serial, workers) {
  return 1 / (serial + (1 - serial) / workers);
}

/** The serial share that a speed-up implies: Amdahl's law, solved for it.
 * @param {number} ratio
 * @param {number} workers more than one */
const serialOf = (ratio, workers) => (1 / ratio - 1 / workers) / (1 - 1 / workers);

/** @typedef {{serial: number, low: number, high: number}} Fit with the share's 95% interval */

/** Fits Amdahl's law to measured points, or says why it can't: too few points (`few`), no curve through all their intervals (`off`), or
 * too many such curves (`unsure`). The serial share's interval is the intersection of those that the points imply.
 * @param {readonly Point[]} points with intervals that hold for all of them together
 * @returns {Fit | 'few' | 'off' | 'unsure'} */
export function amdahlOf(points) {
  /** @type {{workers: number, ratio: number, low: number, high: number}[]} */
  const usable = points.flatMap(({ workers, ratio, low, high }) =>
    workers > 1 && low !== null && high !== null ? [{ workers, ratio, low, high }] : [],
  );
  if (usable.length < 2) return 'few';
  const low = Math.max(0, ...usable.map(({ workers, high }) => serialOf(high, workers)));
  const high = Math.min(1, ...usable.map(({ workers, low: least }) => serialOf(least, workers)));
  if (low > high) return 'off';
  if (high - low > WIDEST) return 'unsure';
  return { serial: Math.min(high, Math.max(low, leastSquares(usable))), low, high };
}

/** The serial share whose curve has the least squared error.
 * @param {readonly {workers: number, ratio: number}[]} points */
function leastSquares(points) {
  const error = /** @param {number} serial */ (serial) =>
    points.reduce((sum, { workers, ratio }) => sum + (amdahl(serial, workers) - ratio) ** 2, 0);
  let best = 0;
  for (let step = 1; step <= 1000; step += 1) if (error(step / 1000) < error(best)) best = step / 1000;
  return best;
}
