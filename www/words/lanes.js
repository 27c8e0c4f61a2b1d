// What the lanes of a run, and their bars, say in words.

import { laneCount } from '../settings/job.js';
import { shares, stretches } from '../statistics/bars.js';
import { nameInput } from './catalogue.js';
import { duration, percent, startUp } from './format.js';
import { FIRST } from './language.js';

/** @import {Block, Job} from '../types/shapes.js' */

/** What a run's lanes are called: `async` has one worker, which has several tasks under way.
 * @param {Pick<Job, 'executor'>} job */
export function laneWords({ executor }) {
  const { worker, workers, numberedWorker, tableOfWorkers, slot, slots, numberedSlot, tableOfSlots } = FIRST.lanes;
  return executor === 'async'
    ? { name: slot, several: slots, numbered: numberedSlot, table: tableOfSlots }
    : { name: worker, several: workers, numbered: numberedWorker, table: tableOfWorkers };
}

/** A bar's figures.
 * @param {Job} job
 * @param {Block} block
 * @param {boolean} isAwaited whether the end waited for it */
export function describeBar(job, block, isAwaited) {
  const words = FIRST.lanes;
  const length = block.endMs - block.startMs;
  const waits = /** @type {const} */ ([['lock', words.waitedForLock], ['io', words.waitedForIo]]).map(([wanted, say]) => {
    const own = stretches(block).filter(({ kind }) => kind === wanted);
    const waitedMs = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
    return waitedMs > 0 ? say({ time: duration(waitedMs), share: percent(waitedMs / Math.max(length, 1e-9)) }) : '';
  });
  return [
    nameInput(job.task, block.input),
    laneCount(job) > 1 ? laneWords(job).numbered({ number: block.lane + 1 }) : '',
    words.bar({ length: duration(length), from: duration(block.startMs), to: duration(block.endMs) }),
    ...waits,
    isAwaited ? words.isCritical : '',
  ].filter(Boolean).join(' · ');
}

/** How all workers of a run spent their time, or what they are doing: the parts of a line, the most telling ones first.
 * @param {Job} job
 * @param {{lanes: readonly Block[][], endMs: number | null, timeMs: number | null, phase: Phase, startupMs: number, prepaidMs: number, warmupMs: number}} state */
export function describeLanes(job, { lanes, endMs, timeMs, phase, startupMs, prepaidMs, warmupMs }) {
  const words = FIRST.lanes;
  const workers = lanes.length === 1 ? words.workers({ count: 1 }) : laneWords(job).several({ count: lanes.length });
  if (endMs === null) return [workers, phase ? words[phase] : ''];
  const { computing, lock, io, idle } = shares(lanes.flat(), lanes.length, endMs);
  // The time beside the lanes is the median, which of an even number of repeats is none of theirs.
  const isOther = timeMs !== null && duration(timeMs) !== duration(endMs);
  return [
    workers,
    isOther ? words.repeat({ time: duration(endMs) }) : '',
    words.computing({ share: percent(computing) }),
    lock > 0 ? words.lock({ share: percent(lock) }) : '',
    io > 0 ? words.io({ share: percent(io) }) : '',
    words.idle({ share: percent(idle) }),
    startupMs > 0 ? words.startUp({ time: startUp(startupMs, prepaidMs) }) : '',
    warmupMs > 0 ? words.warmUp({ time: duration(warmupMs) }) : '',
  ].filter(Boolean);
}

/** What the workers are doing; empty once they are done.
 * @typedef {'notStarted' | 'starting' | 'warming' | 'ready' | 'running' | 'failed' | 'cancelled' | ''} Phase */
