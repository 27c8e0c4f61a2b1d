// The hint beside the buttons: which executors can't run here, and why.

import { sharedMemory } from '../platform/capabilities.js';
import { byId, make } from '../platform/dom.js';
import { EXECUTORS } from '../settings/executors.js';
import { SHARED_MEMORY } from '../words/shared-memory.js';

/** @import {Facts} from '../types/shapes.js' */

/** @param {Facts} facts */
export function showUnavailable(facts) {
  const hint = byId('unavailable', HTMLElement);
  const { able, code } = sharedMemory(facts);
  hint.hidden = able;
  if (able) return;
  const { reason, remedy } = SHARED_MEMORY[code];
  const names = EXECUTORS.filter(({ flavour }) => flavour === 'threads').map(({ name }) => name);
  hint.dataset.code = code;
  hint.textContent = `Not available here: ${names.join(', ')}, because ${reason}. ${remedy} Everything else runs.`;
  if (facts.framed) hint.append(' ', make('a', { href: location.href, target: '_blank' }, 'Open this page in a tab'));
}
