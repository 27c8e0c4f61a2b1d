// Why something went wrong, in words.

import { executorLabel, nameInput } from './catalogue.js';
import { limit } from './format.js';
import { FIRST } from './language.js';

/** @import {Fault, RunnerName, RunRecord, TaskName} from '../types/shapes.js' */

/** A fault's parts as its text takes them.
 * @param {Fault} fault
 * @returns {{[name: string]: unknown}} */
function partsOf(fault) {
  return {
    ...fault,
    ...('retryAfterMs' in fault && { wait: limit(fault.retryAfterMs ?? 0) }),
    ...('limitMs' in fault && { limit: limit(fault.limitMs) }),
    ...('executor' in fault && { executor: executorLabel(/** @type {RunnerName} */ (fault.executor)) }),
    ...('fault' in fault && { fault: describeFault(fault.fault) }),
  };
}

/** Each continues a sentence, such as “threads failed: …”.
 * @param {Fault} fault
 * @returns {string} */
export function describeFault(fault) {
  const code = fault.code === 'rate-limited' && fault.retryAfterMs !== undefined ? 'rate-limited-for' : fault.code;
  return /** @type {(parts: object) => string} */ (FIRST.faults[code])(partsOf(fault));
}

/** Why an input has no result, with its name.
 * @param {TaskName} task
 * @param {number} input
 * @param {Fault} fault */
export const describeFailure = (task, input, fault) => FIRST.failure({ input: nameInput(task, input), fault: describeFault(fault) });

/** A record as it leaves the page: each failure says in words what it was.
 * @param {RunRecord} record
 * @returns {RunRecord} */
export function inWords(record) {
  return { ...record, failures: record.failures.map((failure) => ({ ...failure, error: describeFault(failure.fault) })) };
}
