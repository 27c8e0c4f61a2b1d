// What this browser and host give, what is missing, and what to do about it.

import { byId, make } from '../platform/dom.js';
import { checkup } from '../words/checkup.js';

/** @import {Facts} from '../platform/capabilities.js' */
/** @import {Kept} from '../words/checkup.js' */

export function createDoctor() {
  const body = byId('doctor-table', HTMLTableElement).tBodies[0];

  return {
    /** @param {Facts} facts
     * @param {{cores: number, timerResolutionMs: number, offline: boolean, kept: Kept}} more */
    show(facts, more) {
      body.replaceChildren(
        ...checkup(facts, more).map(({ name, value, good, remedy }) =>
          make('tr', { class: good ? 'good' : 'missing' }, make('th', { scope: 'row' }, name), make('td', {}, value), make('td', {}, remedy)),
        ),
      );
    },
  };
}
