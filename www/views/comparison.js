// The table and bars of all executors that have run the same work, beside the article's figures.

import { byId, make } from '../platform/dom.js';
import { drawSoon } from '../platform/draw.js';
import { executorOf, EXECUTORS, JAVASCRIPT } from '../settings/executors.js';
import { taskOfKey, workKey } from '../settings/job.js';
import { articleFigures } from '../settings/tasks.js';
import { besideLoop, controlOf } from '../statistics/comparison.js';
import { median } from '../statistics/median.js';
import { shown } from '../statistics/rounding.js';
import { doubts } from '../words/doubts.js';
import { exactSeconds, interval, percent, plural, seconds, times } from '../words/format.js';
import { STOPS } from '../words/stops.js';
import { describeWork } from '../words/work.js';

/** @import {Entry, Friend, FriendRow, RunEvent, RunnerName, TaskName} from '../types/shapes.js' */

const ORDER = [...EXECUTORS, JAVASCRIPT].map(({ name }) => name);

export function createComparison() {
  const section = byId('comparison-section', HTMLElement);
  const table = byId('comparison', HTMLTableElement);
  const body = table.tBodies[0];
  const caption = byId('comparison-work', HTMLElement);
  const notes = byId('doubts', HTMLElement);
  const control = byId('control', HTMLElement);
  /** @type {Map<RunnerName, Entry>} */
  const entries = new Map();
  /** @type {Friend | null} */
  let friend = null;
  let key = '';
  /** Executors that are about to run. @type {Set<RunnerName>} */
  let pending = new Set();

  /** Their times, if they did the same work. */
  const theirs = () => (friend && (key === '' || friend.key === key) ? friend : null);

  function draw() {
    const beside = theirs();
    const isTheirs = /** @param {RunnerName} name */ (name) => beside?.rows.some(({ executor }) => executor === name);
    const names = ORDER.filter((name) => entries.has(name) || pending.has(name) || isTheirs(name));
    const own = [...entries.values()];
    const longest = Math.max(...own.map(({ record }) => (record.timesMs.length ? median(record.timesMs) : 0)), 1e-9);
    body.replaceChildren(...names.map((name) => rowOf(name, longest)));
    const texts = (pending.size > 0 ? [] : own).flatMap((entry) =>
      doubts(entry, besideLoop(entry, entries)).map((text) => ({ label: executorOf(entry.record.executor).label, text })),
    );
    notes.replaceChildren(
      ...group(texts).map(([text, labels]) => make('li', {}, make('strong', {}, `${labels.join(', ')}:`), ` ${text}`)),
    );
    drawControl();
    section.hidden = names.length === 0;
    table.classList.toggle('with-friend', beside !== null);
    byId('friend-hint', HTMLElement).hidden = beside === null;
  }

  /** The loop against itself: what its times differ by is no executor's. */
  function drawControl() {
    const found = pending.size > 0 ? null : controlOf(entries);
    control.hidden = found === null;
    table.classList.toggle('doubtful', found?.doubtful === true);
    if (!found) return;
    const range = `${exactSeconds(found.leastMs)} to ${exactSeconds(found.mostMs)}, ${percent(found.share)} apart`;
    const advice = found.doubtful ? ' That is much: doubt these figures, close other programs and compare again.' : '';
    control.textContent = `Control: beside each executor the same loop ran, and took ${range}. That is this machine’s noise just now.${advice}`;
  }

  /** @param {RunnerName} name
   * @param {number} longest */
  function rowOf(name, longest) {
    const { label } = executorOf(name);
    const entry = entries.get(name);
    const their = theirs()?.rows.find((row) => row.executor === name);
    return make(
      'tr',
      entry ? { 'data-executor': name } : {},
      make('th', { scope: 'row' }, label, ...mishaps(entry)),
      ...(entry ? ownCells(entry, longest) : emptyCells(pending.has(name))),
      ...articleCells(name, taskOfKey(key || theirs()?.key || '')),
      make('td', { class: 'number friend' }, ...(their ? theirFigures(their) : ['–'])),
    );
  }

  /** @param {Entry | undefined} entry */
  function mishaps(entry) {
    const lost = entry?.record.failures.length ?? 0;
    if (entry?.fault) return [make('small', {}, 'broke off')];
    return lost > 0 ? [make('small', {}, `${lost} failed`)] : [];
  }

  /** @param {Entry} entry
   * @param {number} longest */
  function ownCells(entry, longest) {
    const { record, job } = entry;
    const own = record.timesMs.length ? median(record.timesMs) : null;
    const { loopMs, ratio } = besideLoop(entry, entries);
    const often = record.timesMs.length ? [plural(record.timesMs.length, 'repeat'), record.stop ? STOPS[record.stop] : ''] : [];
    const range = ratio && record.executor !== 'loop' ? [make('small', {}, interval(ratio))] : [];
    const prepaid = record.prepaidMs ? [make('small', {}, `${seconds(record.prepaidMs)} prepaid`)] : [];
    const bar = make('span', { class: `bar of-${record.executor}` });
    bar.style.inlineSize = `${own === null ? 0 : Math.max(0.5, (own / longest) * 100)}%`;
    return [
      make('td', { class: 'number workers' }, executorOf(record.executor).pool ? String(job.workers) : '1'),
      make('td', { class: 'number startup' }, record.startupMs === null ? '–' : seconds(record.startupMs), ...prepaid),
      make('td', { class: 'number beside' }, loopMs === null ? '–' : exactSeconds(loopMs)),
      make('td', { class: 'number time' }, own === null ? '–' : exactSeconds(own), make('small', {}, often.filter(Boolean).join(', '))),
      make('td', { class: 'bars', 'aria-hidden': 'true' }, bar),
      make('td', { class: 'number ratio' }, ratio === null ? '–' : times(ratio.value), ...range),
    ];
  }

  /** @param {RunnerName} name
   * @param {TaskName | null} task */
  function articleCells(name, task) {
    const article = task && articleFigures(name, task);
    return [article && `${article.seconds.toFixed(3)} s`, article && times(article.ratio)].map((text) =>
      make('td', { class: 'number article' }, text ?? '–'),
    );
  }

  return {
    /** Makes a row for each executor that will run, so that nothing moves when its figures come.
     * @param {RunEvent} event */
    handle(event) {
      if (event.type === 'end') {
        pending.clear();
        drawSoon(draw, section);
      }
      if (event.type !== 'begin' || event.plan.purpose === 'sweep' || event.plan.purpose === 'retry') return;
      const { job } = event.plan.series[0];
      if (workKey(job) !== key || event.plan.alone) entries.clear();
      key = workKey(job);
      pending = new Set(event.plan.series.map((series) => series.job.executor));
      for (const name of pending) entries.delete(name);
      caption.textContent = `${describeWork(job)}; medians, work without start-up`;
      section.hidden = false;
      drawSoon(draw, section);
    },
    /** @param {Entry} entry */
    add(entry) {
      pending.delete(entry.record.executor);
      entries.set(entry.record.executor, entry);
      drawSoon(draw, section);
    },
    /** Someone else's times, for the same work.
     * @param {Friend} theirs */
    compareWith(theirs) {
      friend = theirs;
      byId('friend-name', HTMLElement).textContent = `the link’s (${plural(theirs.cores, 'core')})`;
      drawSoon(draw, section);
    },
    entries: () => /** @type {ReadonlyMap<RunnerName, Entry>} */ (entries),
    key: () => key,
  };
}

/** A row of the link: its time, and the ratio where it is known.
 * @param {FriendRow} row */
function theirFigures({ executor, medianMs, besideMs, low, high }) {
  if (besideMs === null || executor === 'loop') return [exactSeconds(medianMs)];
  const ratio = { value: shown(besideMs) / shown(medianMs), low, high };
  return [exactSeconds(medianMs), make('small', {}, `${times(ratio.value)}, ${interval(ratio)}`)];
}

/** The cells of an executor that hasn't run yet.
 * @param {boolean} pending */
function emptyCells(pending) {
  return ['workers', 'startup', 'beside', 'time', 'bars', 'ratio'].map((name) =>
    make('td', { class: `number ${name}` }, name === 'time' && pending ? '…' : ''),
  );
}

/** One note for all executors that it fits.
 * @param {{label: string, text: string}[]} texts
 * @returns {[string, string[]][]} */
function group(texts) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { label, text } of texts) groups.set(text, [...(groups.get(text) ?? []), label]);
  return [...groups];
}
