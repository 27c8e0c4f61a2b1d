// Beside the buttons: which executors can't run here, and why.

import { sharedMemory } from '../platform/capabilities.js';
import { byId, make } from '../platform/dom.js';
import { EXECUTORS } from '../settings/executors.js';

/** @import {Facts} from '../platform/capabilities.js' */

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
