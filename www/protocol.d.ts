// What a worker is told: by the page, and one of a pool by its coordinator too.

import type { Job } from './types.js';

/** What a new isolated worker gets; its coordinator is at the port's other end. */
export interface ProcessStart {
  job: Job;
  module: WebAssembly.Module;
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
  /** `threads`: the ways to the threads of its pool. */
  | { type: 'start'; job: Job & { startedAt: number }; threads: MessagePort[] }
  | { type: 'repeat' }
  | ({ type: 'serve' } & ProcessStart)
  | { type: 'thread'; port: MessagePort }
  | { type: 'input'; index: number; value: number; originMs: number };
