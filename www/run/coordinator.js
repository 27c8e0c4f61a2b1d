// One coordinator worker's lifetime: started, watched until it is ready, asked for repeats, ended; and that of the workers
// of its pool. The page starts all of them: Chromium may keep a worker for ever that another worker started, and that one.

import { messageOf } from '../platform/errors.js';
import { needsSharedMemory } from '../settings/executors.js';
import { lastKnown } from '../settings/job.js';
import { Unloaded } from './modules.js';
import { takeCoordinator } from './spares.js';
import { runtimeOf, startWorker, workerScript } from './workers.js';

/** @import {FromCoordinator, ProcessStart, ToWorker} from '../types/protocol.js' */
/** @import {Job, Message} from '../types/shapes.js' */

/** A pool that isn't ready by then never will be. */
const READY_WITHIN_MS = 10_000;

class Coordinator {
  #job;
  #listen;
  #startedAt = performance.timeOrigin + performance.now();
  #runtime;
  #own;
  /** @type {Worker[]} */
  #pool = [];
  #isReady = false;
  #isOver = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /** @param {Job} job
   * @param {(message: Message) => void} listen */
  constructor(job, listen) {
    this.#job = job;
    this.#listen = listen;
    this.#runtime = runtimeOf(job.executor);
    this.#own = takeCoordinator(this.#runtime);
  }

  begin() {
    const { worker } = this.#own;
    worker.onmessage = this.#hear;
    worker.onerror = this.#breakOff;
    worker.onmessageerror = () => this.#fail('A message of the worker could not be read.');
    const threads = needsSharedMemory(this.#job.executor) ? this.#job.workers : 0;
    this.#start(Array.from({ length: threads }, () => this.#startThread()));
  }

  repeat() {
    if (!this.#isOver) this.#own.worker.postMessage({ type: 'repeat' });
  }

  end() {
    this.#isOver = true;
    clearTimeout(this.#watchdog);
    for (const worker of [this.#own.worker, ...this.#pool]) worker.terminate();
  }

  /** @param {MessagePort[]} threads the ways to them */
  async #start(threads) {
    const { worker, module, loaded } = this.#own;
    try {
      await module;
      if (this.#isOver) return;
      worker.postMessage({ type: 'start', job: { ...this.#job, startedAt: this.#startedAt }, threads, upTo: lastKnown(this.#job) }, threads);
    } catch (cause) {
      return this.#fail(messageOf(cause), cause instanceof Unloaded ? cause.file : null);
    }
    await loaded;
    if (this.#isOver || this.#isReady) return;
    this.#watchdog = setTimeout(() => {
      this.#fail(`${this.#job.executor} was not ready within ${READY_WITHIN_MS / 1000} seconds: its workers did not start.`);
    }, READY_WITHIN_MS);
  }

  /** Starts a worker of the pool. What is said to it before it is there waits in its port.
   * @param {'thread' | 'process'} name
   * @param {ToWorker & {port: MessagePort}} message */
  #startInPool(name, message) {
    const started = startWorker(this.#runtime, name);
    this.#pool.push(started);
    // It has nothing to tell the page but that it could not be loaded.
    started.onmessage = this.#hear;
    started.onerror = this.#breakOff;
    started.postMessage(message, [message.port]);
  }

  /** Starts a thread, which gets ready while the coordinator does, and gives the way to it. */
  #startThread() {
    const { port1, port2 } = new MessageChannel();
    this.#startInPool('thread', { type: 'thread', port: port2 });
    return port1;
  }

  /** @param {ProcessStart} asked */
  async #startProcess({ job, port }) {
    try {
      const module = await this.#own.module;
      if (module && !this.#isOver) this.#startInPool('process', { type: 'serve', module, job, port });
    } catch (cause) {
      this.#fail(messageOf(cause));
    }
  }

  #hear = (/** @type {MessageEvent<FromCoordinator[]>} */ { data }) => {
    for (const message of data) {
      if (this.#isOver) return;
      if (message.type === 'start-process') this.#startProcess(message);
      else if (message.type !== 'loaded') this.#handle(message);
    }
  };

  /** @param {Message} message */
  #handle(message) {
    if (message.type === 'fault') return this.#fail(message.message);
    if (message.type !== 'ready') return this.#listen(message);
    this.#isReady = true;
    clearTimeout(this.#watchdog);
    const { prepaidMs } = this.#own;
    this.#listen({ ...message, startupMs: prepaidMs + message.startupMs, prepaidMs });
  }

  #breakOff = (/** @type {ErrorEvent} */ event) => {
    event.preventDefault();
    if (event.message) this.#fail(`A worker broke: ${event.message}`);
    else this.#fail('A worker’s script could not be loaded.', workerScript(this.#runtime));
  };

  /** @param {string} message
   * @param {string | null} [file] */
  #fail(message, file = null) {
    if (this.#isOver) return;
    this.end();
    this.#listen({ type: 'fault', message, file });
  }
}

/** Has a worker do a job; `listen` gets its messages in order, a `fault` as the last one if it breaks.
 * @param {Job} job
 * @param {(message: Message) => void} listen */
export function startCoordinator(job, listen) {
  const coordinator = new Coordinator(job, listen);
  try {
    coordinator.begin();
  } catch (cause) {
    // Whoever asked for it can't end workers that it never got.
    coordinator.end();
    throw cause;
  }
  return coordinator;
}
