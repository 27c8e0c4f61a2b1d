// The axis that all panels share: from when until when it goes, and the times at it. Knows nothing of the page.

import { growingEnd, ticks } from './layout.js';

/** @import {PanelState} from './panel-state.js' */
/** @import {Scale} from './layout.js' */

/** Start-up and warm-up take at most this share of the axis; the rest is cut off, since the figures give their length. Of what
 * is left, warm-up gets at most the second share. */
const BEFORE_SHARE = 0.35;
const WARMUP_SHARE = 1 / 3;

/** Room for a time on the axis; one that the edge would cut off is left out. */
const LABEL_PX = 48;

/** From when until when runs are shown, in milliseconds from the work's start.
 * @param {Pick<PanelState, 'endMs' | 'nowMs' | 'waitedStartupMs' | 'warmupMs'>[]} states
 * @param {boolean} withBefore with start-up and warm-up
 * @param {number} lastEnd the end that was computed last: a growing one grows in steps
 * @returns {{fromMs: number, toMs: number, end: number, before: {startupMs: number, warmupMs: number}}} */
export function extentOf(states, withBefore, lastEnd) {
  const most = /** @param {(keyof (typeof states)[number])} name */ (name) => Math.max(0, ...states.map((state) => state[name] ?? 0));
  const over = most('endMs');
  const live = most('nowMs');
  const end = live > over ? growingEnd(live, lastEnd) : over;
  // A hair more than the longest run, so that its end can be seen.
  const toMs = (end || 10) * 1.004;
  const room = withBefore ? (toMs * BEFORE_SHARE) / (1 - BEFORE_SHARE) : 0;
  let startupMs = most('waitedStartupMs');
  let warmupMs = most('warmupMs');
  if (startupMs + warmupMs > room) {
    warmupMs = Math.min(warmupMs, room * WARMUP_SHARE);
    startupMs = Math.min(startupMs, room - warmupMs);
  }
  return { fromMs: -(startupMs + warmupMs), toMs, end, before: { startupMs, warmupMs } };
}

/** The times at the axis, each with its place in pixels.
 * @param {Scale} scale */
export function labelsOf(scale) {
  const most = Math.max(2, Math.floor(scale.width / 90));
  return ticks(0, scale.toMs, most)
    .map((tick) => ({ text: tick === 0 ? '0' : shortAxisTime(tick, scale.toMs), x: scale.x(tick) }))
    .filter(({ x }) => x <= scale.width - LABEL_PX);
}

/** @param {number} ms
 * @param {number} longest */
function shortAxisTime(ms, longest) {
  if (longest >= 2000) return `${Number((ms / 1000).toPrecision(6))} s`;
  return longest < 1 ? `${Number((ms * 1000).toPrecision(6))} µs` : `${ms} ms`;
}
