// Splits a task's bar into computing and waiting, and adds up how workers spent their time.

/** @import {Bar} from '../types/shapes.js' */

/** A bar's segments in order of time: its waits, and the computing between them.
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

/**
 * @typedef {object} Shares
 * @property {number} computing share of all workers' time, from 0 to 1
 * @property {number} lock
 * @property {number} io
 * @property {number} idle
 */

/** How all workers together spent the time until `timeMs`.
 * @param {readonly Bar[]} bars
 * @param {number} lanes
 * @param {number} timeMs
 * @returns {Shares} */
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

/** How many items of a list sorted by time come no later than `ms` (binary search).
 * @template T
 * @param {readonly T[]} sorted
 * @param {number} ms
 * @param {(one: T) => number} timeOf */
export function countUpTo(sorted, ms, timeOf) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(sorted[middle]) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
