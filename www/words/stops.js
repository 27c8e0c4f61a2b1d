// Why a series stopped repeating.

import { SPENT_MS } from '../statistics/repeats.js';

/** @import {Stop} from '../types/shapes.js' */

/** In a word or two, beside the number of repeats.
 * @type {Record<Stop, string>} */
export const STOPS = {
  asked: '',
  sure: 'sure',
  spent: `${SPENT_MS / 1000} s spent`,
  long: 'long',
  most: 'unsure',
  empty: 'no result',
  beside: '',
};
