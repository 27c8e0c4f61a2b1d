// Coordinators that are made ready before a run needs them: what comes before the first bar is prepaid then. A run owns the
// one that it takes, and is told what it cost.

import { FaultError } from '../platform/faults.js';
import { compiled } from './modules.js';
import { startWorker } from './workers.js';

/** @import {Flavour} from '../types/shapes.js' */
/** @import {Runtime} from './workers.js' */

/**
 * @typedef {object} Coordinator one without a job
 * @property {Worker} worker
 * @property {Promise<WebAssembly.Module | null>} module what it is prepared with; rejects where that can't be had
 * @property {Promise<void>} loaded it has been prepared
 * @property {() => number} spentMs what it has cost so far
 */

/** @type {Map<Runtime, Coordinator>} */
const spares = new Map();

/** Those that could not be had: no more are made ahead until a run has tried. @type {Set<Runtime>} */
const broken = new Set();

/** Begins to make a coordinator ready for this flavour, unless there is one. One that breaks is given up: the run that starts its
 * own instead tells why.
 * @param {Flavour} flavour */
export function keepSpare(flavour) {
  if (spares.has(flavour) || broken.has(flavour)) return;
  const spare = beginSpare(flavour);
  if (!spare) return void broken.add(flavour);
  spares.set(flavour, spare);
  function giveUp() {
    if (spares.get(flavour) !== spare) return;
    spares.delete(flavour);
    broken.add(flavour);
    spare.worker.terminate();
  }
  spare.worker.onerror = (event) => {
    event.preventDefault();
    giveUp();
  };
  spare.worker.addEventListener('message', ({ data: [{ type }] }) => type === 'fault' && giveUp(), { once: true });
  spare.module.catch(giveUp);
}

/** Ends those that there are. */
export function endSpares() {
  for (const { worker } of spares.values()) worker.terminate();
  spares.clear();
}

/** A coordinator, ready or about to be, and what has been paid for it before.
 * @param {Runtime} runtime
 * @returns {Coordinator & {prepaidMs: number}} */
export function takeCoordinator(runtime) {
  const spare = spares.get(runtime);
  spares.delete(runtime);
  broken.delete(runtime);
  return spare ? { ...spare, prepaidMs: spare.spentMs() } : { ...begin(runtime, 'coordinator'), prepaidMs: 0 };
}

/** Null where the browser lets the page start no worker.
 * @param {Flavour} flavour */
function beginSpare(flavour) {
  try {
    return begin(flavour, 'spare');
  } catch (cause) {
    if (cause instanceof FaultError) return null;
    throw cause;
  }
}

/** @param {Runtime} runtime
 * @param {string} name
 * @returns {Coordinator} */
function begin(runtime, name) {
  const begunAt = performance.now();
  const worker = startWorker(runtime, name);
  /** @type {number | null} */
  let loadedAt = null;
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve) => {
    // It is the first that a coordinator says, unless it breaks.
    worker.addEventListener('message', ({ data: [{ type }] }) => {
      if (type !== 'loaded') return;
      loadedAt = performance.now();
      resolve();
    }, { once: true });
  });
  const module = prepare(worker, runtime);
  return { worker, module, loaded, spentMs: () => (loadedAt ?? performance.now()) - begunAt };
}

/** @param {Worker} worker
 * @param {Runtime} runtime */
async function prepare(worker, runtime) {
  const module = runtime === 'javascript' ? null : await compiled(runtime);
  worker.postMessage({ type: 'prepare', module });
  return module;
}
