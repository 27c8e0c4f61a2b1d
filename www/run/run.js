// A run: its coordinators, the order of their repeats, and its cancellation. What happens in it comes out as one ordered
// stream of events.

import { startCoordinator } from './coordinator.js';

/** @import {Message, Plan, RunEvent} from '../types.js' */

/**
 * @typedef {object} Live a coordinator that is running
 * @property {ReturnType<typeof startCoordinator>} coordinator
 * @property {Promise<void>} ready
 * @property {number} repeat
 * @property {(() => void) | null} wake resolves what waits for `ready` or for a report
 * @property {boolean} broken
 */

/** Starts a run; `emit` gets every event, `end` last.
 * @param {Plan} plan
 * @param {(event: RunEvent) => void} emit
 * @param {typeof startCoordinator} [start] tests put their own here
 * @returns {{cancel: () => void}} */
export function startRun(plan, emit, start = startCoordinator) {
  /** @type {Map<number, Live>} */
  const lives = new Map();
  let over = false;

  /** @param {boolean} cancelled */
  function finish(cancelled) {
    if (over) return;
    over = true;
    for (const { coordinator, wake } of lives.values()) {
      coordinator.end();
      wake?.();
    }
    lives.clear();
    emit({ type: 'end', cancelled });
  }

  /** @param {number} series */
  function launch(series) {
    const live = /** @type {Live} */ ({ repeat: 0, wake: null, broken: false });
    live.ready = new Promise((resolve) => (live.wake = resolve));
    live.coordinator = start(plan.series[series].job, (/** @type {Message} */ message) => {
      if (over) return;
      if (message.type === 'fault') live.broken = true;
      emit({ ...message, series, repeat: live.repeat });
      if (message.type === 'ready' || message.type === 'report' || message.type === 'fault') live.wake?.();
    });
    lives.set(series, live);
    return live;
  }

  /** @param {number} series
   * @param {Live} live */
  async function repeatOnce(series, live) {
    live.repeat += 1;
    const reported = new Promise((resolve) => (live.wake = () => resolve(undefined)));
    emit({ type: 'repeat', series, repeat: live.repeat });
    live.coordinator.repeat();
    await reported;
  }

  async function follow() {
    if (over) return;
    emit({ type: 'begin', plan });
    /** @type {Set<number>} */
    const done = new Set();
    for (const { series, last } of plan.steps) {
      if (over) return;
      if (done.has(series)) continue;
      const live = lives.get(series) ?? launch(series);
      await live.ready;
      if (!over && !live.broken) await repeatOnce(series, live);
      if (over) return;
      if (live.broken || last) {
        done.add(series);
        live.coordinator.end();
        lives.delete(series);
        emit({ type: 'series-end', series, repeat: live.repeat });
      }
    }
    finish(false);
  }

  // Not within the caller's turn, so that it holds the run before the first event.
  queueMicrotask(follow);
  return { cancel: () => finish(true) };
}
