// The wasm modules, compiled by the page: once per flavour and visit, for all workers of all runs.

import { messageOf } from '../platform/errors.js';
import { FaultError } from '../platform/faults.js';
import { Stoppable } from './stoppable.js';
import { moduleFile } from './workers.js';

/** @import {Flavour} from '../types/shapes.js' */

/** A module that hasn't come by then, at two kilobytes a second, most likely never will. */
const COMES_WITHIN_MS = 30_000;

/** The modules that are compiled or being compiled. @type {Map<Flavour, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** A flavour's module. After a failure the next call tries again.
 * @param {Flavour} flavour
 * @returns {Promise<WebAssembly.Module>} */
export function compiled(flavour) {
  const known = modules.get(flavour);
  if (known) return known;
  const module = compile(moduleFile(flavour));
  modules.set(flavour, module);
  module.catch(() => modules.delete(flavour));
  return module;
}

/** @param {string} file */
async function compile(file) {
  const stoppable = new Stoppable();
  const late = new FaultError({ code: 'module-late', file, limitMs: COMES_WITHIN_MS });
  const timer = setTimeout(() => stoppable.stop(late), COMES_WITHIN_MS);
  try {
    return await stoppable.wait(compileAnswer(file, stoppable.signal));
  } catch (cause) {
    throw cause instanceof FaultError ? cause : new FaultError({ code: 'module-not-loaded', file, cause: messageOf(cause) });
  } finally {
    clearTimeout(timer);
  }
}

/** Compiles a module while it arrives if the host sends its media type, else from its bytes: many hosts don't know that type.
 * @param {string} file
 * @param {AbortSignal} signal ends the download */
async function compileAnswer(file, signal) {
  const answer = await fetch(file, { signal });
  if (!answer.ok) throw new FaultError({ code: 'module-status', file, status: answer.status });
  const type = answer.headers.get('content-type') ?? '';
  if (/^application\/wasm$/i.test(type.trim())) return await WebAssembly.compileStreaming(answer);
  const bytes = await answer.arrayBuffer();
  if (!isModule(bytes)) throw new FaultError({ code: 'module-type', file, type });
  return await WebAssembly.compile(bytes);
}

/** Whether bytes begin like every wasm module: a zero byte, then `asm`.
 * @param {ArrayBuffer} bytes */
const isModule = (bytes) => String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))) === '\0asm';
