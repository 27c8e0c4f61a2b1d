// The table and bars of all executors that have run the same work, beside the article's figures.

import { byId, make } from '../dom.js';
import { drawSoon } from '../draw.js';
import { plural, seconds, times } from '../figures/format.js';
import { articleFigures, doubts, median, speedup } from '../figures/statistics.js';
import { EXECUTORS, executorOf, JAVASCRIPT } from '../setup/executors.js';
import { describeWork, workKey } from '../setup/job.js';

/** @import {Entry, RunEvent, RunnerName, TaskName} from '../types.js' */
/** @import {Friend} from '../export/permalink.js' */

const ORDER = [...EXECUTORS, JAVASCRIPT].map(({ name }) => name);

/** An entry's speed-up: over the loop measured in turn with it, or else over the last loop of the same work.
 * @param {Entry} entry
 * @param {ReadonlyMap<RunnerName, Entry>} entries of the same work */
export function ratioOf(entry, entries) {
  if (entry.record.executor === 'loop') return entry.record.timesMs.length > 0 ? 1 : null;
  const loopMs = entry.besideMs.length > 0 ? entry.besideMs : (entries.get('loop')?.record.timesMs ?? []);
  return speedup(loopMs, entry.record.timesMs);
}

export function createComparison() {
  const section = byId('comparison-section', HTMLElement);
  const table = byId('comparison', HTMLTableElement);
  const body = table.tBodies[0];
  const caption = byId('comparison-work', HTMLElement);
  const notes = byId('doubts', HTMLElement);
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
      doubts(entry, ratioOf(entry, entries)).map((text) => ({ label: executorOf(entry.record.executor).label, text })),
    );
    notes.replaceChildren(
      ...group(texts).map(([text, labels]) => make('li', {}, make('strong', {}, `${labels.join(', ')}:`), ` ${text}`)),
    );
    section.hidden = names.length === 0;
    table.classList.toggle('with-friend', beside !== null);
    byId('friend-hint', HTMLElement).hidden = beside === null;
  }

  /** @param {RunnerName} name
   * @param {number} longest */
  function rowOf(name, longest) {
    const { label } = executorOf(name);
    const entry = entries.get(name);
    const theirMs = theirs()?.rows.find((row) => row.executor === name)?.medianMs;
    return make(
      'tr',
      entry ? { 'data-executor': name } : {},
      make('th', { scope: 'row' }, label, ...mishaps(entry)),
      ...(entry ? ownCells(entry, longest) : emptyCells(pending.has(name))),
      ...articleCells(name, (key || theirs()?.key || '').startsWith('fib') ? 'fib' : 'pictures'),
      make('td', { class: 'number friend' }, theirMs === undefined ? '–' : seconds(theirMs)),
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
    const ratio = ratioOf(entry, entries);
    const spread = record.summary && record.timesMs.length > 1 ? [make('small', {}, `± ${seconds(record.summary.stddevMs)}`)] : [];
    const bar = make('span', { class: `bar of-${record.executor}` });
    bar.style.inlineSize = `${own === null ? 0 : Math.max(0.5, (own / longest) * 100)}%`;
    return [
      make('td', { class: 'number workers' }, executorOf(record.executor).pool ? String(job.workers) : '1'),
      make('td', { class: 'number startup' }, record.startupMs === null ? '–' : seconds(record.startupMs)),
      make('td', { class: 'number time' }, own === null ? '–' : seconds(own), ...spread),
      make('td', { class: 'bars', 'aria-hidden': 'true' }, bar),
      make('td', { class: 'number ratio' }, ratio === null ? '–' : times(ratio)),
    ];
  }

  /** @param {RunnerName} name
   * @param {TaskName} task */
  function articleCells(name, task) {
    const article = articleFigures(name, task);
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
        drawSoon(draw);
      }
      if (event.type !== 'begin' || event.plan.purpose === 'sweep' || event.plan.purpose === 'retry') return;
      const { job } = event.plan.series[0];
      if (workKey(job) !== key) entries.clear();
      key = workKey(job);
      pending = new Set(event.plan.series.map((series) => series.job.executor));
      for (const name of pending) entries.delete(name);
      caption.textContent = `${describeWork(job)}; medians, work without start-up`;
      drawSoon(draw);
    },
    /** @param {Entry} entry */
    add(entry) {
      pending.delete(entry.record.executor);
      entries.set(entry.record.executor, entry);
      drawSoon(draw);
    },
    /** Someone else's times, for the same work.
     * @param {Friend} theirs */
    compareWith(theirs) {
      friend = theirs;
      byId('friend-name', HTMLElement).textContent = `the link’s (${plural(theirs.cores, 'core')})`;
      drawSoon(draw);
    },
    entries: () => /** @type {ReadonlyMap<RunnerName, Entry>} */ (entries),
    key: () => key,
  };
}

/** The cells of an executor that hasn't run yet.
 * @param {boolean} pending */
function emptyCells(pending) {
  return ['workers', 'startup', 'time', 'bars', 'ratio'].map((name) =>
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
