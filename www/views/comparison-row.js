// A row of the comparison: an executor's figures as measured here, in the article, and in a link.

import { make } from '../platform/dom.js';
import { executorOf } from '../settings/executors.js';
import { articleFigures, sharesState } from '../settings/tasks.js';
import { ratioInLink } from '../statistics/comparison.js';
import { median } from '../statistics/median.js';
import { executorLabel } from '../words/catalogue.js';
import { duration, grouped, interval, number, times } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** @import {Entry, FriendRow, Ratio, RunnerName, RunRecord, TaskName} from '../types/shapes.js' */

/**
 * @typedef {object} Row
 * @property {Entry | undefined} entry the executor's run
 * @property {{loopMs: number | null, ratio: Ratio | null} | null} beside the loop's time of the same rounds, and the ratio over it
 * @property {boolean} isPending whether it is about to run
 * @property {number} longestMs the longest time of all rows
 * @property {TaskName | null} task the rows' task
 * @property {FriendRow | undefined} theirs its row in the link
 */

/** @param {RunnerName} name
 * @param {Row} row */
export function rowOf(name, { entry, beside, isPending, longestMs, task, theirs }) {
  return make(
    'tr',
    entry ? { 'data-executor': name } : {},
    make('th', { scope: 'row' }, executorLabel(name), ...workersOf(entry), ...failuresOf(entry)),
    ...(entry && beside ? ownCells(entry, beside, longestMs) : emptyCells(isPending)),
    ...articleCells(name, task),
    cell('friend', ...(theirs ? theirFigures(theirs) : ['–'])),
  );
}

/** @param {string} name
 * @param {...(string | HTMLElement)} children */
const cell = (name, ...children) => make('td', { class: `number ${name}` }, ...children);

/** @param {string} text */
const small = (text) => make('small', {}, text);

/** Where tasks share something, threads may have two rows.
 * @param {Entry | undefined} entry */
function workersOf(entry) {
  if (!entry || !sharesState(entry.job.task) || !executorOf(entry.job.executor).parallel) return [];
  return [small(FIRST.lanes.workers({ count: entry.job.workers }))];
}

/** @param {Entry | undefined} entry */
function failuresOf(entry) {
  const lost = entry?.record.failures.length ?? 0;
  if (entry?.fault) return [small(FIRST.table.failed)];
  return lost > 0 ? [small(FIRST.table.someFailed({ count: lost }))] : [];
}

/** @param {Entry} entry
 * @param {NonNullable<Row['beside']>} beside
 * @param {number} longestMs */
function ownCells({ record, job }, { loopMs, ratio }, longestMs) {
  const { executor, timesMs, startupMs, stop } = record;
  const ownMs = timesMs.length ? median(timesMs) : null;
  const often = timesMs.length ? [FIRST.table.repeats({ count: timesMs.length }), stop ? FIRST.table.stopped[stop] : ''] : [];
  const bar = make('span', { class: `bar of-${executor}` });
  bar.style.inlineSize = `${ownMs === null ? 0 : Math.max(0.5, (ownMs / longestMs) * 100)}%`;
  return [
    cell('ratio', ratio === null ? '–' : times(ratio.value), ...(ratio && executor !== 'loop' ? [small(interval(ratio))] : [])),
    cell('time', ownMs === null ? '–' : duration(ownMs), small(often.filter(Boolean).join(', '))),
    make('td', { class: 'bars', 'aria-hidden': 'true' }, bar),
    cell('beside', loopMs === null ? '–' : duration(loopMs)),
    cell('workers', number(executorOf(executor).pool ? job.workers : 1)),
    cell('startup', startupMs === null ? '–' : duration(startupMs), ...partsOfStartUp(record)),
    cell('total', record.total === null ? '–' : grouped(record.total)),
  ];
}

/** The parts of the start-up that were done before the run, and that other executors share.
 * @param {RunRecord} record */
function partsOfStartUp({ prepaidMs, sharedMs, beside }) {
  const prepaid = prepaidMs ? [small(FIRST.table.early({ time: duration(prepaidMs) }))] : [];
  return beside && sharedMs ? [...prepaid, small(FIRST.table.shared({ time: duration(sharedMs) }))] : prepaid;
}

/** The cells of an executor that hasn't run yet.
 * @param {boolean} isPending */
function emptyCells(isPending) {
  return ['ratio', 'time', 'bars', 'beside', 'workers', 'startup', 'total'].map((name) => cell(name, name === 'time' && isPending ? '…' : ''));
}

/** @param {RunnerName} name
 * @param {TaskName | null} task */
function articleCells(name, task) {
  const article = task && articleFigures(name, task);
  return [article && duration(article.seconds * 1000), article && times(article.ratio)].map((text) => cell('article', text ?? '–'));
}

/** The time in the link, and the ratio where the link has one.
 * @param {FriendRow} row */
function theirFigures(row) {
  const ratio = row.executor === 'loop' ? null : ratioInLink(row);
  return [duration(row.medianMs), ...(ratio ? [small(FIRST.table.ratioOfLink({ ratio: times(ratio.value), range: interval(ratio) }))] : [])];
}
