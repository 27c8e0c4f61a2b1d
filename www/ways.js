// What went wrong with a run, in a sentence, and the ways on from there.

import { needsSharedMemory } from './setup/executors.js';

/** @import {Entry, Setup} from './types.js' */

/** @typedef {{label: string, changes: Partial<Setup> | null}} Way `null`: the page is loaded anew, with the set-up as it is */

/** @param {readonly Entry[]} entries those of one run
 * @param {boolean} [gone] the page's own file that one of them could not load is no longer there
 * @returns {{text: string, ways: Way[]} | null} */
export function wayOn(entries, gone = false) {
  const broken = entries.find(({ fault }) => fault !== null);
  if (broken) {
    if (gone) {
      return {
        text: 'Files of this page are gone from its host, probably because a newer version was published since the page was opened.',
        ways: [{ label: 'Load the newer version', changes: null }],
      };
    }
    const { executor } = broken.record;
    /** @type {Way[]} */
    const ways = needsSharedMemory(executor) ? [{ label: 'Run on processes', changes: { executor: 'processes' } }] : [];
    return { text: `${executor} broke off: ${broken.fault}`, ways };
  }
  const empty = entries.find(({ record }) => record.results.every((result) => result === null));
  if (!empty) return null;
  const { job, record } = empty;
  const first = record.failures[0]?.error ?? 'no cause is known';
  if (job.task === 'pictures' && job.source === 'picsum') {
    return {
      text: `No picture could be downloaded. The first cause: ${first}`,
      ways: [{ label: 'Run on simulated pictures', changes: { source: 'simulated' } }],
    };
  }
  return { text: `Nothing succeeded. The first cause: ${first}`, ways: [] };
}
