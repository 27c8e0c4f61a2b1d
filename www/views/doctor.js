// The table of what this browser and this host support, what is missing, and what to do about it.

import { sharedMemory } from '../platform/capabilities.js';
import { byId } from '../platform/dom.js';
import { checkup } from '../words/checkup.js';
import { cells, namedRow } from './rows.js';

/** @import {Facts} from '../types/shapes.js' */

/** @param {Facts} facts
 * @param {Parameters<typeof checkup>[2]} more */
export function showDoctor(facts, more) {
  const rows = checkup(facts, sharedMemory(facts), more).map(({ name, value, good, remedy }) => {
    const row = namedRow(name, ...cells([value, remedy]));
    row.className = good ? 'good' : 'missing';
    return row;
  });
  byId('doctor-table', HTMLTableElement).tBodies[0].replaceChildren(...rows);
}
