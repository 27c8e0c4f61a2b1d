// What runs whose tasks share a counter say: what it came to, why, and what the sharing cost.

import { executorOf } from '../settings/executors.js';
import { laneCount } from '../settings/job.js';
import { sumOf } from '../settings/tasks.js';
import { ratioBetween } from '../statistics/comparison.js';
import { sideOf } from '../statistics/ratio.js';
import { labelInRun } from './catalogue.js';
import { describeCount } from './count.js';
import { allOf, endsOf, grouped, sentence, times } from './format.js';
import { FIRST } from './language.js';
import { LATER } from './later.js';

/** @import {Entries} from '../statistics/comparison.js' */
/** @import {Entry} from '../types/shapes.js' */

/** @param {readonly string[]} parts */
const inOne = (parts) => parts.filter(Boolean).join(' ');

/** The numbers counted to, and the one that was expected; null where some of it failed, or nothing was counted.
 * @param {Entry} entry */
function countOf({ record: { sharedTotals, results, failures } }) {
  const expected = sumOf(results);
  const got = sharedTotals.at(-1);
  if (expected === null || got === undefined || failures.length > 0) return null;
  return { expected, got, least: Math.min(...sharedTotals), most: Math.max(...sharedTotals), rounds: sharedTotals.length };
}

/** Which share of the expected number was counted to, in the worst repeat and in the best.
 * @param {Entry} entry
 * @returns {[number, number] | null} */
export function shareCounted(entry) {
  const count = countOf(entry);
  return count && [count.least / count.expected, count.most / count.expected];
}

/** The threads of a run, and the same on one worker if that was measured beside it.
 * @param {readonly Entry[]} own */
function threadsOf(own) {
  const [one, many] = own.filter(({ record }) => record.executor === 'threads').sort((a, b) => a.record.workers - b.record.workers);
  return many && one.record.workers === 1 ? { one, many } : null;
}

/** What runs that share a counter show; it may follow a colon.
 * @param {readonly Entry[]} own those that have run now
 * @param {Entries} entries all of the same work */
export function describeSharing(own, entries) {
  const pair = threadsOf(own);
  const all = own.filter((entry) => entry !== pair?.one);
  const wrong = all.filter((entry) => isWrong(entry));
  const right = all.filter((entry) => countOf(entry) && !isWrong(entry));
  const [first = '', ...rest] = [
    ...wrong.map(describeWrong),
    describeRight(right),
    pair ? describeCost(pair, entries) : '',
    all.some(({ job }) => job.executor === 'gil' && job.sharing === 'load-store') ? LATER.sharing.gil : '',
  ].filter(Boolean);
  return inOne([first, ...rest.map(sentence)]);
}

/** @param {Entry} entry */
function isWrong(entry) {
  const count = countOf(entry);
  return count !== null && count.least < count.expected;
}

/** @param {Entry} entry */
function describeWrong(entry) {
  const count = countOf(entry);
  if (!count) return '';
  const { expected, least, most, rounds } = count;
  const { executor } = entry.record;
  // Where the last repeat was right, the worst is what there is to explain.
  const got = count.got < expected ? count.got : least;
  const what = describeCount(got, expected);
  const varied = least < most ? LATER.sharing.varied({ repeats: rounds, least: grouped(least), most: grouped(most) }) : '';
  return inOne([LATER.sharing.counted({ who: labelInRun(entry.record), count: what }), varied, executor === 'processes' ? LATER.sharing.processes : LATER.sharing.why]);
}

/** @param {readonly Entry[]} right */
function describeRight(right) {
  const [first] = right;
  if (!first) return '';
  const expected = countOf(first)?.expected ?? 0;
  const what = describeCount(expected, expected);
  const byChance = right.some(({ record, job }) => {
    return job.sharing === 'load-store' && executorOf(record.executor).parallel && laneCount(job) > 1;
  });
  return inOne([LATER.sharing.counted({ who: allOf(right.map(({ record }) => labelInRun(record))), count: what }), byChance ? LATER.sharing.byChance : '']);
}

/** What it cost or gained that several threads shared the counter.
 * @param {{one: Entry, many: Entry}} pair
 * @param {Entries} entries */
function describeCost({ one, many }, entries) {
  const ratio = ratioBetween(many, one, entries);
  if (!ratio) return '';
  const words = LATER.sharing;
  const { low, high, value } = ratio;
  const threads = many.record.workers;
  if (low === null || high === null) return words.plain({ threads, times: times(value) });
  const interval = FIRST.ratio.interval(endsOf({ low, high }));
  const side = sideOf(ratio);
  if (side === null) return words.unsure({ threads, interval });
  const { sharing } = many.job;
  if (side === 'above' || sharing === 'own') return words.faster({ threads, times: times(value), interval });
  const longer = FIRST.ratio.interval(endsOf({ low: 1 / high, high: 1 / low }));
  return words.slower({ threads, times: times(1 / value), interval: longer, why: sharing === 'lock' ? words.lock : words.cacheLine });
}
