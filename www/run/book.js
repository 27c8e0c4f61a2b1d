// Keeps the book of a run: one record per series, closed as the series ends.

import { createRecord } from './record.js';

/** @import {Entry, Environment, Plan, RunEvent} from '../types.js' */

/** @typedef {{job: import('../types.js').Job, record: ReturnType<typeof createRecord>, besideMs: number[], hidden: boolean}} Page */

/** @param {() => Omit<Environment, 'flavour'>} environment
 * @param {() => boolean} isHidden
 * @param {(entry: Entry, plan: Plan) => void} close */
export function createBook(environment, isHidden, close) {
  /** @type {Plan | null} */
  let plan = null;
  /** @type {Map<number, Page>} */
  const pages = new Map();
  /** The series that is measured in turn with the loop now. */
  let partner = 0;

  /** @param {number} series
   * @returns {Page} */
  function pageOf(series) {
    let page = pages.get(series);
    if (!page) {
      const { job } = /** @type {Plan} */ (plan).series[series];
      page = { job, record: createRecord(job, environment()), besideMs: [], hidden: false };
      pages.set(series, page);
    }
    return page;
  }

  /** The loop goes first in every turn, so its time belongs to the partner that follows it.
   * @type {number | null} */
  let loopMs = null;

  /** @param {RunEvent} event */
  return function handle(event) {
    if (event.type === 'begin') {
      plan = event.plan;
      pages.clear();
      loopMs = null;
      partner = 0;
      return;
    }
    if (event.type === 'end' || !plan) return;
    const page = pageOf(event.series);
    page.record.handle(event);
    page.hidden ||= isHidden();
    if (event.type === 'repeat' && event.series > 0) partner = event.series;
    if (event.type === 'report' && plan.purpose !== 'run') {
      if (event.series === 0) loopMs = event.timeMs;
      else if (partner === event.series && loopMs !== null) page.besideMs.push(loopMs);
    }
    if (event.type === 'series-end') {
      const { record, fault } = page.record.finish();
      close({ record, job: page.job, besideMs: page.besideMs, hidden: page.hidden, fault }, plan);
      pages.delete(event.series);
    }
  };
}
