// A run: its coordinators, their repeats, and its cancellation. What happens in it comes out as one ordered stream of events.

import { expectedRepeats, stopOf } from '../statistics/repeats.js';
import { startCoordinator } from './coordinator.js';
import { orderOf } from './order.js';

/** @import {Message, Plan, RunEvent, Stop} from '../types/shapes.js' */

/** Workers that aren't ready by then take so long that the page shows it. */
const UNSHOWN_MS = 50;

/**
 * @typedef {object} Live a coordinator that is running
 * @property {ReturnType<typeof startCoordinator>} coordinator
 * @property {number} repeat
 * @property {() => void} wake ends the waiting for it to be warm or for a report
 * @property {boolean} broken
 * @property {number[]} ownMs
 * @property {number[]} besideMs the loop's times in turn with them
 * @property {boolean} empty its last repeat brought no result
 */

/** What keeps the page from drawing while something is measured.
 * @typedef {object} Pace
 * @property {() => Promise<void>} pause nothing is measured: resolves when what is to be seen has been drawn
 * @property {() => void} measure something is measured from now on
 * @property {() => void} rest until now
 * @property {() => void} end the run is over */

/** Starts a run; `emit` gets every event, `end` last.
 * @param {Plan} plan
 * @param {(event: RunEvent) => void} emit
 * @param {Pace} pace
 * @param {typeof startCoordinator} [start] tests put their own here
 * @returns {{cancel: () => void}} */
export function startRun(plan, emit, pace, start = startCoordinator) {
  /** @type {Map<number, Live>} */
  const lives = new Map();
  const inTurn = plan.inTurn && plan.series.length > 1;
  let over = false;
  /** What happened before the page shows anything of the run. @type {RunEvent[] | null} */
  let early = [];

  /** @param {RunEvent} event */
  function tell(event) {
    if (early) early.push(event);
    else emit(event);
  }

  /** The page shows the run from now on. */
  function begin() {
    if (!early) return;
    const events = early;
    early = null;
    emit({ type: 'begin', plan });
    for (const event of events) emit(event);
  }

  /** @param {boolean} cancelled */
  function finish(cancelled) {
    if (over) return;
    over = true;
    begin();
    for (const { coordinator, wake } of lives.values()) {
      coordinator.end();
      wake();
    }
    lives.clear();
    pace.end();
    emit({ type: 'end', cancelled });
  }

  /** @param {number} series */
  async function launch(series) {
    const [ready, isReady] = signal();
    const [warm, isWarm] = signal();
    /** @param {Message} message */
    function hear(message) {
      if (over) return;
      if (message.type === 'fault') live.broken = true;
      if (message.type === 'report') {
        live.ownMs.push(message.timeMs);
        live.empty = message.results.every((result) => result === null);
      }
      tell({ ...message, series, repeat: live.repeat });
      if (message.type === 'ready') isReady();
      if (message.type === 'warm') isWarm();
      if (message.type === 'report' || message.type === 'fault') live.wake();
    }
    function wake() {
      isReady();
      isWarm();
    }
    pace.measure();
    tell({ type: 'starting', series, repeat: 0 });
    const coordinator = start(plan.series[series].job, hear);
    /** @type {Live} */
    const live = { coordinator, wake, repeat: 0, broken: false, ownMs: [], besideMs: [], empty: false };
    lives.set(series, live);
    // What the run's views show of it would hold up the workers that start.
    if (early) await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, UNSHOWN_MS))]);
    begin();
    await ready;
    if (over) return;
    pace.rest();
    // What is there by now is drawn while the workers warm up, so that no repeat waits for it.
    await Promise.all([pace.pause(), warm]);
  }

  /** @param {number} series */
  async function repeatOnce(series) {
    const live = lives.get(series);
    if (!live) return;
    live.repeat += 1;
    const place = { series, repeat: live.repeat };
    emit({ type: 'repeat', ...place });
    await pace.pause();
    if (over || live.broken) return;
    const [reported, isReported] = signal();
    live.wake = isReported;
    emit({ type: 'started-repeat', ...place });
    pace.measure();
    live.coordinator.repeat();
    await reported;
    if (over) return;
    pace.rest();
    if (live.broken) return;
    // The loop has just been measured.
    const besideMs = inTurn && series > 0 ? (lives.get(0)?.ownMs.at(-1) ?? null) : null;
    if (besideMs !== null) live.besideMs.push(besideMs);
    const { repeats } = plan.series[series];
    emit({ type: 'measured', ...place, besideMs, expected: expectedRepeats(repeats, live.ownMs, live.besideMs) });
  }

  /** Why a series is over, if it is.
   * @param {number} series
   * @returns {Stop | null} */
  function stop(series) {
    if (inTurn && series === 0) return 'beside';
    const live = lives.get(series);
    return live ? stopOf(plan.series[series].repeats, live.ownMs, live.besideMs, live.empty) : null;
  }

  /** @param {number} series */
  function close(series) {
    const live = lives.get(series);
    if (!live) return;
    const why = live.broken ? null : stop(series);
    live.coordinator.end();
    lives.delete(series);
    emit({ type: 'series-end', series, repeat: live.repeat, stop: why });
  }

  async function follow() {
    for (const step of orderOf(plan, (series) => !lives.has(series) || stop(series) !== null)) {
      if ('start' in step) await launch(step.start);
      else if ('end' in step) close(step.end);
      else await repeatOnce(step.repeat);
      if (over) return;
      // One that broke keeps no other from going on.
      for (const [series, { broken }] of lives) if (broken) close(series);
    }
    finish(false);
  }

  follow();
  return { cancel: () => finish(true) };
}

/** What is awaited, and what ends the waiting.
 * @returns {[Promise<void>, () => void]} */
function signal() {
  /** @type {() => void} */
  let end = () => {};
  const awaited = new Promise((/** @type {(value: void) => void} */ resolve) => (end = resolve));
  return [awaited, end];
}
