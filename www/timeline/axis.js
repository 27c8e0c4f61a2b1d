// The axis that all panels share: from when until when it goes, and the times at it. Knows nothing of the page.

import { growingEnd, ticks } from './layout.js';

/** @import {Scale} from './layout.js' */

/** What comes before the work may take most of the axis only up to here; the rest of it is cut off, its figures say how long it
 * was. Then warm-up has the smaller part of that. */
const BEFORE_SHARE = 0.35;
const WARMUP_SHARE = 1 / 3;

/** Room for a time on the axis; one that the edge would cut off is left out. */
const LABEL_PX = 48;

/** From when until when panels are shown, in milliseconds from the work's start.
 * @param {{endMs: () => number | null, nowMs: () => number | null, startupMs: () => number, warmupMs: () => number}[]} panels
 * @param {boolean} withBefore with start-up and warm-up
 * @param {number} lastEnd the end when it was looked at last: one that grows does so in steps
 * @returns {{fromMs: number, toMs: number, end: number, before: {startupMs: number, warmupMs: number}}} */
export function extentOf(panels, withBefore, lastEnd) {
  const most = /** @param {(panel: (typeof panels)[number]) => number | null} of */ (of) =>
    Math.max(0, ...panels.map((panel) => of(panel) ?? 0));
  const over = most((panel) => panel.endMs());
  const live = most((panel) => panel.nowMs());
  const end = live > over ? growingEnd(live, lastEnd) : over;
  // A hair more than the longest run, so that its end can be seen.
  const toMs = (end || 10) * 1.004;
  const room = withBefore ? (toMs * BEFORE_SHARE) / (1 - BEFORE_SHARE) : 0;
  let startupMs = most((panel) => panel.startupMs());
  let warmupMs = most((panel) => panel.warmupMs());
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
