// What the lanes of a run, and their bars, say in words.

import { laneCount } from '../settings/job.js';
import { nameInput } from '../settings/tasks.js';
import { shares, stretches } from '../statistics/bars.js';
import { duration, percent, plural, startUp } from './format.js';

/** @import {Block, Job} from '../types/shapes.js' */

/** What a worker does during a stretch of a bar. */
export const KINDS = { compute: 'computing', lock: 'waiting for the lock', io: 'waiting for I/O' };

/** What a lane stands for: `async` has one worker, which has several tasks under way.
 * @param {Pick<Job, 'executor'>} job */
export const laneName = ({ executor }) => (executor === 'async' ? 'slot' : 'worker');

/** A bar's figures.
 * @param {Job} job
 * @param {Block} block
 * @param {boolean} isAwaited whether the end waited for it */
export function describeBar(job, block, isAwaited) {
  const length = block.endMs - block.startMs;
  const waits = /** @type {const} */ (['lock', 'io']).map((wanted) => {
    const own = stretches(block).filter(({ kind }) => kind === wanted);
    const waitedMs = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
    return waitedMs > 0 ? `${KINDS[wanted]} ${duration(waitedMs)} (${percent(waitedMs / Math.max(length, 1e-9))})` : '';
  });
  return [
    nameInput(job.task, block.input),
    laneCount(job) > 1 ? `${laneName(job)} ${block.lane + 1}` : '',
    `${duration(length)}, from ${duration(block.startMs)} to ${duration(block.endMs)}`,
    ...waits,
    isAwaited ? 'the end waited for it' : '',
  ].filter(Boolean).join(' · ');
}

/** How all workers of a run spent their time, or what they are doing: the parts of a line, the most telling ones first.
 * @param {Job} job
 * @param {{lanes: readonly Block[][], endMs: number | null, timeMs: number | null, note: string, startupMs: number, prepaidMs: number, warmupMs: number}} state */
export function describeLanes(job, { lanes, endMs, timeMs, note, startupMs, prepaidMs, warmupMs }) {
  const workers = plural(lanes.length, lanes.length === 1 ? 'worker' : laneName(job));
  if (endMs === null) return [workers, note];
  const { computing, lock, io, idle } = shares(lanes.flat(), lanes.length, endMs);
  // The time beside the lanes is the median, which of an even number of repeats is none of theirs.
  const drawn = timeMs !== null && duration(timeMs) !== duration(endMs) ? `repeat of ${duration(endMs)}` : '';
  return [
    workers,
    drawn,
    `${KINDS.compute} ${percent(computing)}`,
    lock > 0 ? `${KINDS.lock} ${percent(lock)}` : '',
    io > 0 ? `${KINDS.io} ${percent(io)}` : '',
    `idle ${percent(idle)}`,
    startupMs > 0 ? `start-up ${startUp(startupMs, prepaidMs)}` : '',
    warmupMs > 0 ? `warm-up ${duration(warmupMs)}` : '',
  ].filter(Boolean);
}
