// The timeline's layout: lane heights, the scale, ticks, and bars by position. Pure functions.

import { countUpTo } from '../statistics/bars.js';

/** @import {Block} from '../types/shapes.js' */

/** The greatest height of a lane, and the least of a panel's lanes where there is room, in pixels. */
const MOST_LANE_PX = 40;
const LEAST_PANEL_PX = 12;

/** Each panel's lane height in pixels. Panels share the height by their numbers of lanes, within the limits above.
 * Not above `MOST_LANE_PX`, so that a few lanes don't fill the stage.
 * @param {readonly number[]} lanes the number of lanes of each panel
 * @param {number} room the height for all panels
 * @param {number} head the height of a panel's heading
 * @returns {number[]} */
export function laneHeights(lanes, room, head) {
  let left = room - lanes.length * head;
  let sharing = lanes.reduce((sum, count) => sum + count, 0);
  const least = Math.min(LEAST_PANEL_PX, left / lanes.length);
  // In ascending order, since a panel with fewer lanes is the first whose share falls below the least.
  const small = new Set([...new Set(lanes)].sort((one, other) => one - other).filter((count) => {
    if ((count * left) / sharing >= least) return false;
    const same = lanes.filter((other) => other === count).length;
    left -= same * least;
    sharing -= same * count;
    return true;
  }));
  // In quarters of a pixel, so that resizing the window by a pixel seldom repaints everything.
  const clamp = /** @param {number} height */ (height) => Math.max(1, Math.min(MOST_LANE_PX, Math.floor(height * 4) / 4));
  return lanes.map((count) => clamp(small.has(count) ? least / count : left / sharing));
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

/** A few round times for the axis.
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
  // Multiplied, not added up, so that rounding errors don't accumulate.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The axis's end for a run whose end isn't known yet. It grows in steps, so that bars don't shrink continuously.
 * @param {number} nowMs
 * @param {number} atLeastMs */
export function growingEnd(nowMs, atLeastMs) {
  let end = Math.max(10, atLeastMs);
  while (end < nowMs * 1.02) end *= 1.5;
  return end;
}

/** Bars by lane, each lane in order of time, as `blockAt` needs them.
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

/** A bar as it was at `atMs`: null before it began, shortened while it ran.
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
