// How far a run is, what it is doing, and how long it will take.

import { byId } from '../dom.js';
import { drawSoon } from '../draw.js';
import { plural, roughly } from '../figures/format.js';
import { executorOf } from '../setup/executors.js';

/** @import {Plan, RunEvent} from '../types.js' */

/** Before that nobody needs to know how long it will take, and nobody can tell. */
const GUESS_AFTER_MS = 2000;

export function createProgress() {
  const bar = byId('progress', HTMLProgressElement);
  const doing = byId('doing', HTMLElement);
  /** @type {Plan | null} */
  let plan = null;
  let total = 1;
  let finished = 0;
  let reports = 0;
  let begin = 0;
  let words = '';

  function draw() {
    bar.max = total;
    bar.value = Math.min(finished, total);
    doing.textContent = words + left();
  }

  function left() {
    const past = performance.now() - begin;
    const share = finished / total;
    if (!plan || past < GUESS_AFTER_MS || share < 0.05 || share >= 1) return '';
    return ` · ${roughly((past / share) * (1 - share))} left`;
  }

  /** @param {RunEvent} event */
  function handle(event) {
    switch (event.type) {
      case 'begin':
        plan = event.plan;
        total = plan.steps.reduce((sum, { series }) => sum + event.plan.series[series].job.inputs.length, 0);
        finished = 0;
        reports = 0;
        begin = performance.now();
        words = 'Starting';
        break;
      case 'repeat':
        words = describe(event.series, event.repeat);
        break;
      case 'finished':
        finished += 1;
        break;
      case 'report':
        reports += 1;
        break;
      case 'series-end': {
        // A series that broke off leaves steps undone.
        if (!plan) break;
        const { job, repeats } = plan.series[event.series];
        if (event.repeat < repeats) total = Math.max(1, total - (repeats - event.repeat) * job.inputs.length);
        break;
      }
      case 'end': {
        words = event.cancelled ? 'Cancelled' : `Done: ${plural(reports, 'repeat')} in all`;
        if (!event.cancelled) finished = total;
        plan = null;
        break;
      }
      default:
        return;
    }
    drawSoon(draw);
  }

  /** @param {number} series
   * @param {number} repeat */
  function describe(series, repeat) {
    const { job, repeats } = /** @type {Plan} */ (plan).series[series];
    const of = repeats > 1 ? `, ${repeat} of ${repeats}` : '';
    return `${executorOf(job.executor).label}${of}`;
  }

  return { handle };
}
