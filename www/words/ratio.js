// What a ratio means, in a sentence.

import { FEWEST } from '../statistics/interval.js';
import { isAlike, sideOf } from '../statistics/ratio.js';
import { interval, plural, times } from './format.js';

/** @import {Ratio} from '../types/shapes.js' */

/** As fast as each other, as far as it matters. */
export const GIVE_OR_TAKE = 'give or take 5%';

/** @param {Ratio | null} ratio
 * @param {object} [about]
 * @param {string} [about.other] what it is over
 * @param {number} [about.rounds] how many it comes from
 * @param {number} [about.claims] of how many such ratios the best was picked, which its interval allows for
 * @returns {string} */
export function describeRatio(ratio, { other = 'the loop', rounds = 1, claims = 1 } = {}) {
  if (ratio === null) return '';
  if (ratio.low === null) {
    const runs = rounds < FEWEST ? `, based on ${rounds === 1 ? 'one run' : plural(rounds, 'run')} of each` : '';
    return `${times(ratio.value)} the speed of ${other}${runs}.`;
  }
  const range = `${claims > 1 ? `best of ${claims}: ` : ''}${interval(ratio)}`;
  const isSure = sideOf(ratio) !== null;
  if (isAlike(ratio)) return `${isSure ? `${times(ratio.value)} the speed of` : 'As fast as'} ${other}, ${GIVE_OR_TAKE} (${range}).`;
  if (!isSure) return `No difference from ${other} could be measured (${range}).`;
  return `${times(ratio.value)} as fast as ${other} (${range}).`;
}
