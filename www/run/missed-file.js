// Which of the page's own files a run couldn't load.

import { taskOf } from '../settings/tasks.js';
import { hasResults } from '../statistics/comparison.js';

/** @import {Entry} from '../types/shapes.js' */

/** The address of one of the page's own files that a run couldn't load; null if none is known.
 * @param {readonly Entry[]} entries those of one run */
export function missedFile(entries) {
  for (const { fault } of entries) if (fault && 'file' in fault) return fault.file;
  for (const entry of entries) {
    const { job } = entry;
    const rescue = taskOf(job.task).rescue;
    const isRescued = rescue?.file && job[rescue.set[0]] === rescue.set[1];
    if (isRescued && !hasResults(entry)) return new URL(`../${rescue.file}`, import.meta.url).href;
  }
  return null;
}
