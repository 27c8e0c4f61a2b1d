// One coordinator worker's lifetime: started, watched until it is ready, asked for repeats, ended; and that of the workers
// of its pool. The page starts all of them: Chromium may keep a worker for ever that another worker started, and that one.

import { needsSharedMemory } from '../settings/executors.js';
import { Unloaded } from './modules.js';
import { takeCoordinator } from './spares.js';
import { runtimeOf, startWorker, workerScript } from './workers.js';

/** @import {FromCoordinator, ProcessStart, ToWorker} from '../types/protocol.js' */
/** @import {Job, Message} from '../types/shapes.js' */

/** A pool that isn't ready by then never will be. */
const READY_WITHIN_MS = 10_000;

/** Has a worker do a job; `listen` gets its messages in order, a `fault` as the last one if it breaks.
 * @param {Job} job
 * @param {(message: Message) => void} listen */
export function startCoordinator(job, listen) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watchdog;
  let ended = false;
  const runtime = runtimeOf(job.executor);
  const startedAt = performance.timeOrigin + performance.now();
  const { worker, module, loaded, prepaidMs } = takeCoordinator(runtime);
  let isReady = false;
  /** @type {Worker[]} */
  const pool = [];

  function end() {
    ended = true;
    clearTimeout(watchdog);
    for (const one of [worker, ...pool]) one.terminate();
  }

  /** Starts a worker of the pool. What is said to it before it is there waits in its port.
   * @param {'thread' | 'process'} name
   * @param {ToWorker & {port: MessagePort}} message */
  function startInPool(name, message) {
    if (ended) return;
    const started = startWorker(runtime, name);
    // It has nothing to tell the page but that it could not be loaded.
    started.onmessage = hear;
    started.onerror = breakOff;
    started.postMessage(message, [message.port]);
    pool.push(started);
  }

  /** Starts a thread, which gets ready while the coordinator does, and gives the way to it. */
  function startThread() {
    const { port1, port2 } = new MessageChannel();
    startInPool('thread', { type: 'thread', port: port2 });
    return port1;
  }

  /** @param {ErrorEvent} event */
  function breakOff(event) {
    event.preventDefault();
    if (event.message) fail(`A worker broke: ${event.message}`);
    else fail('A worker’s script could not be loaded.', workerScript(runtime));
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
    if (message.type === 'fault') return fail(message.message);
    if (message.type !== 'ready') return listen(message);
    isReady = true;
    clearTimeout(watchdog);
    listen({ ...message, startupMs: prepaidMs + message.startupMs, prepaidMs });
  }

  /** @param {ProcessStart} asked */
  async function startProcess({ job, port }) {
    const compiled = await module;
    if (compiled) startInPool('process', { type: 'serve', module: compiled, job, port });
  }

  /** @param {MessageEvent<FromCoordinator[]>} event */
  function hear({ data }) {
    for (const message of data) {
      if (ended) return;
      if (message.type === 'start-process') startProcess(message);
      else if (message.type !== 'loaded') handle(message);
    }
  }

  async function start() {
    try {
      await module;
    } catch (cause) {
      return fail(String(cause instanceof Error ? cause.message : cause), cause instanceof Unloaded ? cause.file : null);
    }
    if (ended) return;
    worker.postMessage({ type: 'start', job: { ...job, startedAt }, threads }, threads);
    await loaded;
    if (ended || isReady) return;
    watchdog = setTimeout(() => {
      fail(`${job.executor} was not ready within ${READY_WITHIN_MS / 1000} seconds: its workers did not start.`);
    }, READY_WITHIN_MS);
  }

  worker.onmessage = hear;
  worker.onerror = breakOff;
  worker.onmessageerror = () => fail('A message of the worker could not be read.');
  const threads = Array.from({ length: needsSharedMemory(job.executor) ? job.workers : 0 }, startThread);
  start();

  return {
    repeat() {
      if (!ended) worker.postMessage({ type: 'repeat' });
    },
    end,
  };
}
