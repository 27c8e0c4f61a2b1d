// Collects a run's records: one for each series, passed on as the series ends.

import { createRecord } from './record.js';

/** @import {Entry, Environment, Plan, RunEvent} from '../types/shapes.js' */
/** @import {Schedule} from './schedule.js' */

export class Book {
  #plan;
  #parts;
  /** The records of series that haven't ended, by series.
   * @type {Map<number, {record: ReturnType<typeof createRecord>, hidden: boolean}>} */
  #pages = new Map();

  /** @param {Plan} plan
   * @param {object} parts
   * @param {() => Omit<Environment, 'flavour'>} parts.environment
   * @param {() => boolean} parts.isHidden
   * @param {(entry: Entry) => void} parts.close gets each record as its series ends */
  constructor(plan, parts) {
    this.#plan = plan;
    this.#parts = parts;
  }

  /** @param {RunEvent} event */
  handle(event) {
    if (event.type === 'begin' || event.type === 'end') return;
    const { series } = event;
    const page = this.#pageOf(series);
    page.record.handle(event);
    page.hidden ||= this.#parts.isHidden();
    if (event.type !== 'series-end') return;
    this.#parts.close(this.#entryOf(series));
    this.#pages.delete(series);
  }

  /** The results so far of series that haven't ended.
   * @param {Schedule} schedule */
  look(schedule) {
    return [...this.#pages.keys()].map((series) => {
      this.#pageOf(series).record.compare(schedule.besideOf(series), schedule.looks);
      return this.#entryOf(series);
    });
  }

  /** @param {number} series */
  #pageOf(series) {
    const { job, earlier } = this.#plan.series[series];
    let page = this.#pages.get(series);
    if (!page) this.#pages.set(series, (page = { record: createRecord(job, this.#parts.environment(), earlier), hidden: false }));
    return page;
  }

  /** @param {number} series
   * @returns {Entry} */
  #entryOf(series) {
    const { record, hidden } = this.#pageOf(series);
    return { ...record.soFar(), job: this.#plan.series[series].job, hidden };
  }
}
