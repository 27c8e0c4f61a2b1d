// Loops that are asked for single repeats, outside of any run: to examine the machine with.

import { startCoordinator } from './coordinator.js';

/** @import {Job} from '../types.js' */

/**
 * @typedef {object} Probe
 * @property {() => Promise<number>} repeat resolves with its time in milliseconds, rejects if it broke
 * @property {() => void} end */

/** Starts a loop, and resolves once it has warmed up.
 * @param {Job} job
 * @param {typeof startCoordinator} [start] tests put their own here
 * @returns {Promise<Probe>} */
export function startProbe(job, start = startCoordinator) {
  /** @type {{resolve: (value: any) => void, reject: (cause: Error) => void}} */
  let waiting;
  const answer = () => new Promise((resolve, reject) => (waiting = { resolve, reject }));
  const warm = answer();
  const coordinator = start(job, (message) => {
    if (message.type === 'warm') waiting.resolve(undefined);
    if (message.type === 'report') waiting.resolve(message.timeMs);
    if (message.type === 'fault') waiting.reject(new Error(message.message));
  });
  const probe = {
    repeat() {
      const reported = answer();
      coordinator.repeat();
      return reported;
    },
    end: coordinator.end,
  };
  return warm.then(() => probe);
}
