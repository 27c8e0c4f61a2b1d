// What is said of results that a link carries.

import { executorOf } from '../settings/executors.js';
import { sideOf } from '../statistics/ratio.js';
import { shown } from '../statistics/rounding.js';
import { times } from './format.js';
import { describeRatio } from './ratio.js';

/** @import {Friend, RunnerName} from '../types/shapes.js' */

/** @param {RunnerName} name */
export const labelOf = (name) => (name === 'loop' ? 'the loop' : executorOf(name).label);

/** What the results in a link say.
 * @param {Friend} friend */
export function describeFriend({ rows, cores }) {
  const ratioOf = /** @param {Friend['rows'][number]} row */ ({ besideMs, medianMs }) => (besideMs && medianMs ? shown(besideMs) / shown(medianMs) : 0);
  const best = rows.reduce((most, row) => (ratioOf(row) > ratioOf(most) ? row : most));
  const value = ratioOf(best);
  if (best.executor === 'loop' || value === 0) return '';
  const { low, high } = best;
  const there = `Whoever made this link, on ${cores} ${cores === 1 ? 'core' : 'cores'}, measured`;
  const ratio = { value, low, high };
  if (sideOf(ratio) === null) return `${there} ${labelOf(best.executor)}: ${times(value)} as fast as the loop, which may be chance.`;
  return `${there} ${labelOf(best.executor)}: ${describeRatio(ratio)}`;
}
