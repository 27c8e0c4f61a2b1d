// One coordinator worker's lifetime: started, watched until it is ready, asked for repeats, ended; and that of the workers
// of its pool. The page starts all of them: Chromium may keep a worker for ever that another worker started, and that one.

import { faultOf } from '../platform/faults.js';
import { needsSharedMemory } from '../settings/executors.js';
import { takeCoordinator } from './spares.js';
import { runtimeOf, startWorker, workerScript } from './workers.js';

/** @import {FromCoordinator, ProcessStart, ToWorker} from '../types/protocol.js' */
/** @import {Fault, Job, Message} from '../types/shapes.js' */

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
    worker.onmessageerror = () => this.#fail({ code: 'message-unreadable' });
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
      worker.postMessage({ type: 'start', job: { ...this.#job, startedAt: this.#startedAt }, threads }, threads);
    } catch (cause) {
      return this.#fail(faultOf(cause));
    }
    await loaded;
    if (this.#isOver || this.#isReady) return;
    this.#watchdog = setTimeout(() => {
      this.#fail({ code: 'not-ready', executor: this.#job.executor, limitMs: READY_WITHIN_MS });
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
      this.#fail(faultOf(cause));
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
    if (message.type === 'fault') return this.#fail(message.fault);
    if (message.type !== 'ready') return this.#listen(message);
    this.#isReady = true;
    clearTimeout(this.#watchdog);
    const { prepaidMs } = this.#own;
    this.#listen({ ...message, startupMs: prepaidMs + message.startupMs, prepaidMs });
  }

  #breakOff = (/** @type {ErrorEvent} */ event) => {
    event.preventDefault();
    if (event.message) this.#fail({ code: 'worker-broke', cause: event.message });
    else this.#fail({ code: 'script-not-loaded', file: workerScript(this.#runtime) });
  };

  /** @param {Fault} fault */
  #fail(fault) {
    if (this.#isOver) return;
    this.end();
    this.#listen({ type: 'fault', fault });
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
