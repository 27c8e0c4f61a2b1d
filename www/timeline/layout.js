// Where everything on the timeline lies. Knows nothing of canvases.

import { countUpTo } from '../statistics/bars.js';

/** @import {Block} from '../types/shapes.js' */

/** No lane is higher than that, and no panel lower, if there is room, in pixels. */
const MOST_LANE_PX = 40;
const LEAST_PANEL_PX = 12;

/** How high each panel's lanes are, in pixels, where the panels share a room: many lanes are thin, few are not fat.
 * @param {readonly number[]} lanes of each panel
 * @param {number} room for all of them
 * @param {number} head the height of what a panel has besides
 * @returns {number[]} */
export function laneHeights(lanes, room, head) {
  let left = room - lanes.length * head;
  let sharing = lanes.reduce((sum, count) => sum + count, 0);
  const least = Math.min(LEAST_PANEL_PX, left / lanes.length);
  // The fewer lanes a panel has, the sooner it needs more than its share.
  const small = new Set([...new Set(lanes)].sort((one, other) => one - other).filter((count) => {
    if ((count * left) / sharing >= least) return false;
    const alike = lanes.filter((other) => other === count).length;
    left -= alike * least;
    sharing -= alike * count;
    return true;
  }));
  // Quarters, so that a pixel more of the window doesn't paint all anew.
  const fit = /** @param {number} height */ (height) => Math.max(1, Math.min(MOST_LANE_PX, Math.floor(height * 4) / 4));
  return lanes.map((count) => fit(small.has(count) ? least / count : left / sharing));
}

/** A scale from milliseconds to pixels.
 * @param {number} fromMs
 * @param {number} toMs
 * @param {number} width */
export function createScale(fromMs, toMs, width) {
  const perMs = width / Math.max(1e-9, toMs - fromMs);
  return {
    fromMs,
    toMs,
    width,
    /** @param {number} ms */
    x: (ms) => (ms - fromMs) * perMs,
    /** @param {number} x */
    ms: (x) => fromMs + x / perMs,
  };
}

/** @typedef {ReturnType<typeof createScale>} Scale */

/** Round times for the axis, a few of them.
 * @param {number} fromMs
 * @param {number} toMs
 * @param {number} [most]
 * @returns {number[]} */
export function ticks(fromMs, toMs, most = 8) {
  const span = toMs - fromMs;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= most) ?? 10 * power;
  const first = Math.ceil(fromMs / step);
  const last = Math.floor(toMs / step + 1e-9);
  // Multiplied, not added up, so that no rounding errors pile up.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** An end for the axis of a run whose end isn't known: it grows in steps, so that bars don't creep.
 * @param {number} nowMs
 * @param {number} atLeastMs */
export function growingEnd(nowMs, atLeastMs) {
  let end = Math.max(10, atLeastMs);
  while (end < nowMs * 1.02) end *= 1.5;
  return end;
}

/** Bars by lane, each lane in order of time, for finding them again.
 * @param {readonly Block[]} blocks
 * @param {number} lanes
 * @returns {Block[][]} */
export function byLane(blocks, lanes) {
  /** @type {Block[][]} */
  const sorted = Array.from({ length: lanes }, () => []);
  for (const block of blocks) sorted[block.lane]?.push(block);
  for (const lane of sorted) lane.sort((a, b) => a.startMs - b.startMs);
  return sorted;
}

/** The bar at a time of a lane, or the nearest within `slackMs`.
 * @param {readonly Block[]} lane in order of time
 * @param {number} ms
 * @param {number} slackMs
 * @returns {Block | null} */
export function blockAt(lane, ms, slackMs) {
  const place = countUpTo(lane, ms, ({ startMs }) => startMs);
  const before = lane[place - 1];
  const after = lane[place];
  if (before && ms <= before.endMs) return before;
  const toBefore = before ? ms - before.endMs : Infinity;
  const toAfter = after ? after.startMs - ms : Infinity;
  if (Math.min(toBefore, toAfter) > slackMs) return null;
  return toBefore <= toAfter ? before : after;
}

/** A bar as it was at a moment: what came later is cut off.
 * @param {Block} block
 * @param {number} atMs
 * @returns {Block | null} */
export function cutOff(block, atMs) {
  if (block.startMs > atMs) return null;
  if (block.endMs <= atMs) return block;
  const waits = block.waits
    .filter((wait) => wait.startMs < atMs)
    .map((wait) => ({ ...wait, endMs: Math.min(wait.endMs, atMs) }));
  return { ...block, endMs: atMs, waits };
}
