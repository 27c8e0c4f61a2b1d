// A table of how each worker spent a run.

import { make } from '../platform/dom.js';
import { shares } from '../statistics/bars.js';
import { duration, number, percent } from '../words/format.js';
import { laneWords } from '../words/lanes.js';
import { FIRST } from '../words/language.js';

/** @import {Block, Job} from '../types/shapes.js' */

/** @param {Job} job
 * @param {{lanes: readonly Block[][], endMs: number | null}} state
 * @returns {HTMLElement} */
export function breakdownOf(job, { lanes, endMs }) {
  const { tableLater, heads: { tasks, computing, waiting, idle, idleAtEnd } } = FIRST.lanes;
  if (endMs === null) return make('p', { class: 'hint' }, tableLater);
  const words = laneWords(job);
  const heads = [tasks, computing, waiting, idle, idleAtEnd].map((text) => make('th', { scope: 'col', class: 'number' }, text));
  return make(
    'table',
    {},
    make('caption', { class: 'unseen' }, words.table({ count: lanes.length })),
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, words.name), ...heads)),
    make('tbody', {}, ...lanes.map((bars, lane) => rowOf(words.numbered({ number: lane + 1 }), bars, endMs))),
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
    number(new Set(bars.map(({ input }) => input)).size),
    percent(computing), percent(lock + io), percent(idle), duration(Math.max(0, endMs - lastMs)),
  ];
  return make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((text) => make('td', { class: 'number' }, text)));
}
