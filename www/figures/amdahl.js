// Speed-ups over the number of workers: the ideal, the ceiling of one task per number, and Amdahl's law fitted.

/** fib(35) alone is this part of the calls of fib(1) to fib(n), for every large n: 1/φ². One task per number is never more
 * than its inverse times as fast. */
export const ONE_TASK_CEILING = ((1 + Math.sqrt(5)) / 2) ** 2;

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
  for (let step = 0, width = 1; step < 4; step += 1, width /= 25) {
    const from = Math.max(0, best - width);
    const to = Math.min(1, best + width);
    for (let index = 0; index <= 100; index += 1) {
      const serial = from + ((to - from) * index) / 100;
      if (error(serial) < error(best)) best = serial;
    }
  }
  return best;
}
