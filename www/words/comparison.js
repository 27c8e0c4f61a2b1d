// What runs of the same work say beside each other, and what they don't, in sentences.

import { executorOf } from '../settings/executors.js';
import { computes, taskOf } from '../settings/tasks.js';
import { besideLoop } from '../statistics/comparison.js';
import { isAbove, sideOf } from '../statistics/ratio.js';
import { shortTime } from './format.js';
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
    if (first.ratio.low === null) return describeRatio(first.ratio);
    return `Nothing here was faster than the loop, as far as could be measured.${adviseMore(own[0], entries)}`;
  }
  const equals = rest.filter(({ ratio }) => !isAbove(first.ratio, ratio)).map(({ label }) => label);
  const said = `${first.label}, ${describeRatio(first.ratio)}`;
  if (others.length === 1) return said;
  if (equals.length === 0) return `The fastest here: ${said}`;
  return `${said} Between it and ${inARow(equals)} there is no difference that could be measured here.`;
}

/** A loop that is over sooner is little work beside what executors cost. */
const LITTLE_MS = 10;

/** What to do where there was so little to compute that nothing could gain.
 * @param {Entry} entry
 * @param {Entries} entries */
function adviseMore(entry, entries) {
  const { task } = entry.record;
  const { loopMs } = besideLoop(entry, entries);
  if (loopMs === null || loopMs >= LITTLE_MS || !computes(task)) return '';
  return ` The loop takes ${shortTime(loopMs)}, which is little beside what handing work over costs. ${taskOf(task).more}`;
}

/** @param {readonly string[]} words */
function inARow(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
