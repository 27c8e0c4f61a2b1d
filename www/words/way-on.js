// What went wrong with a run, in a sentence, and the ways on from there.

import { needsSharedMemory } from '../settings/executors.js';
import { holds, taskOf } from '../settings/tasks.js';
import { hasResults } from '../statistics/comparison.js';
import { describeFault } from './faults.js';

/** @import {Entry, Setup} from '../types/shapes.js' */

/** @typedef {{label: string, changes: Partial<Setup> | null}} Way `null`: the page reloads, with the set-up as it is */

/** @param {readonly Entry[]} entries those of one run
 * @param {boolean} [gone] the page's own file that one of them missed is no longer there
 * @returns {{code: string, text: string, ways: Way[]} | null} */
export function wayOn(entries, gone = false) {
  if (gone) {
    return {
      code: 'files-gone',
      text: 'Files of this page are gone from its host, probably because a newer version was published since the page was opened.',
      ways: [{ label: 'Load the newer version', changes: null }],
    };
  }
  for (const { record, fault } of entries) {
    if (fault === null) continue;
    const { executor } = record;
    /** @type {Way[]} */
    const ways = needsSharedMemory(executor) && fault.code !== 'no-worker' ? [{ label: 'Run on processes', changes: { executor: 'processes' } }] : [];
    return { code: fault.code, text: `${executor} broke off: ${describeFault(fault)}`, ways };
  }
  const empty = entries.find((entry) => !hasResults(entry));
  if (!empty) return null;
  const { job, record } = empty;
  const fault = record.failures[0]?.fault;
  const first = fault ? describeFault(fault) : 'no cause is known';
  const code = fault?.code ?? 'empty';
  const { rescue } = taskOf(job.task);
  if (rescue && holds(rescue.when, job)) {
    const [name, value] = rescue.set;
    return { code, text: `${rescue.problem} The first cause: ${first}`, ways: [{ label: rescue.offer, changes: { [name]: value } }] };
  }
  return { code, text: `Nothing succeeded. The first cause: ${first}`, ways: [] };
}
