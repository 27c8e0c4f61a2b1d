// What a ratio means, and how much of it is noise, in sentences.

import { sideOf } from '../statistics/ratio.js';
import { exactSeconds, interval, percent, times } from './format.js';

/** @import {controlOf} from '../statistics/comparison.js' */
/** @import {Ratio} from '../types/shapes.js' */

/** What a ratio means, in a sentence.
 * @param {Ratio | null} ratio
 * @param {string} [other] what it is over
 * @returns {string} */
export function describeRatio(ratio, other = 'the loop') {
  if (ratio === null) return '';
  if (ratio.low === null) return `${times(ratio.value)} as fast as ${other}; ${interval(ratio)}, so that may be chance.`;
  if (sideOf(ratio) === null) return `Beside ${other} there is no difference that could be measured here (${interval(ratio)}).`;
  return `${times(ratio.value)} as fast as ${other} (${interval(ratio)}).`;
}

/** How far the loop was off itself, where it ran beside several executors.
 * @param {NonNullable<ReturnType<typeof controlOf>>} control */
export function describeControl({ leastMs, mostMs, share, doubtful }) {
  const range = `${exactSeconds(leastMs)} to ${exactSeconds(mostMs)}, ${percent(share)} apart`;
  const advice = doubtful ? ' That is much: doubt these figures, close other programs and compare again.' : '';
  return `Control: beside each executor the same loop ran, and took ${range}. That is this machine’s noise just now.${advice}`;
}
