// One coordinator worker's lifetime: started, watched until it is ready, asked for repeats, ended; and that of the isolated
// workers that it asks for.

import { needsSharedMemory } from '../setup/executors.js';
import { startWorker } from '../workers.js';

/** @import {ProcessStart} from '../protocol.js' */
/** @import {Job, Message} from '../types.js' */

/** A pool that isn't ready by then never will be. */
const READY_WITHIN_MS = 10_000;

/** Starts a worker for a job; `listen` gets its messages in order, a `fault` as the last one if it breaks.
 * @param {Job} job
 * @param {(message: Message) => void} listen */
export function startCoordinator(job, listen) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watchdog;
  let ended = false;
  /** Threads are the coordinator's own workers. */
  let starting = needsSharedMemory(job.executor);
  const worker = startWorker(job.executor, 'coordinator');
  /** @type {Worker[]} */
  const processes = [];

  function endWorkers() {
    for (const one of [worker, ...processes]) one.terminate();
  }

  /** Chromium keeps a worker for ever that is ended while workers of its own are starting, and those with it. So one that
   * is starting some is ended, unheard, once it has. */
  function end() {
    ended = true;
    clearTimeout(watchdog);
    if (starting) watchdog = setTimeout(endWorkers, READY_WITHIN_MS);
    else endWorkers();
  }

  function started() {
    starting = false;
    if (ended) end();
  }

  /** @param {ProcessStart} start */
  function startProcess({ job, module, port }) {
    if (ended) return;
    const process = startWorker(job.executor, 'process');
    process.onerror = breakOff;
    process.postMessage({ type: 'serve', job, module, port }, [port]);
    processes.push(process);
  }

  /** @param {ErrorEvent} event */
  function breakOff(event) {
    event.preventDefault();
    started();
    fail(event.message ? `A worker broke: ${event.message}` : 'A worker’s script could not be loaded.');
  }

  /** @param {string} message */
  function fail(message) {
    if (ended) return;
    end();
    listen({ type: 'fault', message });
  }

  /** @param {Message} message */
  function handle(message) {
    if (message.type === 'fault') return fail(message.message);
    if (message.type === 'loaded') {
      watchdog = setTimeout(() => {
        starting = false;
        fail(`${job.executor} was not ready within ${READY_WITHIN_MS / 1000} seconds: its workers did not start.`);
      }, READY_WITHIN_MS);
    }
    if (message.type === 'ready') clearTimeout(watchdog);
    listen(message);
  }

  worker.onmessage = (/** @type {MessageEvent<(Message | ({type: 'start-process'} & ProcessStart))[]>} */ { data }) => {
    for (const message of data) {
      if (message.type === 'ready' || message.type === 'fault') started();
      if (ended) continue;
      // Each in a task of its own: many at once would hold the page's thread.
      if (message.type === 'start-process') setTimeout(startProcess, 0, message);
      else handle(message);
    }
  };
  worker.onerror = breakOff;
  worker.onmessageerror = () => fail('A message of the worker could not be read.');
  worker.postMessage({ type: 'start', job: { ...job, startedAt: performance.timeOrigin + performance.now() } });

  return {
    repeat() {
      if (!ended) worker.postMessage({ type: 'repeat' });
    },
    end,
  };
}
