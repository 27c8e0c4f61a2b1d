// What a worker is told: by the page, and an isolated one by its coordinator too.

import type { Job } from './types.js';

/** What a new isolated worker gets; its coordinator is at the port's other end. */
export interface ProcessStart {
  job: Job;
  module: WebAssembly.Module;
  port: MessagePort;
}

export type ToWorker =
  | { type: 'start'; job: Job & { startedAt: number } }
  | { type: 'repeat' }
  | ({ type: 'serve' } & ProcessStart)
  | { type: 'input'; index: number; value: number; originMs: number };
