// What a run shows, in a sentence: who waited, who computed, what bound it. Nothing is said that the measured intervals don't bear.

import { executorOf } from '../settings/executors.js';
import { computes, nameInput } from '../settings/tasks.js';
import { shownRepeat } from '../statistics/median.js';
import { isTooShort } from '../statistics/too-short.js';
import { duration, percent } from './format.js';

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
  const said = says({ ...facts, medianMs: summary.medianMs, loopMs, parallel, hasLock: !parallel && flavour === 'threads' }, always, longest);
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
  if (cutoff !== 'auto') return most > Number(cutoff) ? '' : `Nothing was split: no input is bigger than ${most}, and the cutoff is ${cutoff}.`;
  return workers > 1 && always(({ isWhole }) => isWhole) ? 'Nothing was shared: inputs could be split, and yet each stayed with one worker.' : '';
}

/** @typedef {Facts & {medianMs: number, loopMs: number | null, parallel: boolean, hasLock: boolean}} Shown */
/** @typedef {(facts: Shown, always: (isSo: (one: Facts) => boolean) => boolean, longest: string) => string} Says
 *   `longest`: the name of the longest task, if it is the same in each repeat; `medianMs`: the run's time as the table has it, beside the
 *   shares of the repeat nearest to it */

/** @type {Says} */
function describeWaiting({ timeMs, medianMs, tasks, atOnce, ioMs, io, longestMs, loopMs }, always, longest) {
  if (always((one) => one.atOnce <= 1)) {
    if (tasks < 2) return `${percent(io)} of the time was waiting.`;
    return `Each waited until the one before was done: ${percent(ioMs / timeMs)} of ${duration(medianMs)} was waiting.`;
  }
  const all = tasks === 2 ? 'Both' : `All ${tasks}`;
  const together = always((one) => one.atOnce === one.tasks);
  if (together && always((one) => one.longestMs > NEARLY * one.timeMs)) {
    const slowest = longest ? `the slowest, ${longest}` : 'the slowest';
    const time = loopMs === null ? duration(longestMs) : `${duration(longestMs)} instead of the loop’s ${duration(loopMs)}`;
    return `${all} waited together, so they took as long as ${slowest}: ${time}.`;
  }
  if (atOnce < 2) return '';
  const who = together ? `${all} waited together` : `Up to ${atOnce} waited at once`;
  return `${who}: waits that add up to ${duration(ioMs)} took ${duration(medianMs)}.`;
}

/** @type {Says} */
function describeComputing({ timeMs, medianMs, lanes, tasks, workMs, longestMs, idle, lock, sharers, together, parallel, hasLock }, always, longest) {
  if (lanes > 1 && hasLock) {
    if (!always((one) => one.lockMs > 0)) return '';
    return `One computed at a time while the ${lanes === 2 ? 'other' : 'others'} waited for the lock, ${percent(lock)} of all workers’ time.`;
  }
  if (lanes > 1 && !parallel) return 'Nothing waited, so nothing overlapped: one thread computed one task after the other.';
  if (lanes === 1) {
    if (tasks < 2 || !longest) return '';
    return `One task after the other: ${longest} alone took ${percent(longestMs / timeMs)} of the time.`;
  }
  const work = `${duration(workMs)} of computing took ${duration(medianMs)}`;
  if (longest && always((one) => one.sharers > 1)) {
    return `${sharers} workers shared even ${longest}, the biggest, and all ${lanes} were idle for ${percent(idle)} of the time: ${work}.`;
  }
  if (longest && always((one) => one.endsIt && one.idle > HARDLY)) {
    const others = lanes === 2 ? 'the other worker was' : `the other ${lanes - 1} workers were, on average,`;
    const idleMs = (idle * lanes * timeMs) / (lanes - 1);
    return `${longest} alone took ${percent(longestMs / workMs)} of the work; ${others} idle for ${duration(idleMs)}.`;
  }
  if (always((one) => one.together.ms === 0)) return tasks > 1 ? `At no moment did two workers compute: ${work}.` : '';
  if (!always((one) => one.together.ms > 0)) return '';
  const share = percent(together.ms / timeMs);
  return `${together.most} workers computed at once, two or more for ${share} of the time; all ${lanes} were idle for ${percent(idle)} of theirs: ${work}.`;
}
