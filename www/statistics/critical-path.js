// What the end of a run waited for: the chain of bars, back from the last one, that made the run as long as it is. The
// literature's critical path (Kelley and Walker 1959), found in what was measured.

import { countUpTo, stretches } from './bars.js';

/** @import {Bar} from '../types/shapes.js' */

/** A part of a bar that the end waited for.
 * @template {Bar} B
 * @typedef {{bar: B, startMs: number, endMs: number}} Link */

/** From one bar of the chain to the next there may be so much time, as a share of the whole: a message on its way, a thread that
 * wakes up. After more than that something else was waited for, which isn't known. */
const GAP = 0.02;

/** The chain, in order of time.
 * @template {Bar} B
 * @param {readonly B[]} bars of one repeat
 * @param {number} slackMs what the clocks of two workers may differ by
 * @returns {Link<B>[]} */
export function criticalPath(bars, slackMs) {
  /** @param {{endMs: number}} a
   * @param {{endMs: number}} b */
  const byEnd = (a, b) => a.endMs - b.endMs;
  const ended = [...bars].sort(byEnd);
  const last = ended.at(-1);
  if (!last) return [];
  const limits = { slackMs, gapMs: Math.max(1, slackMs, last.endMs * GAP) };
  /** When somebody stopped computing, and so released the lock. */
  const released = bars.some(({ waits }) => waits.some((wait) => wait.for === 'lock'))
    ? bars.flatMap((bar) => stretches(bar).flatMap(({ kind, endMs }) => (kind === 'compute' ? [{ bar, endMs }] : []))).sort(byEnd)
    : [];

  /** @type {Link<B>[]} */
  const chain = [];
  /** @type {Set<B>} */
  const passed = new Set();
  let bar = last;
  let atMs = last.endMs;
  // Each stretch is passed at most once.
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
    passed.add(bar);
    const next = latestBefore(ended, bar.startMs, limits, (one) => !passed.has(one) && one.startMs <= bar.startMs, (one) => one.lane === lane);
    if (!next) break;
    atMs = Math.min(next.endMs, bar.startMs);
    bar = next;
  }
  return chain.reverse();
}

/** The latest that ended up to a moment, if no more than a gap before it. Of several that ended at nearly the same time, the
 * lane's own.
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
