// What runs of the same work say beside each other, and what they don't, in sentences.

import { executorOf } from '../settings/executors.js';
import { computes, taskOf } from '../settings/tasks.js';
import { compareWithLoop, hasResults, ratioBetween } from '../statistics/comparison.js';
import { isAlike, sideOf } from '../statistics/ratio.js';
import { duration, listOf } from './format.js';
import { describeRatio, GIVE_OR_TAKE } from './ratio.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry} from '../types/shapes.js' */

/** What a comparison says: who is the fastest, as far as that could be measured. Of several, the best was picked: what is said of it
 * holds for the best of as many that are equal, too.
 * @param {readonly Entry[]} own those that have run now
 * @param {Entries} entries
 * @returns {string} */
export function describeComparison(own, entries) {
  const sound = own.filter((entry) => entry.record.executor !== 'loop' && hasResults(entry));
  const claims = sound.length;
  const others = sound.flatMap((entry) => {
    const { ratio } = compareWithLoop(entry, entries, claims);
    return ratio ? [{ entry, ratio, label: executorOf(entry.record.executor).label }] : [];
  });
  const [first, ...rest] = others.sort((one, other) => other.ratio.value - one.ratio.value);
  if (!first) return '';
  const rounds = first.entry.record.timesMs.length;
  const said = `${first.label}: ${describeRatio(first.ratio, { rounds, claims })}`;
  if (others.length === 1 || first.ratio.low === null) return said;
  if (sideOf(first.ratio) !== 'above') {
    const best = isAlike(first.ratio) ? `The best, ${first.label}, was as fast as it, ${GIVE_OR_TAKE}.` : '';
    const nothing = 'Nothing here was faster than the loop, as far as could be measured.';
    return [nothing, best, adviseMore(own[0], entries)].filter(Boolean).join(' ');
  }
  const alike = rest.filter(({ entry }) => sideOf(ratioBetween(first.entry, entry, entries, claims)) !== 'above').map(({ label }) => label);
  return alike.length === 0 ? `The fastest here is ${said}` : `${said} No clear difference from ${listOf(alike)}.`;
}

/** A loop that is over sooner is little work beside what executors cost. */
const LITTLE_MS = 10;

/** What to do where there was so little to compute that nothing could gain.
 * @param {Entry} entry
 * @param {Entries} entries */
function adviseMore(entry, entries) {
  const { task } = entry.record;
  const { loopMs } = compareWithLoop(entry, entries);
  if (loopMs === null || loopMs >= LITTLE_MS || !computes(task)) return '';
  return `The loop takes ${duration(loopMs)}, which may be little beside what handing work over costs. ${taskOf(task).more}`;
}
