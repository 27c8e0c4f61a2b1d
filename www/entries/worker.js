// @ts-check
/**
 * What every coordinator, every isolated worker and every thread does. It hands messages on to the wasm module; what is posted
 * back, and when, is decided in src/run.rs. Each flavour's entry, plain-worker.js and threads-worker.js, has the script of its module in
 * it: a worker has one file to load, and the module comes compiled from the page.
 *
 * @typedef {import('../types/protocol.js').ToWorker} ToWorker
 * @typedef {import('../types/protocol.js').ThreadInit} ThreadInit
 */

import { aheadMs, nowMs, putForward } from '../platform/clock.js';
import { faultOf } from '../platform/faults.js';
import { partsOf } from '../run/parts.js';

/** Far above what a message takes from a thread to its coordinator, which tells a panic. */
const PANIC_IS_TOLD_WITHIN_MS = 200;

/** What a coordinator's jobs share. @type {any} */
let coordinator;

/** A coordinator's jobs by their numbers. @type {Map<number, any>} */
const runs = new Map();

/** The task of an isolated worker. @type {any} */
let isolated;

/** Set in an isolated worker: the way to its coordinator. @type {MessagePort | undefined} */
let toCoordinator;

/** The ways to the threads of a coordinator's pool. @type {MessagePort[]} */
let threads = [];

/** Makes this a worker that does what it is told.
 * @param {{initSync: any, Coordinator: any, IsolatedWorker?: any, runThread?: any}} bindings what wasm-bindgen wrote for the flavour */
export function serve({ initSync, Coordinator, IsolatedWorker, runThread }) {
  /** @param {ToWorker} message */
  async function handle(message) {
    switch (message.type) {
      case 'prepare':
        initSync({ module: message.module });
        coordinator = new Coordinator();
        self.postMessage([{ type: 'loaded' }]);
        break;
      case 'pool':
        threads = message.threads;
        await Promise.all(threads.map(isThere));
        await Coordinator.startPool(threads.length);
        self.postMessage([{ type: 'pool-ready' }]);
        break;
      case 'start': {
        const { number, job, upTo } = message;
        const run = await coordinator.start({ ...job, folder: new URL('../pictures/', import.meta.url).href });
        runs.set(number, run);
        self.postMessage([{ type: 'parts', ...partsOf((input) => run.part(input), job.inputs, upTo) }]);
        // The last that it says before it is asked for a repeat, within which nothing may be posted.
        await run.warmUp();
        break;
      }
      case 'repeat':
        await runs.get(message.number).repeat();
        break;
      case 'serve':
        // What this worker is told and tells takes this way from now on, not that from and to the page.
        toCoordinator = message.port;
        toCoordinator.onmessage = take;
        self.postMessage = toCoordinator.postMessage.bind(toCoordinator);
        initSync({ module: message.module });
        isolated = new IsolatedWorker(message.job);
        break;
      case 'input':
        await isolated.run(message.index, message.value, message.originMs);
        break;
      case 'thread': {
        const askedMs = nowMs();
        message.port.onmessage = ({ data }) => {
          if (data.type === 'time') putForward(aheadMs(askedMs, data.ms, nowMs()));
          else beThread(message.port, data);
        };
        message.port.postMessage({ type: 'there' });
      }
    }
  }

  /** Runs as a thread of the pool, which never returns.
   * @param {MessagePort} port
   * @param {ThreadInit} init */
  function beThread(port, { module, memory, receiver }) {
    try {
      initSync({ module, memory });
      port.postMessage({ type: 'wasm_bindgen_worker_ready' });
      runThread(receiver);
    } catch (cause) {
      port.postMessage({ type: 'broke', error: String(cause) });
    }
  }

  // One message after the other: an input may arrive before the module is there.
  let last = Promise.resolve();

  /** @param {MessageEvent<ToWorker>} event */
  function take({ data }) {
    last = last.then(() => handle(data)).catch(fail);
  }

  self.onmessage = take;
}

/** Listens to a thread; resolves once it listens, too, and has been told the time. Firefox loses a memory that is sent before.
 * @param {MessagePort} port
 * @returns {Promise<void>} */
function isThere(port) {
  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => {
      if (data.type === 'there') {
        port.postMessage({ type: 'time', ms: nowMs() });
        resolve();
      }
      // A thread that panics traps too, which is heard at once and tells nothing more.
      if (data.type === 'broke') setTimeout(fail, PANIC_IS_TOLD_WITHIN_MS, data.error);
    });
    port.start();
  });
}

/** What the script that makes the pool asks for: xtask has it take threads that are started. */
function takeThread() {
  const port = threads.pop();
  if (!port) throw new Error('there are fewer threads than workers');
  return port;
}
Object.assign(self, { takeThread });

/** @param {unknown} cause */
function fail(cause) {
  // Nothing is heard after a fault. Where this worker's own module is broken, what it has not told is lost.
  try {
    coordinator?.show();
  } catch {
    // It is told below what happened.
  }
  self.postMessage([{ type: 'fault', fault: faultOf(cause) }]);
  // Another one takes its place. A coordinator is ended by the page.
  if (toCoordinator) self.close();
}

// What nothing caught is told like any other fault, to whom it concerns: an isolated worker's to its coordinator.
self.onerror = (message) => {
  fail(message);
  return true;
};
self.onunhandledrejection = (event) => {
  event.preventDefault();
  fail(event.reason);
};
