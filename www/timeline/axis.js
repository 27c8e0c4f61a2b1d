// The time axis that all panels share: its range and its labels. Pure functions.

import { roundTime } from '../words/format.js';
import { growingEnd, ticks } from './layout.js';

/** @import {PanelState} from './panel-state.js' */
/** @import {Scale} from './layout.js' */

/** Start-up and warm-up together take at most the first share of the axis, and warm-up at most the second share of that; longer ones are
 * cut off, since the figures give their length. */
const BEFORE_SHARE = 0.35;
const WARMUP_SHARE = 1 / 3;

/** The width of a label; one that the edge would cut off is left out. */
const LABEL_PX = 48;

/** The axis's range, in milliseconds from the work's start.
 * @param {Pick<PanelState, 'endMs' | 'nowMs' | 'waitedStartupMs' | 'warmupMs'>[]} states
 * @param {boolean} withBefore with start-up and warm-up
 * @param {number} lastEnd the `end` returned last, from which a running one grows in steps
 * @returns {{fromMs: number, toMs: number, end: number, before: {startupMs: number, warmupMs: number}}} */
export function extentOf(states, withBefore, lastEnd) {
  const most = /** @param {(keyof (typeof states)[number])} name */ (name) => Math.max(0, ...states.map((state) => state[name] ?? 0));
  const finished = most('endMs');
  const running = most('nowMs');
  const end = running > finished ? growingEnd(running, lastEnd) : finished;
  // A little longer than the longest run, so that the mark at its end is visible.
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

/** The axis's labels, each with its position in pixels.
 * @param {Scale} scale */
export function labelsOf(scale) {
  const most = Math.max(2, Math.floor(scale.width / 90));
  return ticks(0, scale.toMs, most)
    .map((tick) => ({ text: tick === 0 ? '0' : roundTime(tick, scale.toMs), x: scale.x(tick) }))
    .filter(({ x }) => x <= scale.width - LABEL_PX);
}
