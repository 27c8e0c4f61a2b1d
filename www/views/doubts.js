// What makes the times of the comparison doubtful, in a list below the table.

import { byId, make } from '../platform/dom.js';
import { compareWithLoop } from '../statistics/comparison.js';
import { executorLabel } from '../words/catalogue.js';
import { doubts } from '../words/doubts.js';

/** @import {Entries} from '../statistics/comparison.js' */

/** Shows each doubt once, with all executors that it applies to.
 * @param {Entries} entries */
export function showDoubts(entries) {
  /** @type {Map<string, string[]>} */
  const labels = new Map();
  for (const entry of entries.values()) {
    const label = executorLabel(entry.record.executor);
    for (const text of doubts(entry, compareWithLoop(entry, entries))) labels.set(text, [...(labels.get(text) ?? []), label]);
  }
  const items = [...labels].map(([text, own]) => make('li', {}, make('strong', {}, `${own.join(', ')}:`), ` ${text}`));
  byId('doubts', HTMLElement).replaceChildren(...items);
}
