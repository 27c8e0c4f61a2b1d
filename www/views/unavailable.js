// Beside the buttons: which executors can't run here, and why.

import { byId, make } from '../dom.js';
import { sharedMemory } from '../host/capabilities.js';
import { EXECUTORS } from '../setup/executors.js';

/** @import {Facts} from '../host/capabilities.js' */

/** @param {Facts} facts */
export function showUnavailable(facts) {
  const hint = byId('unavailable', HTMLElement);
  const verdict = sharedMemory(facts);
  hint.hidden = verdict.able;
  if (verdict.able) return;
  const names = EXECUTORS.filter(({ flavour }) => flavour === 'threads').map(({ name }) => name);
  hint.textContent = `Not available here: ${names.join(', ')}, because ${verdict.reason}. ${verdict.remedy} Everything else runs.`;
  if (facts.framed) hint.append(' ', make('a', { href: location.href, target: '_blank' }, 'Open this page in a tab'));
}
