// What a screen reader says when a run has ended.

import { isShown } from '../settings/job.js';
import { executorLabel } from './catalogue.js';
import { FIRST } from './language.js';

/** @import {Entry, Outcome, Plan} from '../types/shapes.js' */

/** @param {Outcome} outcome
 * @param {Pick<Plan, 'purpose'>} plan
 * @param {readonly Entry[]} entries those of the run
 * @param {string} said what it showed, in a sentence */
export function announce(outcome, plan, entries, said) {
  const last = entries.at(-1);
  const { end } = FIRST;
  if (outcome === 'cancelled') return end.cancelled;
  if (outcome === 'failed' || !last) return end.failed;
  if (plan.purpose === 'sweep') return end.sweep;
  if (isShown(plan) && said) return said;
  if (entries.length > 1) return end.compared({ executors: entries.length });
  const { executor, results, inputs } = last.record;
  return end.ran({
    executor: executorLabel(executor),
    results: results.filter((result) => result !== null).length,
    inputs: inputs.length,
  });
}
