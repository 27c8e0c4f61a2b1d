// Numbers as people read them. Units are added here and nowhere else.

/** @import {Ratio} from '../types/shapes.js' */

/** Each unit of time with its length in milliseconds. Times just below a unit that round up to 1 of it are written in it. */
const UNITS = /** @type {const} */ ([['s', 1000], ['ms', 1], ['µs', 0.001]]);

/** A time with three significant digits: written the same wherever the page shows it.
 * @param {number} ms */
export function duration(ms) {
  const [unit, unitMs] = UNITS.find(([, unitMs]) => ms >= 0.9995 * unitMs) ?? (ms > 0 ? UNITS[2] : UNITS[1]);
  const value = ms / unitMs;
  return `${value.toFixed(value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2)} ${unit}`;
}

/** What start-up cost, and what of that had been done before the run began.
 * @param {number} startupMs
 * @param {number | null | undefined} prepaidMs */
export function startUp(startupMs, prepaidMs) {
  return prepaidMs ? `${duration(startupMs)}, ${duration(prepaidMs)} of it prepaid` : duration(startupMs);
}

/** How many times as fast.
 * @param {number} ratio */
export function times(ratio) {
  return `${ratio.toFixed(ratio >= 9.95 ? 1 : 2)}×`;
}

/** Its interval, which takes three rounds.
 * @param {Ratio} ratio */
export function interval({ low, high }) {
  return low === null || high === null ? 'no interval yet' : `${times(low).slice(0, -1)} to ${times(high)}`;
}

/** @param {number} share from 0 to 1 */
export function percent(share) {
  return `${(share * 100).toFixed(0)}%`;
}

/** @param {number} count */
export function bytes(count) {
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(1)} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

/** @param {number} count
 * @param {string} one
 * @param {string} [many] */
export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Several names in a row.
 * @param {readonly string[]} names */
export const listOf = (names) => new Intl.ListFormat('en').format(names);

/** Time that is left, roughly: nobody needs its tenths.
 * @param {number} ms */
export function roughly(ms) {
  const whole = Math.ceil(ms / 1000);
  if (whole < 60) return `about ${plural(whole, 'second')}`;
  if (whole < 120 * 60) return `about ${plural(Math.round(whole / 60), 'minute')}`;
  return `about ${plural(Math.round(whole / 3600), 'hour')}`;
}
