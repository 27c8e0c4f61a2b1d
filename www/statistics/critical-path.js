// The critical path of a measured run (Kelley and Walker 1959): the chain of bars, followed back from the last one, that made the run
// as long as it is.

import { countUpTo, stretches } from './bars.js';

/** @import {Bar} from '../types/shapes.js' */

/** A part of a bar that is on the critical path.
 * @template {Bar} B
 * @typedef {{bar: B, startMs: number, endMs: number}} Link */

/** Two bars in sequence on the path may be this far apart, as a share of the run: a message is on its way, or a thread wakes up. Across
 * a wider gap the run waited for something unknown, and the path ends. */
const GAP = 0.02;

/** The clocks of two workers differ by this much at least, in milliseconds. */
const LEAST_SLACK_MS = 0.05;

/** By how much the clocks of two workers may differ, in milliseconds, where they tick so often.
 * @param {number} resolutionMs */
export const slackOf = (resolutionMs) => Math.max(LEAST_SLACK_MS, 2 * resolutionMs);

/** The critical path, in order of time.
 * @template {Bar} B
 * @param {readonly B[]} bars of one repeat
 * @param {number} slackMs `slackOf` their clocks
 * @returns {Link<B>[]} */
export function criticalPath(bars, slackMs) {
  /** @param {{endMs: number}} a
   * @param {{endMs: number}} b */
  const byEnd = (a, b) => a.endMs - b.endMs;
  const ended = [...bars].sort(byEnd);
  const last = ended.at(-1);
  if (!last) return [];
  const limits = { slackMs, gapMs: Math.max(1, slackMs, last.endMs * GAP) };
  /** The ends of computing segments, at which the lock was released. */
  const released = bars.some(({ waits }) => waits.some((wait) => wait.for === 'lock'))
    ? bars.flatMap((bar) => stretches(bar).flatMap(({ kind, endMs }) => (kind === 'compute' ? [{ bar, endMs }] : []))).sort(byEnd)
    : [];

  /** @type {Link<B>[]} */
  const chain = [];
  /** @type {Set<B>} */
  const visited = new Set();
  let bar = last;
  let atMs = last.endMs;
  // Each segment is visited at most once.
  for (let steps = bars.length + released.length; steps > 0; steps -= 1) {
    const lock = stretches(bar).findLast(({ kind, startMs, endMs }) => kind === 'lock' && endMs <= atMs && endMs - startMs > slackMs);
    const { lane } = bar;
    const holder = lock && latestBefore(released, lock.endMs, limits, (one) => one.bar.lane !== lane, () => false);
    if (lock && holder) {
      chain.push({ bar, startMs: Math.min(lock.endMs, atMs), endMs: atMs });
      ({ bar } = holder);
      atMs = Math.min(holder.endMs, lock.endMs);
      continue;
    }
    chain.push({ bar, startMs: Math.min(bar.startMs, atMs), endMs: atMs });
    visited.add(bar);
    const isBefore = (/** @type {B} */ one) => !visited.has(one) && one.startMs <= bar.startMs;
    const next = latestBefore(ended, bar.startMs, limits, isBefore, (one) => one.lane === lane);
    if (!next) break;
    atMs = Math.min(next.endMs, bar.startMs);
    bar = next;
  }
  return chain.reverse();
}

/** The latest item that ended by `atMs`, if it ended within the allowed gap. Of several that ended at nearly the same time, one of the
 * same lane is preferred.
 * @template {{endMs: number}} T
 * @param {readonly T[]} sorted
 * @param {number} atMs
 * @param {{slackMs: number, gapMs: number}} limits
 * @param {(one: T) => boolean} suits
 * @param {(one: T) => boolean} isOwn
 * @returns {T | null} */
function latestBefore(sorted, atMs, { slackMs, gapMs }, suits, isOwn) {
  let found = null;
  for (let place = countUpTo(sorted, atMs + slackMs, ({ endMs }) => endMs) - 1; place >= 0; place -= 1) {
    const one = sorted[place];
    if (one.endMs < atMs - gapMs || (found && one.endMs < found.endMs - 2 * slackMs)) break;
    if (!suits(one)) continue;
    if (isOwn(one)) return one;
    found ??= one;
  }
  return found;
}
