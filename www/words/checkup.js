// What this browser and host offer, in words: what is missing, and what to do about it.

import { SHARED_MEMORY } from './shared-memory.js';

/** @import {Facts, Kept, SharedMemory} from '../types/shapes.js' */

/** The rows of the panel on this browser.
 * @param {Facts} facts
 * @param {SharedMemory} memory
 * @param {{cores: number, timerResolutionMs: number, offline: boolean, kept: Kept}} more
 * @returns {{name: string, value: string, good: boolean, remedy: string}[]} */
export function checkup(facts, memory, { cores, timerResolutionMs, offline, kept }) {
  const { reason, remedy } = SHARED_MEMORY[memory.code];
  const worker = {
    active: ['active', 'Adds isolation headers and keeps files for use offline.'],
    waiting: ['starting', 'It becomes active in a moment.'],
    refused: ['blocked', 'Allow service workers or storage for this site; without them nothing works offline.'],
    unneeded: ['not needed', 'A server on this machine isolates the page by itself.'],
    unsupported: ['not offered', 'Private windows and insecure addresses have none; without it nothing works offline.'],
  }[facts.serviceWorker];
  /** @type {Record<Facts['serviceWorker'], Kept | 'unneeded'>} */
  const byWorker = { active: kept, waiting: 'not yet', unneeded: 'unneeded', refused: 'failed', unsupported: 'failed' };
  const keeps = byWorker[facts.serviceWorker];
  const offlineUse = {
    all: ['everything', ''],
    'not yet': ['not everything yet', 'The rest follows when there is nothing else to do.'],
    unneeded: ['nothing', 'A page from a server on this machine isn’t kept: another project may have its port next.'],
    used: ['what was used', 'This browser asks to save data, so nothing is loaded ahead.'],
    failed: ['not everything', 'Storage may be full or blocked, or the network was gone; the next visit tries again.'],
  }[keeps];
  return [
    row('Secure address', facts.secure, 'yes', 'no', 'Open the page by https, or from localhost.'),
    row(
      'Cross-origin isolated',
      facts.isolated,
      'yes',
      memory.reload ? 'not yet' : 'no',
      remedy || 'The host can send COOP and COEP headers.',
    ),
    row('Threads in shared memory', memory.able, memory.reload ? 'after one reload' : 'yes', 'no', `Because ${reason}. ${remedy}`),
    { name: 'Service worker', value: worker[0], good: ['active', 'unneeded'].includes(facts.serviceWorker), remedy: worker[1] },
    { name: 'Kept for use offline', value: offlineUse[0], good: ['all', 'unneeded'].includes(keeps), remedy: offlineUse[1] },
    row('Network', !offline, 'online', 'offline', 'Everything works offline but what a task itself gets from the network.'),
    {
      name: 'Processor cores',
      value: String(cores),
      good: cores > 1,
      remedy: cores > 1 ? 'As the browser says; some understate it.' : 'With one core nothing computes faster at once.',
    },
    {
      name: 'The clock ticks every',
      value: timerResolutionMs === Infinity ? 'never' : timerResolutionMs < 0.1 ? `${(timerResolutionMs * 1000).toFixed(0)} µs` : `${timerResolutionMs.toFixed(1)} ms`,
      good: timerResolutionMs <= 0.1,
      remedy:
        timerResolutionMs <= 0.1
          ? ''
          : timerResolutionMs <= 2
            ? 'Isolated pages get a finer clock; take larger tasks for exact ratios.'
            : 'Protection against fingerprinting makes it this coarse: only tasks of many seconds can be timed.',
    },
  ];
}

/** @param {string} name
 * @param {boolean} good
 * @param {string} yes
 * @param {string} otherwise
 * @param {string} remedy */
function row(name, good, yes, otherwise, remedy) {
  return { name, value: good ? yes : otherwise, good, remedy: good && yes === 'yes' ? '' : remedy };
}
