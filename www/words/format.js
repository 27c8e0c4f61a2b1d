// Numbers as people read them. Units are added here and nowhere else.

import { roundedSeconds } from '../statistics/rounding.js';

/** @import {Ratio} from '../types/shapes.js' */

/** The time of an operation, as the article prints it: seconds with three digits.
 * @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(3)} s`;
}

/** The same for a table, rounded as ratios are computed from it.
 * @param {number} ms */
export function exactSeconds(ms) {
  return `${roundedSeconds(ms)} s`;
}

/** A short time, with as many digits as tell something.
 * @param {number} ms */
export function shortTime(ms) {
  if (ms >= 9995) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 999.5) return `${(ms / 1000).toFixed(2)} s`;
  if (ms >= 99.5) return `${ms.toFixed(0)} ms`;
  if (ms >= 9.95) return `${ms.toFixed(1)} ms`;
  return `${ms.toFixed(2)} ms`;
}

/** What start-up cost, and what of that had been done before the run began.
 * @param {number} startupMs
 * @param {number | null | undefined} prepaidMs
 * @param {(ms: number) => string} [format] */
export function startUp(startupMs, prepaidMs, format = seconds) {
  return prepaidMs ? `${format(startupMs)}, ${format(prepaidMs)} of it prepaid` : format(startupMs);
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
