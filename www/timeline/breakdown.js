// A table of how each worker spent a run.

import { make } from '../platform/dom.js';
import { shares } from '../statistics/bars.js';
import { duration, percent, plural } from '../words/format.js';
import { laneName } from '../words/lanes.js';

/** @import {Block, Job} from '../types/shapes.js' */

const HEADS = ['tasks', 'computing', 'waiting', 'idle', 'idle at the end'];

/** @param {Job} job
 * @param {{lanes: readonly Block[][], endMs: number | null}} state
 * @returns {HTMLElement} */
export function breakdownOf(job, { lanes, endMs }) {
  if (endMs === null) return make('p', { class: 'hint' }, 'Shown when the run is over.');
  const who = laneName(job);
  const heads = HEADS.map((text) => make('th', { scope: 'col', class: 'number' }, text));
  return make(
    'table',
    {},
    make('caption', { class: 'unseen' }, `How each of ${plural(lanes.length, who)} spent the time`),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, who), ...heads)),
    make('tbody', {}, ...lanes.map((bars, lane) => rowOf(`${who} ${lane + 1}`, bars, endMs))),
  );
}

/** @param {string} name
 * @param {readonly Block[]} bars
 * @param {number} endMs */
function rowOf(name, bars, endMs) {
  const { computing, lock, io, idle } = shares(bars, 1, endMs);
  const lastMs = bars.at(-1)?.endMs ?? 0;
  const cells = [
    // A task that was split has several bars.
    String(new Set(bars.map(({ input }) => input)).size),
    percent(computing), percent(lock + io), percent(idle), duration(Math.max(0, endMs - lastMs)),
  ];
  return make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((text) => make('td', { class: 'number' }, text)));
}
