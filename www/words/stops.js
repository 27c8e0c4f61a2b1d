// Why a series stopped repeating.

/** @import {Stop} from '../types/shapes.js' */

/** In a word or two, beside the number of repeats.
 * @type {Record<Stop, string>} */
export const STOPS = {
  asked: '',
  sure: 'sure',
  spent: 'time spent',
  slow: 'too slow for more',
  most: 'unsure',
  empty: 'no result',
};
