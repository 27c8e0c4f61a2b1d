// The coordinator: a worker that may block, which the page must not. It starts rayon's threads, each of them a worker as well, and
// waits for them whenever it calls a function that uses them.

import init, * as wasm from './minimal.js';

// As many as there are cores is the most that helps, and more than eight seldom do: each takes 2 MiB for its stack, and phones
// have slow cores beside the fast ones.
const threads = Math.min(navigator.hardwareConcurrency, 8);

const ready = (async () => {
  await init();
  wasm.report_panics_to(self.name);
  await wasm.initThreadPool(threads);
  postMessage({ ready: { threads, memory: wasm.shared_memory().buffer, flag: wasm.stop_flag() } });
})();

self.onmessage = async ({ data: { work, limit } }) => {
  await ready;
  postMessage({ result: wasm[work](Number(limit)) });
};

// A rejected promise is no error of the worker's, so the page would hear nothing.
self.addEventListener('unhandledrejection', ({ reason }) => postMessage({ error: String(reason) }));
