// What went wrong with a run, in a sentence, and the ways on from there.

import { needsSharedMemory } from '../settings/executors.js';
import { holds } from '../settings/tasks.js';
import { hasResults } from '../statistics/comparison.js';
import { executorLabel, rescueOf } from './catalogue.js';
import { describeFault } from './faults.js';
import { sentence } from './format.js';
import { FIRST } from './language.js';

/** @import {Entry, Setup} from '../types/shapes.js' */

/** @typedef {{label: string, changes: Partial<Setup> | null}} Way `null`: the page reloads, with the same settings */

/** @param {readonly Entry[]} entries those of one run
 * @param {boolean} [gone] the page's own file that one of them missed is no longer there
 * @returns {{code: string, text: string, ways: Way[]} | null} */
export function wayOn(entries, gone = false) {
  const words = FIRST.wayOn;
  if (gone) return { code: 'files-gone', text: words.filesGone, ways: [{ label: words.loadNewVersion, changes: null }] };
  for (const { record, fault } of entries) {
    if (fault === null) continue;
    const { executor } = record;
    /** @type {Way[]} */
    const ways = needsSharedMemory(executor) && fault.code !== 'no-worker' ? [{ label: words.useProcesses, changes: { executor: 'processes' } }] : [];
    return { code: fault.code, text: sentence(words.failed({ executor: executorLabel(executor), fault: describeFault(fault) })), ways };
  }
  const empty = entries.find((entry) => !hasResults(entry));
  return empty ? afterNothing(empty) : null;
}

/** @param {Entry} entry in which nothing succeeded */
function afterNothing({ job, record }) {
  const words = FIRST.wayOn;
  const failure = record.failures[0]?.fault;
  const fault = failure ? describeFault(failure) : words.noCause;
  const code = failure?.code ?? 'empty';
  const rescue = rescueOf(job.task);
  if (!rescue || !holds(rescue.when, job)) return { code, text: words.nothing({ problem: words.nothingSucceeded, fault }), ways: [] };
  const [name, value] = rescue.set;
  return { code, text: words.nothing({ problem: rescue.problem, fault }), ways: [{ label: rescue.offer, changes: { [name]: value } }] };
}
