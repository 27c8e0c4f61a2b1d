// @ts-check
// A thread of the pool. The coordinator starts it while the module is still being compiled, so that it is there and has
// loaded the module's JavaScript by then; wasm-bindgen-rayon's helper hands it module, memory and its place in the pool.

import init, { wbg_rayon_start_worker } from './threads/easy_concurrency.js';

self.onmessage = async ({ data }) => {
  await init({ module_or_path: data.module, memory: data.memory });
  self.postMessage({ type: 'wasm_bindgen_worker_ready' });
  // Computes from here on, and never returns.
  wbg_rayon_start_worker(data.receiver);
};
