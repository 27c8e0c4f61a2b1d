// The table of all executors that have run the same work, with bars, beside the article's figures.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { RUNNERS } from '../settings/executors.js';
import { isShown, taskOfKey, workKey } from '../settings/job.js';
import { taskOf } from '../settings/tasks.js';
import { compareWithLoop, isYardstick } from '../statistics/comparison.js';
import { median } from '../statistics/median.js';
import { articleWork } from '../words/catalogue.js';
import { FIRST } from '../words/language.js';
import { describeWork } from '../words/work.js';
import { rowOf } from './comparison-row.js';

/** @import {Entry, Friend, Job, Plan, RunEvent, RunnerName, TaskName} from '../types/shapes.js' */

export class Comparison {
  #section = byId('comparison-section', HTMLElement);
  #table = byId('comparison', HTMLTableElement);
  #caption = byId('comparison-work', HTMLElement);
  #friendHint = byId('friend-hint', HTMLElement);
  #articleHint = byId('article-hint', HTMLElement);
  /** @type {Map<RunnerName, Entry>} */
  #entries = new Map();
  /** Threads on one worker, where those on more are compared with them. @type {{job: Job, entry?: Entry} | null} */
  #yardstick = null;
  /** The key of the work of all entries. */
  #key = '';
  /** Executors whose series hasn't ended. @type {Set<RunnerName>} */
  #pending = new Set();
  /** @type {Friend | null} */
  #friend = null;

  /** @returns {ReadonlyMap<RunnerName, Entry>} */
  entries() {
    return this.#entries;
  }

  /** Whether no executor is still to run. */
  isComplete() {
    return this.#pending.size === 0;
  }

  key() {
    return this.#key;
  }

  /** @param {RunEvent} event */
  handle(event) {
    if (event.type === 'begin' && isShown(event.plan)) this.#begin(event.plan);
    if (event.type === 'end') {
      this.#pending.clear();
      this.#drawSoon();
    }
  }

  /** Makes a row for each executor that will run, so that nothing moves when its figures come.
   * @param {Plan} plan */
  #begin({ series, alone }) {
    const [{ job, earlier }] = series;
    if (workKey(job) !== this.#key || (alone && !earlier)) this.#entries.clear();
    this.#key = workKey(job);
    this.#pending = new Set(series.map((one) => one.job.executor));
    if (!earlier) {
      for (const name of this.#pending) this.#entries.delete(name);
      const jobs = series.map((one) => one.job);
      const yardstick = jobs.find((one) => isYardstick(one, jobs));
      this.#yardstick = yardstick ? { job: yardstick } : null;
    }
    this.#caption.textContent = FIRST.table.caption({ work: describeWork(job) });
    this.#section.hidden = false;
    this.#drawSoon();
  }

  /** Shows the results so far.
   * @param {readonly Entry[]} entries */
  look(entries) {
    for (const entry of entries) this.#keep(entry);
    this.#drawSoon();
  }

  /** A series has ended.
   * @param {Entry} entry */
  add(entry) {
    if (entry.job !== this.#yardstick?.job) this.#pending.delete(entry.record.executor);
    this.#keep(entry);
    this.#drawSoon();
  }

  /** @param {Entry} entry */
  #keep(entry) {
    if (entry.job === this.#yardstick?.job) this.#yardstick = { job: entry.job, entry };
    else this.#entries.set(entry.record.executor, entry);
  }

  /** Shows someone else's times, where they are those of the same work, instead of those of another link.
   * @param {Friend | null} friend */
  compareWith(friend) {
    this.#friend = friend;
    if (friend) byId('friend-name', HTMLElement).textContent = FIRST.table.link({ cores: friend.cores });
    this.#drawSoon();
  }

  #drawSoon() {
    drawSoon(this.#draw, this.#section);
  }

  #draw = () => {
    const theirs = this.#friend && (this.#key === '' || this.#friend.key === this.#key) ? this.#friend : null;
    const rows = this.#makeRows(theirs);
    this.#table.tBodies[0].replaceChildren(...rows);
    this.#section.hidden = rows.length === 0;
    this.#table.classList.toggle('with-friend', theirs !== null);
    this.#friendHint.hidden = theirs === null;
    this.#drawTask(taskOfKey(this.#key || theirs?.key || ''));
  };

  /** Shows or hides the columns that only some tasks have.
   * @param {TaskName | null} name */
  #drawTask(name) {
    const { article, total } = name ? taskOf(name) : { article: null, total: 'none' };
    this.#table.classList.toggle('with-article', article !== null);
    this.#table.classList.toggle('with-total', total !== 'none');
    this.#articleHint.hidden = article === null;
    if (name && article) byId('article-of', HTMLElement).textContent = articleWork(name);
  }

  /** @param {Friend | null} friend */
  #makeRows(friend) {
    const yardstick = this.#yardstick;
    const all = RUNNERS.flatMap(({ name }) => {
      const row = { name, entry: this.#entries.get(name), theirs: friend?.rows.find(({ executor }) => executor === name) };
      return yardstick?.job.executor === name ? [{ name, entry: yardstick.entry, theirs: undefined }, row] : [row];
    });
    const own = all.flatMap(({ entry }) => (entry?.record.timesMs.length ? [median(entry.record.timesMs)] : []));
    const longestMs = Math.max(...own, 1e-9);
    const task = taskOfKey(this.#key || friend?.key || '');
    return all.flatMap(({ name, entry, theirs }) => {
      const isPending = this.#pending.has(name);
      if (!entry && !isPending && !theirs) return [];
      const beside = entry ? compareWithLoop(entry, this.#entries) : null;
      return [rowOf(name, { entry, beside, isPending, longestMs, task, theirs })];
    });
  }
}
