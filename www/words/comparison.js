// What runs of the same work say beside each other, and what they don't, in sentences.

import { executorOf } from '../settings/executors.js';
import { besideLoop } from '../statistics/comparison.js';
import { isAbove, sideOf } from '../statistics/ratio.js';
import { describeRatio } from './ratio.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry, Ratio} from '../types/shapes.js' */

/** What a comparison says: who is the fastest, as far as that could be measured.
 * @param {readonly Entry[]} own those that have run now
 * @param {Entries} entries
 * @returns {string} */
export function describeComparison(own, entries) {
  const others = own
    .filter(({ record }) => record.executor !== 'loop')
    .map((entry) => ({ label: executorOf(entry.record.executor).label, ratio: besideLoop(entry, entries).ratio }))
    .filter(({ ratio }) => ratio !== null)
    .sort((a, b) => /** @type {Ratio} */ (b.ratio).value - /** @type {Ratio} */ (a.ratio).value);
  const [first, ...rest] = others;
  if (!first?.ratio) return '';
  if (sideOf(first.ratio) !== 'above') {
    return first.ratio.low === null ? describeRatio(first.ratio) : 'Nothing here was faster than the loop, as far as could be measured.';
  }
  const equals = rest.filter(({ ratio }) => !isAbove(first.ratio, ratio)).map(({ label }) => label);
  const said = `${first.label}, ${describeRatio(first.ratio)}`;
  if (others.length === 1) return said;
  if (equals.length === 0) return `The fastest here: ${said}`;
  return `${said} Between it and ${inARow(equals)} there is no difference that could be measured here.`;
}

/** @param {readonly string[]} words */
function inARow(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
