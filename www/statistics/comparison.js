// Compares runs of the same work: with the loop, and with each other.

import { missesAt, MISSES } from './interval.js';
import { median } from './median.js';
import { ratioOf } from './ratio.js';

/** @import {Entry, FriendRow, Job, Ratio, RunnerName, RunRecord} from '../types/shapes.js' */

/** @typedef {ReadonlyMap<RunnerName, Entry>} Entries the last run of each executor, all of the same work */

/** A run compared with the loop: with the loop of its own rounds, or else with the last loop that ran.
 * @param {Entry} entry
 * @param {Entries} entries
 * @param {number} [claims] how many such intervals hold together in 95 of 100 cases: where the best of several is picked, all of them
 *   (Bonferroni's correction)
 * @returns {{loopMs: number | null, ratio: Ratio | null, apart: boolean}} `apart`: the loop was measured in another run */
export function compareWithLoop({ record }, entries, claims = 1) {
  const { executor, timesMs, beside, ratio, looks } = record;
  if (executor === 'loop') {
    const known = timesMs.length > 0;
    return { loopMs: known ? median(timesMs) : null, ratio: known ? { value: 1, low: null, high: null } : null, apart: false };
  }
  if (beside) {
    const ofSeveral = claims === 1 || ratio === null ? ratio : ratioOf(beside.timesMs, timesMs, true, missesAt(looks) / claims);
    return { loopMs: beside.timesMs.length > 0 ? median(beside.timesMs) : null, ratio: ofSeveral, apart: false };
  }
  const loop = entries.get('loop')?.record;
  const loopMs = loop?.timesMs ?? [];
  const misses = missesOf(record, loop) / claims;
  return { loopMs: loopMs.length > 0 ? median(loopMs) : null, ratio: ratioOf(loopMs, timesMs, false, misses), apart: true };
}

/** Whether anything came of a run. One of which nothing did ends early, so its time says nothing.
 * @param {Entry} entry */
export const hasResults = ({ record }) => record.results.some((result) => result !== null);

/** Whether what its tasks share came out smaller than the sum of their results.
 * @param {Entry} entry */
function lostUpdates({ record: { sharedTotals, results } }) {
  const expected = results.reduce((/** @type {number} */ sum, result) => sum + Number(result ?? 0), 0);
  return sharedTotals.some((total) => total < expected);
}

/** Whether another of these runs the same on more workers, and is compared with this one.
 * @param {Pick<Job, 'executor' | 'workers'>} one
 * @param {readonly Pick<Job, 'executor' | 'workers'>[]} all */
export const isYardstick = ({ executor, workers }, all) => all.some((other) => other.executor === executor && other.workers > workers);

/** The run of the highest ratio; without ratios, the one of the shortest time. One without results comes last, before it one
 * that lost updates, and a yardstick doesn't count.
 * @param {readonly Entry[]} own one or more
 * @param {Entries} entries */
export function bestOf(own, entries) {
  const rank = /** @param {Entry} entry */ (entry) => {
    const { timesMs } = entry.record;
    if (!hasResults(entry)) return -1;
    if (lostUpdates(entry)) return 0;
    return compareWithLoop(entry, entries).ratio?.value ?? (timesMs.length > 0 ? 1e-9 / median(timesMs) : -1);
  };
  const records = own.map(({ record }) => record);
  return own.filter(({ record }) => !isYardstick(record, records)).reduce((best, entry) => (rank(entry) > rank(best) ? entry : best));
}

/** How many times as fast one run was as another of the same work.
 * @param {Entry} entry
 * @param {Entry} other
 * @param {Entries} entries
 * @param {number} [claims] how many such intervals hold together in 95 of 100 cases */
export function ratioBetween(entry, other, entries, claims = 1) {
  if (other.record.executor === 'loop') return compareWithLoop(entry, entries, claims).ratio;
  const [one, over] = [entry.record, other.record];
  const sameRounds = one.timesMs.length === over.timesMs.length && sameTimes(one.beside?.timesMs, over.beside?.timesMs);
  const misses = sameRounds ? missesAt(one.looks) : missesOf(one, over);
  return ratioOf(over.timesMs, one.timesMs, sameRounds, misses / claims);
}

/** The ratio over the loop of a row in a link. It is the quotient of the two medians, which may lie a little outside the interval of the
 * rounds' ratios that the link carries: then it is moved to the interval's nearer end.
 * @param {Pick<FriendRow, 'medianMs' | 'besideMs' | 'low' | 'high'>} row
 * @returns {Ratio | null} */
export function ratioInLink({ medianMs, besideMs, low, high }) {
  if (!besideMs || !medianMs) return null;
  const value = besideMs / medianMs;
  return { value: Math.min(Math.max(value, low ?? value), high ?? value), low, high };
}

/** Whether two series ran in the same rounds: both were compared with the same loop times.
 * @param {readonly number[] | undefined} one
 * @param {readonly number[] | undefined} other */
const sameTimes = (one, other) => one !== undefined && one.length === other?.length && one.every((time, round) => time === other[round]);

/** The error rate of an interval for two separate runs: that of the run that was looked at more often.
 * @param {...(RunRecord | undefined)} records */
const missesOf = (...records) => Math.min(MISSES, ...records.map((record) => missesAt(record?.looks ?? 1)));
