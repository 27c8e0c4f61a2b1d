// What a worker is told, by the page, and one of a pool by its coordinator too; and what a coordinator tells the page.

import type { Fault, Flavour, Job, Message } from './shapes.js';

/** What a new isolated worker is asked for with; its coordinator is at the port's other end. */
export interface ProcessStart {
  job: Job;
  port: MessagePort;
}

/** What a thread gets from its coordinator, which asks it to run as one of the pool. */
export interface ThreadInit {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  /** Where in memory the thread finds what to run. */
  receiver: number;
}

export type ToWorker =
  /** A coordinator's first message; it needs no job yet. Plain JavaScript has no module. */
  | { type: 'prepare'; module: WebAssembly.Module | null }
  /** The ways to the threads of its pool, which serves all its jobs. */
  | { type: 'pool'; threads: MessagePort[] }
  /** A job more, which has this number from now on. `upTo`: the last input of which it tells how it splits. */
  | { type: 'start'; number: number; job: Job; upTo: number }
  | { type: 'repeat'; number: number }
  | ({ type: 'serve'; module: WebAssembly.Module } & ProcessStart)
  | { type: 'thread'; port: MessagePort }
  | { type: 'input'; index: number; value: number; originMs: number };

export type FromCoordinator =
  | Exclude<Message, { type: 'ready' | 'fault' }>
  /** It has its module. */
  | { type: 'loaded' }
  /** Its pool is there. */
  | { type: 'pool-ready' }
  /** A job's executor is ready. The page knows how long that took. */
  | { type: 'ready'; flavour: Flavour }
  | { type: 'fault'; fault: Fault }
  /** It wants a worker for its pool. */
  | ({ type: 'start-process' } & ProcessStart);
