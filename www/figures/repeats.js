// How often a series is repeated: as often as was asked for, or until its figure is sure.

import { halfWidth, medianOf, ratioOf } from './ratio.js';
import { median } from './median.js';

/** @import {Ratio, Repeats, Stop} from '../types.js' */

/** Fewer repeats than that say little. */
export const LEAST = 5;
/** Sure is a figure whose interval reaches no further than that to each side. */
export const SURE = 0.03;
/** So much work is spent on being sure. */
export const SPENT_MS = 4000;
/** Of a repeat that takes longer, two are enough. */
export const LONG_MS = 1000;
/** Repeats that are nearly nothing never get sure. */
export const MOST = 100;

/** The figure that has to be sure: the ratio where something is measured in turn, else the time.
 * @param {readonly number[]} ownMs
 * @param {readonly number[]} besideMs
 * @returns {Ratio | null} */
function figureOf(ownMs, besideMs) {
  return besideMs.length === ownMs.length ? ratioOf(besideMs, ownMs, true) : medianOf(ownMs);
}

/** Why a series is not repeated any more, or null where it is.
 * @param {Repeats} asked
 * @param {readonly number[]} ownMs its times so far
 * @param {readonly number[]} [besideMs] those of the loop in turn with it
 * @param {boolean} [empty] the last repeat brought no result at all
 * @returns {Stop | null} */
export function stopOf(asked, ownMs, besideMs = [], empty = false) {
  if (asked !== 'auto') return ownMs.length >= asked ? 'asked' : null;
  if (empty) return 'empty';
  if (ownMs.length >= 2 && median(ownMs) > LONG_MS) return 'long';
  if (ownMs.length < LEAST) return null;
  if (halfWidth(figureOf(ownMs, besideMs)) < SURE) return 'sure';
  if (ownMs.reduce((sum, time) => sum + time, 0) >= SPENT_MS) return 'spent';
  return ownMs.length >= MOST ? 'most' : null;
}

/** How many repeats there will be, as far as can be told: intervals narrow with the square root of their number.
 * @param {Repeats} asked
 * @param {readonly number[]} ownMs
 * @param {readonly number[]} [besideMs] */
export function expectedRepeats(asked, ownMs, besideMs = []) {
  if (asked !== 'auto') return asked;
  const made = ownMs.length;
  if (made === 0) return LEAST;
  const usualMs = median(ownMs);
  if (usualMs > LONG_MS) return Math.max(2, made);
  if (made < LEAST) return LEAST;
  const wanted = made * (halfWidth(figureOf(ownMs, besideMs)) / SURE) ** 2;
  return Math.max(made, Math.ceil(Math.min(MOST, wanted, SPENT_MS / Math.max(usualMs, 1e-9))));
}

/** Why there were so many, in words.
 * @type {Record<Stop, string>} */
export const STOPS = {
  asked: '',
  sure: 'sure',
  spent: `${SPENT_MS / 1000} s spent`,
  long: 'long',
  most: 'unsure',
  empty: 'in vain',
  beside: '',
};
