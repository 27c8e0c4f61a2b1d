// The speed-up chart's steps and axis. Pure functions.

/** The numbers of workers to measure, up to `most`: each of the first, then in growing steps.
 * @param {number} most */
export function sweepSteps(most) {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 48, 56, 64].filter((step) => step < most);
  return [...steps, most];
}

/** The highest value of the vertical axis: a little above all points and intervals, and not above `most`.
 * @param {number} most
 * @param {readonly {ratio: number, high: number | null}[]} points */
export function topOf(most, points) {
  const highest = Math.max(3, ...points.map(({ high, ratio }) => Math.max(high ?? 0, ratio)));
  return Math.max(2, Math.min(Math.max(most, 3), Math.ceil(highest + 0.5)));
}
