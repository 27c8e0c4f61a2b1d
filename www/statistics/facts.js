// What the bars of one repeat come to: who overlapped, for how long, and what took longest. A sentence about a run takes no more.

import { shares, stretches } from './bars.js';
import { criticalPath } from './critical-path.js';

/** @import {Block} from '../types/shapes.js' */

/** @typedef {ReturnType<typeof factsOf>} Facts */

/** What one repeat's bars tell.
 * @param {readonly Block[]} bars one or more
 * @param {{lanes: number, timeMs: number, slackMs: number}} of `slackMs`: that of the critical path */
export function factsOf(bars, { lanes, timeMs, slackMs }) {
  const length = /** @param {{startMs: number, endMs: number}} of */ ({ startMs, endMs }) => endMs - startMs;
  const sum = /** @param {readonly {startMs: number, endMs: number}[]} parts */ (parts) =>
    parts.reduce((total, part) => total + length(part), 0);
  const parts = bars.flatMap((bar) => stretches(bar));
  const waits = parts.filter(({ kind }) => kind === 'io');
  const last = bars.reduce((latest, bar) => (bar.endMs > latest.endMs ? bar : latest));
  // What is split has several bars.
  /** @type {Map<number, {ms: number, lanes: Set<number>}>} */
  const byInput = new Map();
  for (const bar of bars) {
    const own = byInput.get(bar.input) ?? { ms: 0, lanes: new Set() };
    own.ms += length(bar);
    own.lanes.add(bar.lane);
    byInput.set(bar.input, own);
  }
  const [longest, { ms: longestMs, lanes: ofLongest }] = [...byInput].reduce((most, one) => (one[1].ms > most[1].ms ? one : most));
  return {
    timeMs,
    lanes,
    tasks: byInput.size,
    isWhole: bars.length === byInput.size,
    together: overlapOf(parts.filter(({ kind }) => kind === 'compute')),
    workMs: sum(parts.filter(({ kind }) => kind === 'compute')),
    ioMs: sum(waits),
    atOnce: overlapOf(waits).most,
    longest,
    longestMs,
    sharers: ofLongest.size,
    lockMs: sum(parts.filter(({ kind }) => kind === 'lock')),
    endsIt: last.input === longest,
    criticalPathMs: sum(criticalPath(bars, slackMs)),
    ...shares(bars, lanes, timeMs),
  };
}

/** The most intervals that have a moment in common, and how long two or more have.
 * @param {readonly {startMs: number, endMs: number}[]} intervals */
function overlapOf(intervals) {
  const edges = intervals.flatMap(({ startMs, endMs }) => [[startMs, 1], [endMs, -1]]);
  // Where one ends as another begins, they have none.
  edges.sort(([a, one], [b, other]) => a - b || one - other);
  let [present, most, ms, lastMs] = [0, 0, 0, 0];
  for (const [atMs, step] of edges) {
    if (present > 1) ms += atMs - lastMs;
    present += step;
    most = Math.max(most, present);
    lastMs = atMs;
  }
  return { most, ms };
}
