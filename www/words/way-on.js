// What went wrong with a run, in a sentence, and the ways on from there.

import { needsSharedMemory } from '../settings/executors.js';
import { holds, taskOf } from '../settings/tasks.js';

/** @import {Entry, Setup} from '../types/shapes.js' */

/** @typedef {{label: string, changes: Partial<Setup> | null}} Way `null`: the page is loaded anew, with the set-up as it is */

/** @param {Entry['record']} record */
const isEmpty = ({ results }) => results.every((result) => result === null);

/** @param {readonly Entry[]} entries those of one run
 * @param {boolean} [gone] the page's own file that one of them missed is no longer there
 * @returns {{text: string, ways: Way[]} | null} */
export function wayOn(entries, gone = false) {
  if (gone) {
    return {
      text: 'Files of this page are gone from its host, probably because a newer version was published since the page was opened.',
      ways: [{ label: 'Load the newer version', changes: null }],
    };
  }
  const broken = entries.find(({ fault }) => fault !== null);
  if (broken) {
    const { executor } = broken.record;
    /** @type {Way[]} */
    const ways = needsSharedMemory(executor) ? [{ label: 'Run on processes', changes: { executor: 'processes' } }] : [];
    return { text: `${executor} broke off: ${broken.fault}`, ways };
  }
  const empty = entries.find(({ record }) => isEmpty(record));
  if (!empty) return null;
  const { job, record } = empty;
  const first = record.failures[0]?.error ?? 'no cause is known';
  const { rescue } = taskOf(job.task);
  if (rescue && holds(rescue.when, job)) {
    const [name, value] = rescue.set;
    return { text: `${rescue.problem} The first cause: ${first}`, ways: [{ label: rescue.offer, changes: { [name]: value } }] };
  }
  return { text: `Nothing succeeded. The first cause: ${first}`, ways: [] };
}
