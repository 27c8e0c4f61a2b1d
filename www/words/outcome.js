// What is said when a run is over: how fast it was, as far as that is sure, and why.

import { sharesState } from '../settings/tasks.js';
import { compareWithLoop, bestOf, ratioBetween } from '../statistics/comparison.js';
import { describeComparison } from './comparison.js';
import { sentence } from './format.js';
import { LATER } from './later.js';
import { describeRatio } from './ratio.js';
import { describeRun as describe } from './sentence.js';
import { describeSharing, shareCounted } from './shared-state.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry, RunnerName} from '../types/shapes.js' */

/** A question about two executors, and one of its answers: the ratio of the first over the second is from `from` to `to`. Or about one
 * and the number that its tasks count to together: the share of the expected one.
 * @typedef {{of: RunnerName, over: RunnerName | 'count', answer: string, from: number, to: number}} Guess */

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
  if (sharesState(best.record.task)) return sentence(describeSharing(own, entries));
  if (own.length > 1) return inOne([describeComparison(own, entries), describeRun(best, entries)]);
  const isLoop = best.record.executor === 'loop';
  const loop = best.record.beside ?? entries.get('loop')?.record;
  const rounds = Math.min(best.record.timesMs.length, loop?.timesMs.length ?? Infinity);
  const ratio = isLoop ? '' : describeRatio(best.record.executor, compareWithLoop(best, entries).ratio, { rounds });
  return inOne([sentence(ratio), describeRun(best, entries)]);
}

/** The answer to a question, and whether it was guessed.
 * @param {Guess} guess
 * @param {readonly Entry[]} own those that have run now, one or more
 * @param {Entries} entries */
export function describeAnswer(guess, own, entries) {
  const { of, over, answer, from, to } = guess;
  if (over === 'count') return describeCountGuess(guess, own, entries);
  const [asked, other] = [of, over].map((name) => own.find(({ record }) => record.executor === name));
  // Not everything runs everywhere: then what did says something, too.
  const ratio = asked && other ? ratioBetween(asked, other, entries) : null;
  if (!asked || !other || !ratio) return describeOutcome(own, entries);
  const words = LATER.answer;
  // A run with failures ends early.
  if ([asked, other].some(({ record }) => record.failures.length > 0)) return words.failed;
  const { value } = ratio;
  const [low, high] = [ratio.low ?? 0, ratio.high ?? Infinity];
  const isSure = low >= from && high < to;
  const isRight = value >= from && value < to;
  const verdict = isSure ? words.right : isRight ? words.fits : high < from || low >= to ? words.wrong : words.unclear;
  const rest = own.filter((entry) => entry !== asked && entry !== other && entry.record.executor !== 'loop');
  return inOne([
    verdict({ answer, said: describeRatio(of, ratio, { over, rounds: asked.record.timesMs.length }) }),
    describeRun(asked, entries),
    ...rest.map((entry) => sentence(describeRatio(entry.record.executor, compareWithLoop(entry, entries).ratio, { rounds: entry.record.timesMs.length }))),
  ]);
}

/** Whether it was guessed what comes out where tasks count together.
 * @param {Guess} guess
 * @param {readonly Entry[]} own
 * @param {Entries} entries */
function describeCountGuess({ of, answer, from, to }, own, entries) {
  const asked = own.findLast(({ record }) => record.executor === of);
  const counted = asked ? shareCounted(asked) : null;
  const said = describeSharing(own, entries);
  if (!counted) return sentence(said);
  const [low, high] = counted;
  const words = LATER.answer;
  const verdict = low >= from && high < to ? words.right : high < from || low >= to ? words.wrong : words.sometimes;
  return verdict({ answer, said });
}
