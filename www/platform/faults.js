// What was thrown, as a fault: a code with named parts.

import { messageOf } from './errors.js';

/** @import {Fault} from '../types/shapes.js' */

/** Each engine has its own words for it. A module that gets no memory traps without any; a panic traps too, but has told its message
 * by then. */
const OUT_OF_MEMORY = /out of memory|allocate .*memory|unreachable/i;

/** A fault that is thrown. */
export class FaultError extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** @param {unknown} thrown
 * @returns {Fault} */
export function faultOf(thrown) {
  const fault = isFault(thrown) ? thrown : thrown instanceof FaultError ? thrown.fault : /** @type {const} */ ({ code: 'thrown', cause: messageOf(thrown) });
  return 'cause' in fault && OUT_OF_MEMORY.test(fault.cause) ? { code: 'out-of-memory', cause: fault.cause } : fault;
}

/** Whether it is one that the wasm module threw. A `DOMException` has a code as well, a number.
 * @param {unknown} thrown
 * @returns {thrown is Fault} */
const isFault = (thrown) => typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' && !(thrown instanceof Error);
