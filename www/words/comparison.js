// What runs of the same work say beside each other, and what they don't, in sentences.

import { executorOf } from '../settings/executors.js';
import { besideLoop, ratioBetween } from '../statistics/comparison.js';
import { isAlike, sideOf } from '../statistics/ratio.js';
import { listOf } from './format.js';
import { describeRatio, GIVE_OR_TAKE } from './ratio.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry} from '../types/shapes.js' */

/** What a comparison says: who is the fastest, as far as that could be measured. Of several, the best was picked: what is said of it
 * holds for the best of as many that are equal, too.
 * @param {readonly Entry[]} own those that have run now
 * @param {Entries} entries
 * @returns {string} */
export function describeComparison(own, entries) {
  // Who fails ends early.
  const sound = own.filter(({ record: { executor, results } }) => executor !== 'loop' && results.some((result) => result !== null));
  const claims = sound.length;
  const others = sound.flatMap((entry) => {
    const { ratio } = besideLoop(entry, entries, claims);
    return ratio ? [{ entry, ratio, label: executorOf(entry.record.executor).label }] : [];
  });
  const [first, ...rest] = others.sort((one, other) => other.ratio.value - one.ratio.value);
  if (!first) return '';
  const rounds = first.entry.record.timesMs.length;
  const said = `${first.label}: ${describeRatio(first.ratio, { rounds, claims })}`;
  if (others.length === 1 || first.ratio.low === null) return said;
  if (sideOf(first.ratio) !== 'above') {
    const best = isAlike(first.ratio) ? `The best, ${first.label}, was as fast as it, ${GIVE_OR_TAKE}.` : '';
    return ['Nothing here was faster than the loop, as far as could be measured.', best].filter(Boolean).join(' ');
  }
  const alike = rest.filter(({ entry }) => sideOf(ratioBetween(first.entry, entry, entries, claims)) !== 'above').map(({ label }) => label);
  return alike.length === 0 ? `The fastest here is ${said}` : `${said} No clear difference from ${listOf(alike)}.`;
}
