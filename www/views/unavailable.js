// The hint beside the buttons: which executors can't run here, and why.

import { sharedMemory } from '../platform/capabilities.js';
import { byId, make } from '../platform/dom.js';
import { EXECUTORS } from '../settings/executors.js';
import { executorLabel } from '../words/catalogue.js';
import { allOf } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** @import {Facts} from '../types/shapes.js' */

/** @param {Facts} facts */
export function showUnavailable(facts) {
  const hint = byId('unavailable', HTMLElement);
  const { able, code } = sharedMemory(facts);
  hint.hidden = able;
  if (able) return;
  const names = EXECUTORS.filter(({ flavour }) => flavour === 'threads').map(({ name }) => executorLabel(name));
  hint.dataset.code = code;
  hint.textContent = FIRST.unavailable.several({ executors: allOf(names), ...FIRST.sharedMemory[code] });
  if (facts.framed) hint.append(' ', make('a', { href: location.href, target: '_blank' }, FIRST.unavailable.openTab));
}
