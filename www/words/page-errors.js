// Errors of the page's own code, in words that say what to do.

import { describeFault } from './faults.js';
import { FIRST } from './language.js';

/** @import {Fault} from '../types/shapes.js' */

/** What an error keeps from working, by where it was caught.
 * @type {Record<string, (parts: {message: string}) => string>} */
const CAUGHT = { view: FIRST.errors.unshown, drawing: FIRST.errors.unshown, further: () => FIRST.errors.further };

/** A warning; null if the error is said elsewhere.
 * @param {string} message
 * @param {string | null} place where it was caught; null: nowhere */
export function describeError(message, place) {
  return (place === null ? FIRST.errors.other : CAUGHT[place])?.({ message }) ?? null;
}

/** Why a run failed, if it was an error of the page.
 * @param {Fault} fault */
export function describeBreak(fault) {
  const cause = 'cause' in fault ? fault.cause : describeFault(fault);
  return { code: fault.code, text: FIRST.errors.broke({ cause }) };
}
