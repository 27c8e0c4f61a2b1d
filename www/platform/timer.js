// How finely this browser's clock ticks: browsers blur it, and by how much depends on isolation.

/** A clock that hasn't ticked after so many readings has stopped. */
const MOST_READINGS = 5_000_000;

/** The smallest step seen between two readings, in milliseconds.
 * @param {() => number} [now]
 * @param {number} [limitMs] how long to look
 * @returns {number} infinite if the clock doesn't go */
export function measureTimerResolution(now = () => performance.now(), limitMs = 12) {
  const begin = now();
  let last = begin;
  let smallest = Infinity;
  for (let steps = 0, readings = 0; steps < 20 && last - begin < limitMs && readings < MOST_READINGS; readings += 1) {
    const time = now();
    if (time > last) {
      smallest = Math.min(smallest, time - last);
      last = time;
      steps += 1;
    }
  }
  // Six digits of a millisecond are a nanosecond: what is beyond comes from floating point.
  return Number.isFinite(smallest) ? Number(smallest.toFixed(6)) : Infinity;
}
