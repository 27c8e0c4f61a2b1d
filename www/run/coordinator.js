// One coordinator worker's lifetime: started, watched until it is ready, asked for repeats, ended; and that of the workers
// of its pool. The page starts all of them: Chromium may keep a worker for ever that another worker started, and that one.

import { needsSharedMemory } from '../setup/executors.js';
import { startWorker, workerScript } from '../workers.js';

/** @import {ProcessStart, ToWorker} from '../protocol.js' */
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
  const worker = startWorker(job.executor, 'coordinator');
  /** @type {Worker[]} */
  const pool = [];

  function end() {
    ended = true;
    clearTimeout(watchdog);
    for (const one of [worker, ...pool]) one.terminate();
  }

  /** Starts a worker of the pool soon, each in a task of its own: many at once would hold the page's thread. What is said to it
   * meanwhile waits in its port.
   * @param {'thread' | 'process'} name
   * @param {ToWorker & {port: MessagePort}} message */
  function startInPool(name, message) {
    const start = () => {
      if (ended) return;
      const started = startWorker(job.executor, name);
      // It has nothing to tell the page but that it could not be loaded.
      started.onmessage = hear;
      started.onerror = breakOff;
      started.postMessage(message, [message.port]);
      pool.push(started);
    };
    // Nobody waits for a hidden page's thread, whose timers are late.
    if (document.hidden) start();
    else setTimeout(start);
  }

  /** Starts a thread, which gets ready while the coordinator compiles the module, and gives the way to it. */
  function startThread() {
    const { port1, port2 } = new MessageChannel();
    startInPool('thread', { type: 'thread', port: port2 });
    return port1;
  }

  /** @param {ErrorEvent} event */
  function breakOff(event) {
    event.preventDefault();
    if (event.message) fail(`A worker broke: ${event.message}`);
    else fail('A worker’s script could not be loaded.', workerScript(job.executor));
  }

  /** @param {string} message
   * @param {string | null} [file] */
  function fail(message, file = null) {
    if (ended) return;
    end();
    listen({ type: 'fault', message, file });
  }

  /** @param {Message} message */
  function handle(message) {
    if (message.type === 'fault') return fail(message.message, message.file);
    if (message.type === 'loaded') {
      watchdog = setTimeout(() => {
        fail(`${job.executor} was not ready within ${READY_WITHIN_MS / 1000} seconds: its workers did not start.`);
      }, READY_WITHIN_MS);
    }
    if (message.type === 'ready') clearTimeout(watchdog);
    listen(message);
  }

  /** @param {MessageEvent<(Message | ({type: 'start-process'} & ProcessStart))[]>} event */
  function hear({ data }) {
    for (const message of data) {
      if (ended) return;
      if (message.type === 'start-process') startInPool('process', { ...message, type: 'serve' });
      else handle(message);
    }
  }

  worker.onmessage = hear;
  worker.onerror = breakOff;
  worker.onmessageerror = () => fail('A message of the worker could not be read.');
  const startedAt = performance.timeOrigin + performance.now();
  const threads = Array.from({ length: needsSharedMemory(job.executor) ? job.workers : 0 }, startThread);
  worker.postMessage({ type: 'start', job: { ...job, startedAt }, threads }, threads);

  return {
    repeat() {
      if (!ended) worker.postMessage({ type: 'repeat' });
    },
    end,
  };
}
