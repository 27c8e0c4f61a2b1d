// Loops that are asked for single repeats, outside of any run: to examine the machine with.

import { FaultError } from '../platform/faults.js';
import { startCoordinator } from './coordinator.js';

/** @import {Job} from '../types/shapes.js' */

/**
 * @typedef {object} Probe
 * @property {Promise<void>} warm resolves once it has warmed up, rejects if it broke
 * @property {() => Promise<number>} repeat resolves with its time in milliseconds, rejects if it broke
 * @property {() => void} end */

/** Starts a loop.
 * @param {Job} job
 * @returns {Probe} */
export function startProbe(job) {
  /** @type {{resolve: (value: any) => void, reject: (cause: Error) => void}} */
  let waiting;
  /** Why it broke, if it did: nothing is heard after that. @type {FaultError | null} */
  let broken = null;
  const answer = () => new Promise((resolve, reject) => (broken ? reject(broken) : (waiting = { resolve, reject })));
  const warm = answer();
  const coordinator = startCoordinator(job, (message) => {
    if (message.type === 'warm') waiting.resolve(undefined);
    if (message.type === 'report') waiting.resolve(message.timeMs);
    if (message.type === 'fault') waiting.reject((broken = new FaultError(message.fault)));
  });
  return {
    warm,
    repeat() {
      const reported = answer();
      coordinator.repeat();
      return reported;
    },
    end: () => coordinator.end(),
  };
}
