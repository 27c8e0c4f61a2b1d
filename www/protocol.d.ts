// What a worker is told: by the page, and, where workers are isolated, by their coordinator.

import type { Job } from './types.js';

export type ToWorker =
  | { type: 'start'; job: Job & { startedAt: number } }
  | { type: 'repeat' }
  | { type: 'serve'; job: Job; module: WebAssembly.Module }
  | { type: 'input'; index: number; value: number; originMs: number };
