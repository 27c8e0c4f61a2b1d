// What runs of the same work say beside each other, and what they don't, in sentences.

import { executorOf } from '../settings/executors.js';
import { besideLoop } from '../statistics/comparison.js';
import { isAbove, sideOf } from '../statistics/ratio.js';
import { exactSeconds, interval, percent, times } from './format.js';

/** @import {controlOf, Entries} from '../statistics/comparison.js' */
/** @import {Entry, Ratio} from '../types/shapes.js' */

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

/** How far the loop was off itself, where it ran beside several executors.
 * @param {NonNullable<ReturnType<typeof controlOf>>} control */
export function describeControl({ leastMs, mostMs, share, doubtful }) {
  const range = `${exactSeconds(leastMs)} to ${exactSeconds(mostMs)}, ${percent(share)} apart`;
  const advice = doubtful ? ' That is much: doubt these figures, close other programs and compare again.' : '';
  return `Control: beside each executor the same loop ran, and took ${range}. That is this machine’s noise just now.${advice}`;
}

/** @param {readonly string[]} words */
function inARow(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
