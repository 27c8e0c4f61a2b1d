// What a ratio means, in a sentence.

import { executorOf } from '../settings/executors.js';
import { FEWEST } from '../statistics/interval.js';
import { isAlike, sideOf } from '../statistics/ratio.js';
import { executorLabel } from './catalogue.js';
import { endsOf, times } from './format.js';
import { FIRST } from './language.js';

/** @import {Ratio, RunnerName} from '../types/shapes.js' */

/** An executor within a sentence.
 * @param {RunnerName} name */
export const whoIs = (name) => (name === 'loop' ? FIRST.ratio.loop : executorLabel(executorOf(name).name));

/** @param {RunnerName} name the executor that is so many times as fast
 * @param {Ratio | null} ratio
 * @param {object} [about]
 * @param {RunnerName} [about.over] as which other one
 * @param {number} [about.rounds] how many it comes from
 * @param {number} [about.claims] of how many such ratios the best was picked, which its interval allows for
 * @returns {string} */
export function describeRatio(name, ratio, { over = 'loop', rounds = 1, claims = 1 } = {}) {
  if (ratio === null) return '';
  const { low, high } = ratio;
  const words = FIRST.ratio;
  const figures = { who: whoIs(name), other: whoIs(over), ratio: times(ratio.value) };
  if (low === null || high === null) return rounds < FEWEST ? words.few({ ...figures, rounds }) : words.plain(figures);
  const ends = endsOf({ low, high });
  const parts = { ...figures, interval: claims > 1 ? words.bestInterval({ ...ends, claims }) : words.interval(ends) };
  const isSure = sideOf(ratio) !== null;
  if (isAlike(ratio)) return isSure ? words.close(parts) : words.alike(parts);
  return isSure ? words.measured(parts) : words.unsure(parts);
}
