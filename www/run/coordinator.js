// One coordinator worker's lifetime: started, given jobs, watched until they are ready, asked for repeats, ended; and that of the
// workers of its pool. The page starts all of them: Chromium may keep a worker for ever that another worker started, and that one.

import { FaultError, faultOf } from '../platform/faults.js';
import { needsSharedMemory } from '../settings/executors.js';
import { lastKnown } from '../settings/job.js';
import { takeCoordinator } from './spares.js';
import { runtimeOf, startWorker, workerScript } from './workers.js';

/** @import {FromCoordinator, ProcessStart, ToWorker} from '../types/protocol.js' */
/** @import {Fault, Job, Message, RunnerName} from '../types/shapes.js' */
/** @import {Runtime} from './workers.js' */

/** A worker whose module is there, and that hasn't loaded its small script by then, most likely never will. */
const LOADED_WITHIN_MS = 8000;

/** A pool that isn't ready by then never will be. */
const READY_WITHIN_MS = 10_000;

/** A job that a coordinator does.
 * @typedef {{job: Job, listen: (message: Message) => void, askedAt: number, isOver: boolean}} Given */

class Coordinator {
  #runtime;
  #own;
  /** @type {Worker[]} */
  #pool = [];
  /** Its jobs, by their numbers. @type {Given[]} */
  #given = [];
  /** The job that it does: what it says is about that. */
  #active = 0;
  #askedAt = performance.now();
  /** Its script has come, and it has its module. */
  #isLoaded = false;
  /** Since when it may be given jobs. @type {number | null} */
  #upAt = null;
  /** Resolves when it has been told what its jobs share. @type {Promise<boolean>} */
  #told = Promise.resolve(false);
  #isOver = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    this.#runtime = runtime;
    this.#own = takeCoordinator(runtime);
  }

  get isOver() {
    return this.#isOver;
  }

  /** @param {number} threads of its pool; none, if it has no such pool */
  begin(threads) {
    const { worker, loaded } = this.#own;
    worker.onmessage = this.#hear;
    worker.onerror = this.#breakOff;
    worker.onmessageerror = () => this.#fail({ code: 'message-unreadable' });
    this.#told = this.#prepare(Array.from({ length: threads }, () => this.#startThread()));
    loaded.then(() => {
      this.#isLoaded = true;
      if (threads === 0) this.#rise();
    });
  }

  /** Gives it a job more; `listen` gets the messages about it in order, a `fault` as the last one if it breaks.
   * @param {Job} job
   * @param {(message: Message) => void} listen */
  start(job, listen) {
    const number = this.#given.push({ job, listen, askedAt: performance.now(), isOver: false }) - 1;
    this.#active = number;
    this.#send(number);
    return { repeat: () => this.#repeat(number), end: () => this.#close(number) };
  }

  /** Ends it and its pool. */
  end() {
    this.#isOver = true;
    clearTimeout(this.#watchdog);
    for (const worker of [this.#own.worker, ...this.#pool]) worker.terminate();
  }

  /** @param {number} number */
  #repeat(number) {
    if (this.#isOver) return;
    this.#active = number;
    this.#own.worker.postMessage({ type: 'repeat', number });
  }

  /** A job is over. Its workers end with the last one.
   * @param {number} number */
  #close(number) {
    this.#given[number].isOver = true;
    if (this.#given.every(({ isOver }) => isOver)) this.end();
  }

  /** @param {MessagePort[]} threads the ways to them */
  async #prepare(threads) {
    const { worker, module, loaded } = this.#own;
    try {
      await module;
      if (this.#isOver) return false;
      if (threads.length > 0) worker.postMessage({ type: 'pool', threads }, threads);
    } catch (cause) {
      this.#fail(faultOf(cause));
      return false;
    }
    // The module may take long to come, and is worth waiting for; from then on a worker that says nothing is stuck.
    this.#watch();
    loaded.then(() => this.#watch());
    return true;
  }

  /** @param {number} number */
  async #send(number) {
    if (!(await this.#told) || this.#isOver) return;
    try {
      const { job } = this.#given[number];
      this.#own.worker.postMessage({ type: 'start', number, job, upTo: lastKnown(job) });
      if (this.#upAt !== null) this.#watch();
    } catch (cause) {
      this.#fail(faultOf(cause));
    }
  }

  /** Gives it a while for what it is about to do: to load its script, or to get a job ready. */
  #watch() {
    clearTimeout(this.#watchdog);
    if (this.#isOver) return;
    const { executor } = this.#given[this.#active].job;
    /** @type {Extract<Fault, {limitMs: number, code: 'not-ready' | 'script-late'}>} */
    const fault = this.#isLoaded
      ? { code: 'not-ready', executor, limitMs: READY_WITHIN_MS }
      : { code: 'script-late', file: workerScript(this.#runtime), limitMs: LOADED_WITHIN_MS };
    this.#watchdog = setTimeout(() => this.#fail(fault), fault.limitMs);
  }

  /** From now on it can do jobs. */
  #rise = () => {
    this.#upAt = performance.now();
  };

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
      else if (message.type === 'pool-ready') this.#rise();
      else if (message.type !== 'loaded') this.#handle(message);
    }
  };

  /** @param {Exclude<FromCoordinator, {type: 'start-process' | 'pool-ready' | 'loaded'}>} message */
  #handle(message) {
    if (message.type === 'fault') return this.#fail(message.fault);
    const { listen, askedAt } = this.#given[this.#active];
    if (message.type !== 'ready') return listen(message);
    clearTimeout(this.#watchdog);
    const { prepaidMs } = this.#own;
    const upAt = this.#upAt ?? performance.now();
    const sharedMs = prepaidMs + upAt - this.#askedAt;
    const startupMs = sharedMs + performance.now() - Math.max(upAt, askedAt);
    listen({ ...message, startupMs, prepaidMs, sharedMs });
  }

  #breakOff = (/** @type {ErrorEvent} */ event) => {
    event.preventDefault();
    if (event.message) this.#fail({ code: 'worker-broke', cause: event.message });
    else this.#fail({ code: 'script-not-loaded', file: workerScript(this.#runtime) });
  };

  /** All its jobs break.
   * @param {Fault} fault */
  #fail(fault) {
    if (this.#isOver) return;
    this.end();
    const { executor } = this.#given[this.#active].job;
    this.#given.forEach(({ listen, isOver }, number) => {
      if (!isOver) listen({ type: 'fault', fault, ...(number === this.#active ? {} : { by: executor }) });
    });
  }
}

/** The coordinators of a run, by what their jobs share. @typedef {Map<string, Coordinator>} Shared */

/** Has a worker do a job, after those that it was given before: one pool serves all executors that share memory, as many workers as
 * they ask for, and one plain coordinator serves the others. `listen` gets the messages about it in order, a `fault` as the last one if it breaks.
 * @param {Job} job
 * @param {(message: Message) => void} listen
 * @param {Shared} [shared] those of the same run */
export function startCoordinator(job, listen, shared = new Map()) {
  const runtime = runtimeOf(job.executor);
  const threads = needsSharedMemory(job.executor) ? job.workers : 0;
  const key = `${runtime} ${threads}`;
  const known = shared.get(key);
  if (known && !known.isOver) return known.start(job, listen);
  /** @type {Coordinator | undefined} */
  let coordinator;
  try {
    coordinator = new Coordinator(runtime);
    coordinator.begin(threads);
    shared.set(key, coordinator);
    return coordinator.start(job, listen);
  } catch (cause) {
    // Whoever asked for it can't end workers that it never got.
    coordinator?.end();
    if (!(cause instanceof FaultError)) throw cause;
    listen({ type: 'fault', fault: faultOf(cause) });
    return { repeat() {}, end() {} };
  }
}
