// What runs of the same work are beside each other, in numbers.

import { median } from './median.js';
import { ratioOf } from './ratio.js';

/** @import {Entry, Ratio, RunnerName} from '../types/shapes.js' */

/** @typedef {ReadonlyMap<RunnerName, Entry>} Entries runs of the same work */

/** How far the loop may be off itself before all figures are in doubt. The benchmark's limit, too. */
const TOLERANCE = 0.05;

/** A run's figures beside the loop's: those of the loop that it was measured with, or else of the last one.
 * @param {Entry} entry
 * @param {Entries} entries
 * @returns {{loopMs: number | null, ratio: Ratio | null, apart: boolean}} `apart`: they were not measured together */
export function besideLoop({ record }, entries) {
  const { executor, timesMs, beside, ratio } = record;
  if (executor === 'loop') {
    const known = timesMs.length > 0;
    return { loopMs: known ? median(timesMs) : null, ratio: known ? { value: 1, low: null, high: null } : null, apart: false };
  }
  if (beside) return { loopMs: beside.timesMs.length > 0 ? median(beside.timesMs) : null, ratio, apart: false };
  const loopMs = entries.get('loop')?.record.timesMs ?? [];
  return { loopMs: loopMs.length > 0 ? median(loopMs) : null, ratio: ratioOf(loopMs, timesMs, false), apart: true };
}

/** The run of the highest ratio; without ratios, the one of the shortest time.
 * @param {readonly Entry[]} own one or more
 * @param {Entries} entries */
export function bestOf(own, entries) {
  const rank = /** @param {Entry} entry */ (entry) => {
    const { timesMs } = entry.record;
    return besideLoop(entry, entries).ratio?.value ?? (timesMs.length > 0 ? 1e-9 / median(timesMs) : -1);
  };
  return own.reduce((best, entry) => (rank(entry) > rank(best) ? entry : best));
}

/** How many times as fast one run was as another of the same work.
 * @param {Entry} entry
 * @param {Entry} other
 * @param {Entries} entries */
export function ratioBetween(entry, other, entries) {
  if (other.record.executor === 'loop') return besideLoop(entry, entries).ratio;
  const isInTurn = [entry, other].every(({ record: { beside, timesMs } }) => beside?.inTurn && beside.timesMs.length === timesMs.length);
  // What slowed the machine slowed the loop beside it, too.
  const timesOf = /** @param {Entry} of */ ({ record: { beside, timesMs } }) =>
    isInTurn && beside ? timesMs.map((time, index) => (1000 * time) / beside.timesMs[index]) : timesMs;
  return ratioOf(timesOf(other), timesOf(entry), false);
}

/** How far the loop was off itself: beside each executor it is the same, so what its medians differ by is noise.
 * @param {Entries} entries
 * @returns {{leastMs: number, mostMs: number, share: number, doubtful: boolean} | null} null where it ran beside fewer than two */
export function controlOf(entries) {
  const all = [...entries.values()].flatMap(({ record: { beside } }) =>
    beside?.inTurn && beside.timesMs.length > 0 ? [median(beside.timesMs)] : [],
  );
  if (all.length < 2) return null;
  const [leastMs, mostMs] = [Math.min(...all), Math.max(...all)];
  const share = leastMs > 0 ? mostMs / leastMs - 1 : 0;
  return { leastMs, mostMs, share, doubtful: share > TOLERANCE };
}
