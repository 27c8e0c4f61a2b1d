// How far a run is, what it is doing, and how long it will take.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../platform/draw.js';
import { executorOf } from '../settings/executors.js';
import { expectedRepeats } from '../statistics/repeats.js';
import { plural, roughly } from '../words/format.js';

/** @import {Plan, RunEvent} from '../types/shapes.js' */

/** Before that nobody needs to know how long it will take, and nobody can tell. */
const GUESS_AFTER_MS = 2000;

export function createProgress() {
  const bar = byId('progress', HTMLProgressElement);
  const doing = byId('doing', HTMLElement);
  const line = bar.parentElement;
  /** @type {Plan | null} */
  let plan = null;
  let reports = 0;
  let begin = 0;
  let words = '';
  /** Series that count, and how many of them are over. */
  let series = 1;
  let ended = 0;
  /** Of the one that goes on: repeats that are over, how many there will be, and inputs of the present repeat. */
  let repeats = 0;
  let expected = 1;
  let finished = 0;
  let inputs = 1;
  /** It never goes back, although what is expected changes. */
  let share = 0;

  function draw() {
    bar.value = share;
    doing.textContent = words + left();
  }

  function measure() {
    const present = Math.min(1, finished / Math.max(1, inputs));
    const own = Math.min(1, (repeats + present) / Math.max(1, expected));
    share = Math.max(share, Math.min(1, (ended + own) / series));
  }

  function left() {
    const past = performance.now() - begin;
    if (!plan || past < GUESS_AFTER_MS || share < 0.05 || share >= 1) return '';
    return ` · ${roughly((past / share) * (1 - share))} left`;
  }

  /** Of series in turn with the loop, the loop's part is theirs.
   * @param {number} which */
  const counts = (which) => which > 0 || !plan?.inTurn || plan.series.length === 1;

  /** @param {RunEvent} event */
  function handle(event) {
    switch (event.type) {
      case 'begin':
        plan = event.plan;
        series = plan.series.filter((_, which) => counts(which)).length;
        reports = ended = repeats = finished = share = 0;
        expected = 1;
        begin = performance.now();
        words = 'Starting';
        break;
      case 'repeat':
        words = describe(event.series, event.repeat);
        if (!counts(event.series)) break;
        repeats = event.repeat - 1;
        finished = 0;
        inputs = plan?.series[event.series].job.inputs.length ?? 1;
        if (repeats === 0) expected = expectedRepeats(plan?.series[event.series].repeats ?? 1, []);
        break;
      case 'finished':
        if (counts(event.series)) finished += 1;
        break;
      case 'measured':
        reports += 1;
        if (counts(event.series)) expected = event.expected;
        break;
      case 'series-end':
        if (!counts(event.series)) break;
        ended += 1;
        repeats = finished = 0;
        break;
      case 'end': {
        words = event.cancelled ? 'Cancelled' : `Done: ${plural(reports, 'repeat')} in all`;
        if (!event.cancelled) share = 1;
        plan = null;
        break;
      }
      default:
        return;
    }
    measure();
    drawSoon(draw, line);
  }

  /** @param {number} series
   * @param {number} repeat */
  function describe(series, repeat) {
    const { job, repeats } = /** @type {Plan} */ (plan).series[series];
    const of = repeats === 'auto' ? `, repeat ${repeat}` : repeats > 1 ? `, ${repeat} of ${repeats}` : '';
    return `${executorOf(job.executor).label}${of}`;
  }

  return { handle };
}
