// What this browser and its server offer, in words: what is missing, and what to do about it.

import { number, roundTime } from './format.js';
import { FIRST } from './language.js';
import { LATER } from './later.js';

/** @import {Facts, Kept, SharedMemory} from '../types/shapes.js' */

/** A row of the panel on this browser.
 * @typedef {{name: string, value: string, good: boolean, remedy: string}} Row */

/** Clocks that tick as often are fine; those that tick more seldom are too coarse for all but long tasks. */
const FINE_MS = 0.1;
const COARSE_MS = 2;

/** @param {Facts} facts
 * @param {SharedMemory} memory
 * @param {{cores: number, timerResolutionMs: number, offline: boolean, kept: Kept}} more
 * @returns {Row[]} */
export function checkup(facts, memory, { cores, timerResolutionMs, offline, kept }) {
  const words = LATER.checkup;
  const { reason, remedy } = FIRST.sharedMemory[memory.code];
  return [
    row(words.secure, facts.secure, [words.yes, words.no], words.secureRemedy),
    row(words.isolated, facts.isolated, [words.yes, memory.reload ? words.notYet : words.no], remedy || words.isolatedRemedy),
    row(words.threads, memory.able, [memory.reload ? words.afterReload : words.yes, words.no], words.threadsRemedy({ reason, remedy })),
    { name: words.serviceWorker, ...words.serviceWorkerIs[facts.serviceWorker], good: ['active', 'unneeded'].includes(facts.serviceWorker) },
    rowOfOffline(facts.serviceWorker, kept),
    row(words.network, !offline, [words.networkIs.online, words.networkIs.offline], words.networkRemedy),
    { name: words.cores, value: number(cores), good: cores > 1, remedy: cores > 1 ? words.coresRemedy : words.oneCore },
    rowOfClock(timerResolutionMs),
  ];
}

/** @param {string} name
 * @param {boolean} good
 * @param {readonly [string, string]} values where it is good, and where it isn't
 * @param {string} remedy
 * @returns {Row} */
function row(name, good, [value, otherwise], remedy) {
  const { yes } = LATER.checkup;
  return { name, value: good ? value : otherwise, good, remedy: good && value === yes ? '' : remedy };
}

/** @param {Facts['serviceWorker']} worker
 * @param {Kept} kept
 * @returns {Row} */
function rowOfOffline(worker, kept) {
  const words = LATER.checkup;
  /** @type {Record<Facts['serviceWorker'], Kept | 'unneeded'>} */
  const byWorker = { active: kept, waiting: 'not yet', unneeded: 'unneeded', refused: 'failed', unsupported: 'failed' };
  const keeps = byWorker[worker];
  return { name: words.offline, ...words.offlineIs[keeps], good: ['all', 'unneeded'].includes(keeps) };
}

/** @param {number} resolutionMs
 * @returns {Row} */
function rowOfClock(resolutionMs) {
  const words = LATER.checkup;
  const good = resolutionMs <= FINE_MS;
  const value = resolutionMs === Infinity ? words.clockNever : roundTime(Number(resolutionMs.toPrecision(2)), resolutionMs);
  return { name: words.clock, value, good, remedy: good ? '' : resolutionMs <= COARSE_MS ? words.clockCoarse : words.clockTooCoarse };
}
