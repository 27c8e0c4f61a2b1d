// What this browser and host give, what is missing, and what to do about it.

import { byId, make } from '../dom.js';
import { sharedMemory } from '../host/capabilities.js';
import { checkup } from '../host/checkup.js';
import { EXECUTORS } from '../setup/executors.js';

/** @import {Facts} from '../host/capabilities.js' */
/** @import {Kept} from '../host/checkup.js' */

export function createDoctor() {
  const body = byId('doctor-table', HTMLTableElement).tBodies[0];
  const unavailable = byId('unavailable', HTMLElement);

  return {
    /** @param {Facts} facts
     * @param {{cores: number, timerResolutionMs: number, offline: boolean, kept: Kept}} more */
    show(facts, more) {
      body.replaceChildren(
        ...checkup(facts, more).map(({ name, value, good, remedy }) =>
          make('tr', { class: good ? 'good' : 'missing' }, make('th', { scope: 'row' }, name), make('td', {}, value), make('td', {}, remedy)),
        ),
      );
      const verdict = sharedMemory(facts);
      unavailable.hidden = verdict.able;
      if (verdict.able) return;
      const labels = EXECUTORS.filter(({ flavour }) => flavour === 'threads').map(({ name }) => name);
      unavailable.textContent = `Not available here: ${labels.join(', ')}, because ${verdict.reason}. ${verdict.remedy} Everything else runs.`;
      if (facts.framed) unavailable.append(' ', make('a', { href: location.href, target: '_blank' }, 'Open this page in a tab'));
    },
  };
}
