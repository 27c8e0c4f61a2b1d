// What is kept of the runs of a visit: a run may take a megabyte, and there may be hundreds.

/** @import {RunRecord} from '../types/shapes.js' */

/** The newest runs are kept whole: enough for two comparisons of all executors. */
const MOST_WHOLE = 20;

/** Adds a run, and reduces the one that is too old by now to what doesn't grow with its repeats and spans.
 * @param {RunRecord[]} runs newest last
 * @param {RunRecord} record */
export function keepRun(runs, record) {
  const place = runs.push(record) - 1 - MOST_WHOLE;
  // A copy, so that a script which holds the record keeps it whole.
  if (place >= 0) runs[place] = { ...runs[place], facts: [], work: [], spans: [] };
}
