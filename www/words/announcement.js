// What a screen reader says when a run has ended.

import { executorOf } from '../settings/executors.js';
import { isShown } from '../settings/job.js';

/** @import {Entry, Outcome, Plan} from '../types/shapes.js' */

/** @param {Outcome} outcome
 * @param {Pick<Plan, 'purpose'>} plan
 * @param {readonly Entry[]} entries those of the run
 * @param {string} said what it showed, in a sentence */
export function announce(outcome, plan, entries, said) {
  const last = entries.at(-1);
  if (outcome === 'cancelled') return 'Cancelled.';
  if (outcome === 'failed' || !last) return 'Failed.';
  if (plan.purpose === 'sweep') return 'Done. The chart shows how far it goes.';
  if (isShown(plan) && said) return said;
  if (entries.length > 1) return `Done. ${entries.length} executors have run; the table compares them.`;
  const { executor, results, inputs } = last.record;
  return `Done. ${executorOf(executor).label}: ${results.filter((result) => result !== null).length} of ${inputs.length} results.`;
}
