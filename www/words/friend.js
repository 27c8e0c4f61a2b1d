// What is said of results that a link carries.

import { executorOf } from '../settings/executors.js';
import { ratioInLink } from '../statistics/comparison.js';
import { sideOf } from '../statistics/ratio.js';
import { interval, times } from './format.js';
import { describeRatio } from './ratio.js';

/** @import {Friend, FriendRow, RunnerName} from '../types/shapes.js' */

/** @param {RunnerName} name */
export const labelOf = (name) => (name === 'loop' ? 'the loop' : executorOf(name).label);

/** What the results in a link say.
 * @param {Friend} friend */
export function describeFriend({ rows, cores }) {
  const valueOf = /** @param {FriendRow} row */ (row) => ratioInLink(row)?.value ?? 0;
  const others = rows.filter((row) => row.executor !== 'loop' && ratioInLink(row));
  const best = rows.reduce((most, row) => (valueOf(row) > valueOf(most) ? row : most));
  const ratio = ratioInLink(best);
  if (best.executor === 'loop' || !ratio) return '';
  const there = `Whoever made this link, on ${cores} ${cores === 1 ? 'core' : 'cores'}, measured`;
  if (sideOf(ratio) === null) return `${there} ${labelOf(best.executor)}: ${times(ratio.value)} the speed of the loop, which may be chance.`;
  if (others.length === 1) return `${there} ${labelOf(best.executor)}: ${describeRatio(ratio)}`;
  // A link doesn't carry the times that an interval for the best of several takes.
  const range = `${interval(ratio)} by itself`;
  return `${there} ${labelOf(best.executor)}: ${times(ratio.value)} the speed of the loop, the highest of ${others.length} (${range}).`;
}
