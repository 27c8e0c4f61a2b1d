// What a run shows, in a sentence: who waited, who computed, and what set the limit. It claims only what holds in every repeat.

import { executorOf } from '../settings/executors.js';
import { computes, galleryOf } from '../settings/tasks.js';
import { shownRepeat } from '../statistics/median.js';
import { isTooShort } from '../statistics/too-short.js';
import { nameInput } from './catalogue.js';
import { duration, percent } from './format.js';
import { LATER } from './later.js';

/** @import {Facts} from '../statistics/facts.js' */
/** @import {Entry, RunRecord} from '../types/shapes.js' */

/** Workers that are idle for less than this share of their time are at work. */
const HARDLY = 0.03;

/** Each wait is nearly as long as the run: they were one. */
const NEARLY = 0.97;

/** What a run shows; empty where it shows nothing for sure.
 * @param {Pick<Entry, 'record'>} entry
 * @param {number | null} [loopMs] the loop's time for the same work, where it is known
 * @returns {string} */
export function describeRun({ record }, loopMs = null) {
  const { summary, environment, task } = record;
  // A run with failures ends early.
  if (record.failures.length > 0) return '';
  const all = record.facts;
  const facts = all[shownRepeat(record) - 1];
  if (!summary || !facts || isTooShort(summary.medianMs, environment.timerResolutionMs)) return '';
  /** What is said of one repeat holds in each: chance doesn't.
   * @param {(one: Facts) => boolean} isSo */
  const always = (isSo) => all.every((one) => one === null || isSo(one));
  const waits = always(({ ioMs, workMs }) => ioMs > workMs);
  /** @type {Says} */
  const says = waits ? describeWaiting : computes(task) ? describeComputing : () => '';
  const name = nameInput(task, facts.longest);
  const longest = always((one) => one.longest === facts.longest) ? name : '';
  const { parallel, flavour } = executorOf(record.executor);
  const hasLock = !parallel && flavour === 'threads';
  const shown = { ...facts, medianMs: summary.medianMs, loopMs, parallel, hasLock, areDownloads: waits && galleryOf(task) !== null };
  const said = says(shown, always, longest);
  return [describeWholes(record, always), said].filter(Boolean).join(' ');
}

/** That an executor which splits inputs split none, although there was something to split.
 * @param {RunRecord} record
 * @param {(isSo: (one: Facts) => boolean) => boolean} always */
function describeWholes({ executor, workers, inputs, sizes, halves, parameters: { cutoff } }, always) {
  const canSplit = new Set((halves ?? []).map(([part]) => part));
  const own = inputs.flatMap((input, place) => (canSplit.has(input) ? [sizes[place]] : []));
  if (!executorOf(executor).splits || own.length === 0) return '';
  const most = Math.max(...own);
  if (cutoff !== 'auto') return most > Number(cutoff) ? '' : LATER.whole.notSplit({ size: String(most), cutoff: String(cutoff) });
  return workers > 1 && always(({ isWhole }) => isWhole) ? LATER.whole.notShared : '';
}

/** @typedef {Facts & {medianMs: number, loopMs: number | null, parallel: boolean, hasLock: boolean, areDownloads: boolean}} Shown */
/** @typedef {(facts: Shown, always: (isSo: (one: Facts) => boolean) => boolean, longest: string) => string} Says
 *   `longest`: the name of the longest task, if it is the same in each repeat; `medianMs`: the run's time as the table has it, beside the
 *   shares of the repeat nearest to it */

/** @type {Says} */
function describeWaiting({ timeMs, medianMs, tasks, atOnce, ioMs, io, longestMs, loopMs, areDownloads }, always, slowest) {
  const words = areDownloads ? LATER.downloading : LATER.waiting;
  const time = duration(medianMs);
  if (always((one) => one.atOnce <= 1)) {
    return tasks < 2 ? LATER.waiting.alone({ share: percent(io) }) : words.inTurn({ share: percent(ioMs / timeMs), time });
  }
  const together = always((one) => one.atOnce === one.tasks);
  if (together && always((one) => one.longestMs > NEARLY * one.timeMs)) {
    return words.together({ tasks, slowest, time: duration(longestMs), loop: loopMs === null ? '' : duration(loopMs) });
  }
  const waits = duration(ioMs);
  if (atOnce < 2) return '';
  return together ? words.overlapping({ tasks, waits, time }) : words.upTo({ atOnce, waits, time });
}

/** @type {Says} */
function describeComputing(facts, always, longest) {
  const words = LATER.computing;
  const { timeMs, lanes, tasks, longestMs, lock, parallel, hasLock } = facts;
  if (lanes > 1 && hasLock) return always((one) => one.lockMs > 0) ? words.lock({ share: percent(lock) }) : '';
  if (lanes > 1 && !parallel) return words.oneThread;
  if (lanes > 1) return describeSharing(facts, always, longest);
  return tasks < 2 || !longest ? '' : words.inTurn({ longest, share: percent(longestMs / timeMs) });
}

/** Of several workers that may compute at the same time.
 * @type {Says} */
function describeSharing({ timeMs, medianMs, lanes, tasks, workMs, longestMs, idle, sharers, together }, always, longest) {
  const words = LATER.computing;
  const took = { work: duration(workMs), time: duration(medianMs) };
  if (longest && always((one) => one.sharers > 1)) return words.sharedEven({ ...took, sharers, longest, idle: percent(idle) });
  if (longest && always((one) => one.endsIt && one.idle > HARDLY)) {
    const idleMs = (idle * lanes * timeMs) / (lanes - 1);
    return words.oneBig({ longest, share: percent(longestMs / workMs), lanes, idle: duration(idleMs) });
  }
  if (always((one) => one.together.ms === 0)) return tasks > 1 ? words.never(took) : '';
  if (!always((one) => one.together.ms > 0)) return '';
  if (always((one) => one.idle <= HARDLY)) return words.evenly({ ...took, lanes });
  return words.together({ ...took, most: together.most, share: percent(together.ms / timeMs), lanes, idle: percent(idle) });
}
