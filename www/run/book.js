// Keeps the book of a run: one record per series, closed as the series ends.

import { createRecord } from './record.js';

/** @import {Beside, Entry, Environment, Plan, RunEvent} from '../types/shapes.js' */

/** @typedef {{job: import('../types/shapes.js').Job, record: ReturnType<typeof createRecord>, hidden: boolean}} Page */

/** @param {() => Omit<Environment, 'flavour'>} environment
 * @param {() => boolean} isHidden
 * @param {(entry: Entry, plan: Plan) => void} close */
export function createBook(environment, isHidden, close) {
  /** @type {Plan | null} */
  let plan = null;
  /** @type {Map<number, Page>} */
  const pages = new Map();
  /** The loop that ran once for all that come after it. @type {Beside | null} */
  let loop = null;

  /** @param {number} series
   * @returns {Page} */
  function pageOf(series) {
    let page = pages.get(series);
    if (!page) {
      const { job } = /** @type {Plan} */ (plan).series[series];
      page = { job, record: createRecord(job, environment()), hidden: false };
      pages.set(series, page);
    }
    return page;
  }

  /** @param {RunEvent} event */
  return function handle(event) {
    if (event.type === 'begin') {
      plan = event.plan;
      pages.clear();
      loop = null;
      return;
    }
    if (event.type === 'end' || !plan) return;
    const page = pageOf(event.series);
    page.record.handle(event);
    page.hidden ||= isHidden();
    if (event.type === 'series-end') {
      const { record, fault, file } = page.record.finish(loop);
      if (plan.purpose === 'compare' && !plan.inTurn && event.series === 0) loop = { timesMs: record.timesMs, inTurn: false };
      close({ record, job: page.job, hidden: page.hidden, fault, file }, plan);
      pages.delete(event.series);
    }
  };
}
