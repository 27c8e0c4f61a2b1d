// What is said when a run is over: how fast it was, as far as that is sure, and why.

import { executorOf } from '../settings/executors.js';
import { compareWithLoop, bestOf, ratioBetween } from '../statistics/comparison.js';
import { describeComparison } from './comparison.js';
import { interval, times } from './format.js';
import { labelOf } from './friend.js';
import { describeRatio } from './ratio.js';
import { describeRun as describe } from './sentence.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry, Ratio, RunnerName} from '../types/shapes.js' */

/** A question about two executors, and one of its answers: the ratio of the first over the second is from `from` to `to`.
 * @typedef {{of: RunnerName, over: RunnerName, answer: string, from: number, to: number}} Guess */

/** @param {readonly string[]} parts */
const inOne = (parts) => parts.filter(Boolean).join(' ');

/** What a run shows beside the loop.
 * @param {Entry} entry
 * @param {Entries} entries */
const describeRun = (entry, entries) => describe(entry, compareWithLoop(entry, entries).loopMs);

/** @param {readonly Entry[]} own those that have run now, one or more
 * @param {Entries} entries all of the same work */
export function describeOutcome(own, entries) {
  const best = bestOf(own, entries);
  if (own.length > 1) return inOne([describeComparison(own, entries), describeRun(best, entries)]);
  const isLoop = best.record.executor === 'loop';
  const loop = best.record.beside ?? entries.get('loop')?.record;
  const rounds = Math.min(best.record.timesMs.length, loop?.timesMs.length ?? Infinity);
  return inOne([isLoop ? '' : describeRatio(compareWithLoop(best, entries).ratio, { rounds }), describeRun(best, entries)]);
}

/** The answer to a question, and whether it was guessed.
 * @param {Guess} guess
 * @param {readonly Entry[]} own those that have run now, one or more
 * @param {Entries} entries */
export function describeAnswer({ of, over, answer, from, to }, own, entries) {
  const [asked, other] = [of, over].map((name) => own.find(({ record }) => record.executor === name));
  // Not everything runs everywhere: then what did says something, too.
  const ratio = asked && other ? ratioBetween(asked, other, entries) : null;
  if (!asked || !other || !ratio) return describeOutcome(own, entries);
  // A run with failures ends early.
  if ([asked, other].some(({ record }) => record.failures.length > 0)) return 'Some of it failed, so this answers nothing: ask again.';
  const { value } = ratio;
  const [low, high] = [ratio.low ?? 0, ratio.high ?? Infinity];
  const isSure = low >= from && high < to;
  const isRight = value >= from && value < to;
  const verdict = isSure ? 'is right' : isRight ? 'fits, as far as could be measured' : high < from || low >= to ? 'is not what happened' : 'may be right';
  const rest = own.filter((entry) => entry !== asked && entry !== other && entry.record.executor !== 'loop');
  return inOne([
    `“${answer}” ${verdict}: ${executorOf(of).label}, ${inShort(ratio)} the speed of ${labelOf(over)}.`,
    describeRun(asked, entries),
    ...rest.map((entry) => {
      const beside = compareWithLoop(entry, entries).ratio;
      return beside ? `${executorOf(entry.record.executor).label}: ${inShort(beside)}.` : '';
    }),
  ]);
}

/** @param {Ratio} ratio */
const inShort = (ratio) => `${times(ratio.value)}${ratio.low === null ? '' : ` (${interval(ratio)})`}`;
