// Which series starts, repeats or ends next.

/** @import {Plan} from '../types/shapes.js' */

/** @typedef {{start: number} | {repeat: number} | {end: number}} Step the series that starts, repeats or ends */

/** One series after the other; or each in turn with the first, which goes first in every turn and ends last, so that whatever
 * slows the machine slows both.
 * @param {Plan} plan
 * @param {(series: number) => boolean} isOver asked after each repeat of a series, but of the first in turns
 * @returns {Generator<Step>} */
export function* orderOf({ series, inTurn }, isOver) {
  const hasPartners = inTurn && series.length > 1;
  if (hasPartners) yield { start: 0 };
  for (let own = hasPartners ? 1 : 0; own < series.length; own += 1) {
    yield { start: own };
    do {
      if (hasPartners) yield { repeat: 0 };
      yield { repeat: own };
    } while (!isOver(own));
    yield { end: own };
  }
  if (hasPartners) yield { end: 0 };
}
