// What each worker did while a run went on, as a table.

import { make } from '../platform/dom.js';
import { shares } from '../statistics/bars.js';
import { percent, plural, shortTime } from '../words/format.js';

/** @import {Block, Job} from '../types/shapes.js' */

const HEADS = ['tasks', 'computing', 'waiting', 'idle', 'idle at the end'];

/** @param {Job} job
 * @returns {(course: {lanes: readonly Block[][], endMs: number | null}) => HTMLElement} */
export function createBreakdown(job) {
  const who = job.executor === 'async' ? 'slot' : 'worker';

  return ({ lanes, endMs }) => {
    if (endMs === null) return make('p', { class: 'hint' }, 'Said when it is over.');
    const rows = lanes.map((bars, lane) => {
      const { computing, lock, io, idle } = shares(bars, 1, endMs);
      const lastMs = bars.at(-1)?.endMs ?? 0;
      const cells = [
        // A task that was split has several bars.
        String(new Set(bars.map(({ input }) => input)).size),
        percent(computing), percent(lock + io), percent(idle), shortTime(Math.max(0, endMs - lastMs)),
      ];
      return make('tr', {}, make('th', { scope: 'row' }, `${who} ${lane + 1}`), ...cells.map((text) => make('td', { class: 'number' }, text)));
    });
    return make(
      'table',
      {},
      make('caption', { class: 'unseen' }, `What each of ${plural(lanes.length, who)} did`),
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, who), ...HEADS.map((text) => make('th', { scope: 'col', class: 'number' }, text)))),
      make('tbody', {}, ...rows),
    );
  };
}
