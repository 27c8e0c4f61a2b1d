// Numbers as people read them. Units are added here and nowhere else.

import { FIRST } from './language.js';
import { LANGUAGE } from './locale.js';

/** @import {Ratio} from '../types/shapes.js' */

/** Each unit of time with its length in milliseconds. Times just below a unit that round up to 1 of it are written in it. */
const UNITS = /** @type {const} */ ([['s', 1000], ['ms', 1], ['µs', 0.001]]);

/** @param {Intl.NumberFormatOptions} options */
const formatOf = (options) => new Intl.NumberFormat(LANGUAGE, { useGrouping: false, ...options });

/** By their number of decimals. */
const decimals = [0, 1, 2].map((digits) => formatOf({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
const plain = formatOf({ maximumFractionDigits: 20 });
const percents = [0, 1].map((digits) => formatOf({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }));
const list = (/** @type {'conjunction' | 'disjunction'} */ type) => new Intl.ListFormat(LANGUAGE, { type });

/** A number with all of its digits.
 * @param {number} value */
export const number = (value) => plain.format(value);

const large = formatOf({ useGrouping: true, maximumFractionDigits: 20 });

/** A large number, in groups of three digits.
 * @param {number} value */
export const grouped = (value) => large.format(value);

/** A number with so many decimals.
 * @param {number} value
 * @param {0 | 1 | 2} digits */
const rounded = (value, digits) => decimals[digits].format(value);

/** A quantity with its unit, on one line.
 * @param {string} value
 * @param {string} unit */
const withUnit = (value, unit) => `${value}\u00a0${unit}`;

/** A time with three significant digits: written the same wherever the page shows it.
 * @param {number} ms */
export function duration(ms) {
  const [unit, unitMs] = UNITS.find(([, unitMs]) => ms >= 0.9995 * unitMs) ?? (ms > 0 ? UNITS[2] : UNITS[1]);
  const value = ms / unitMs;
  return withUnit(rounded(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2), unit);
}

/** A round time, as an axis has it.
 * @param {number} ms
 * @param {number} longestMs that is written beside it, in the same unit */
export function roundTime(ms, longestMs) {
  const [unit, unitMs] = UNITS[longestMs >= 2000 ? 0 : longestMs < 1 ? 2 : 1];
  return withUnit(number(Number((ms / unitMs).toPrecision(6))), unit);
}

/** A limit in whole seconds, or in milliseconds below one.
 * @param {number} ms */
export const limit = (ms) => (ms < 1000 ? withUnit(number(ms), 'ms') : withUnit(number(Math.ceil(ms / 1000)), 's'));

/** What start-up cost, and what of that had been done before the run began.
 * @param {number} startupMs
 * @param {number | null | undefined} prepaidMs */
export function startUp(startupMs, prepaidMs) {
  const time = duration(startupMs);
  return prepaidMs ? FIRST.numbers.startUp({ time, early: duration(prepaidMs) }) : time;
}

/** A ratio's figure.
 * @param {number} ratio */
const figure = (ratio) => rounded(ratio, ratio >= 9.95 ? 1 : 2);

/** How many times as fast.
 * @param {number} ratio */
export const times = (ratio) => `${figure(ratio)}×`;

/** The ends of a ratio's interval.
 * @param {{low: number, high: number}} ratio */
export const endsOf = ({ low, high }) => ({ low: figure(low), high: figure(high) });

/** Its interval, which takes three rounds.
 * @param {Ratio} ratio */
export function interval({ low, high }) {
  return low === null || high === null ? FIRST.numbers.noInterval : FIRST.numbers.range(endsOf({ low, high }));
}

/** @param {number} share from 0 to 1
 * @param {0 | 1} [digits] */
export const percent = (share, digits = 0) => percents[digits].format(share);

/** A difference in percent, with its sign.
 * @param {number} share
 * @param {0 | 1} [digits] */
export const signedPercent = (share, digits = 0) => `${share < 0 ? '−' : '+'}${percent(Math.abs(share), digits)}`;

/** @param {number} count */
export function bytes(count) {
  if (count < 1000) return withUnit(number(count), 'B');
  if (count < 1_000_000) return withUnit(rounded(count / 1000, 1), 'kB');
  return withUnit(rounded(count / 1_000_000, 1), 'MB');
}

/** “a, b and c”.
 * @param {readonly string[]} names */
export const allOf = (names) => list('conjunction').format(names);

/** “a, b or c”.
 * @param {readonly string[]} names */
export const anyOf = (names) => list('disjunction').format(names);

/** A sentence begins with a capital letter, also where it begins with the name of an executor.
 * @param {string} text */
export const sentence = (text) => text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(LANGUAGE));

/** Time that is left, roughly: nobody needs its tenths.
 * @param {number} ms */
export function roughly(ms) {
  const whole = Math.ceil(ms / 1000);
  const { seconds, minutes, hours } = FIRST.numbers;
  if (whole < 60) return seconds({ count: whole });
  if (whole < 120 * 60) return minutes({ count: Math.round(whole / 60) });
  return hours({ count: Math.round(whole / 3600) });
}
