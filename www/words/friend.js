// What is said of results that a link carries.

import { ratioInLink } from '../statistics/comparison.js';
import { sideOf } from '../statistics/ratio.js';
import { endsOf, times } from './format.js';
import { LATER } from './later.js';
import { describeRatio, whoIs } from './ratio.js';

/** @import {Friend, FriendRow} from '../types/shapes.js' */

/** What the results in a link say.
 * @param {Friend} friend */
export function describeFriend({ rows, cores }) {
  const said = describeBest(rows);
  return said && LATER.link.said({ cores, said });
}

/** @param {readonly FriendRow[]} rows */
function describeBest(rows) {
  const valueOf = /** @param {FriendRow} row */ (row) => ratioInLink(row)?.value ?? 0;
  const others = rows.filter((row) => row.executor !== 'loop' && ratioInLink(row));
  const best = rows.reduce((most, row) => (valueOf(row) > valueOf(most) ? row : most));
  const ratio = ratioInLink(best);
  if (best.executor === 'loop' || !ratio) return '';
  const { low, high } = ratio;
  const figures = { executor: whoIs(best.executor), ratio: times(ratio.value) };
  if (sideOf(ratio) === null || low === null || high === null) return LATER.link.unsure(figures);
  // An interval for the best of several needs all times, which a link doesn't have.
  return others.length === 1 ? describeRatio(best.executor, ratio) : LATER.link.best({ ...figures, ...endsOf({ low, high }), claims: others.length });
}
