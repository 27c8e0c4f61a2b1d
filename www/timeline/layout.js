// Where everything on the timeline lies. Knows nothing of canvases.

import { executorOf } from '../setup/executors.js';

/** @import {Bar, Job} from '../types.js' */

/** @typedef {Bar & {input: number}} Block a bar that knows its input */

/** How many lanes an executor has.
 * @param {Pick<Job, 'executor' | 'workers' | 'inputs'>} job */
export function laneCount({ executor, workers, inputs }) {
  if (!executorOf(executor).pool) return 1;
  // A pool starts all its workers, the others only those that find work.
  return executorOf(executor).flavour === 'threads' ? workers : Math.min(workers, inputs.length);
}

/** How high a lane is, in pixels: many lanes are thin, few are not fat.
 * @param {number} lanes */
export function laneHeight(lanes) {
  return Math.max(4, Math.min(20, Math.floor(168 / lanes)));
}

/**
 * @typedef {object} Idle
 * @property {number} computing share of all workers' time, from 0 to 1
 * @property {number} lock
 * @property {number} io
 * @property {number} idle
 */

/** How the workers' time was spent until `timeMs`.
 * @param {readonly Bar[]} bars
 * @param {number} lanes
 * @param {number} timeMs
 * @returns {Idle} */
export function shares(bars, lanes, timeMs) {
  const total = lanes * timeMs;
  if (total <= 0) return { computing: 0, lock: 0, io: 0, idle: 0 };
  let busy = 0;
  let lock = 0;
  let io = 0;
  for (const { startMs, endMs, waits } of bars) {
    busy += Math.max(0, Math.min(endMs, timeMs) - startMs);
    for (const wait of waits) {
      const length = Math.max(0, Math.min(wait.endMs, timeMs) - wait.startMs);
      if (wait.for === 'lock') lock += length;
      else io += length;
    }
  }
  const part = /** @param {number} ms */ (ms) => Math.max(0, Math.min(1, ms / total));
  return { computing: part(busy - lock - io), lock: part(lock), io: part(io), idle: part(total - busy) };
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
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lane[middle].startMs <= ms) low = middle + 1;
    else high = middle;
  }
  const before = lane[low - 1];
  const after = lane[low];
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

/** A bar's stretches, one after the other: computing and the waits between.
 * @param {Bar} bar
 * @returns {{kind: 'compute' | 'lock' | 'io', startMs: number, endMs: number}[]} */
export function stretches({ startMs, endMs, waits }) {
  /** @type {{kind: 'compute' | 'lock' | 'io', startMs: number, endMs: number}[]} */
  const parts = [];
  let at = startMs;
  for (const wait of [...waits].sort((a, b) => a.startMs - b.startMs)) {
    if (wait.startMs > at) parts.push({ kind: 'compute', startMs: at, endMs: wait.startMs });
    if (wait.endMs > Math.max(at, wait.startMs)) {
      parts.push({ kind: wait.for, startMs: Math.max(at, wait.startMs), endMs: wait.endMs });
    }
    at = Math.max(at, wait.endMs);
  }
  if (endMs > at || parts.length === 0) parts.push({ kind: 'compute', startMs: at, endMs });
  return parts;
}
