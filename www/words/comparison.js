// What runs of the same work say beside each other, and what they don't, in sentences.

import { computes } from '../settings/tasks.js';
import { compareWithLoop, hasResults, ratioBetween } from '../statistics/comparison.js';
import { isAlike, sideOf } from '../statistics/ratio.js';
import { moreWork } from './catalogue.js';
import { allOf, duration, sentence } from './format.js';
import { LATER } from './later.js';
import { describeRatio, whoIs } from './ratio.js';

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
    return ratio ? [{ entry, ratio, name: entry.record.executor }] : [];
  });
  const [first, ...rest] = others.sort((one, other) => other.ratio.value - one.ratio.value);
  if (!first) return '';
  const rounds = first.entry.record.timesMs.length;
  const said = describeRatio(first.name, first.ratio, { rounds, claims });
  if (others.length === 1 || first.ratio.low === null) return sentence(said);
  const words = LATER.comparison;
  if (sideOf(first.ratio) !== 'above') {
    const best = isAlike(first.ratio) ? words.bestAlike({ first: whoIs(first.name) }) : '';
    return [words.nothingFaster, best, adviseMore(own[0], entries)].filter(Boolean).join(' ');
  }
  const alike = rest.filter(({ entry }) => sideOf(ratioBetween(first.entry, entry, entries, claims)) !== 'above').map(({ name }) => whoIs(name));
  if (alike.length === 0) return words.fastest({ said });
  return `${sentence(said)} ${words.noClearLead({ others: allOf(alike) })}`;
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
  return LATER.comparison.littleWork({ time: duration(loopMs), more: moreWork(task) });
}
