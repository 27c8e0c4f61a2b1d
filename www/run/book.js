// Keeps the book of a run: one record per series, closed as the series ends.

import { createRecord } from './record.js';

/** @import {Entry, Environment, Plan, RunEvent} from '../types/shapes.js' */

/** @param {Plan} plan
 * @param {() => Omit<Environment, 'flavour'>} environment
 * @param {() => boolean} isHidden
 * @param {(entry: Entry) => void} close */
export function createBook(plan, environment, isHidden, close) {
  /** @type {Map<number, {record: ReturnType<typeof createRecord>, hidden: boolean}>} */
  const pages = new Map();

  /** @param {number} series */
  function pageOf(series) {
    let page = pages.get(series);
    if (!page) pages.set(series, (page = { record: createRecord(plan.series[series].job, environment()), hidden: false }));
    return page;
  }

  /** @param {RunEvent} event */
  return function handle(event) {
    if (event.type === 'begin' || event.type === 'end') return;
    const page = pageOf(event.series);
    page.record.handle(event);
    page.hidden ||= isHidden();
    if (event.type !== 'series-end') return;
    pages.delete(event.series);
    close({ ...page.record.finish(), job: plan.series[event.series].job, hidden: page.hidden });
  };
}
