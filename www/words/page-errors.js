// Errors of the page's own code, in words that say what to do.

import { describeFault } from './faults.js';

/** @import {Fault} from '../types/shapes.js' */

/** @param {string} message */
const unshown = (message) => `Part of the page could not be shown (${message}). Runs and their numbers are not affected.`;

/** What an error keeps from working, by where it was caught.
 * @type {Record<string, (message: string) => string>} */
const CAUGHT = {
  view: unshown,
  drawing: unshown,
  further: () => 'What is further down this page could not be loaded, so its buttons do nothing. Reload the page: your settings are kept.',
};

/** A warning; null if the error is said elsewhere.
 * @param {string} message
 * @param {string | null} place where it was caught; null: nowhere */
export function describeError(message, place) {
  if (place !== null) return CAUGHT[place]?.(message) ?? null;
  return `Something on this page went wrong (${message}). If a button does nothing, reload the page: your settings are kept.`;
}

/** Why a run failed, if it was an error of the page.
 * @param {Fault} fault */
export function describeBreak(fault) {
  const cause = 'cause' in fault ? fault.cause : describeFault(fault);
  return {
    code: fault.code,
    text: `The page itself broke, not what it ran: ${cause}. Run it again, or reload the page: your settings are kept.`,
  };
}

/** Why nothing ran, if the page had to reload for it. */
export const NOT_RELOADED = 'Threads need shared memory, for which the page has to reload once, and it did not. Press again to try once more.';
