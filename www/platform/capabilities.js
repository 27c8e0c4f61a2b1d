// What this browser and host give, and what applies where something is missing.

/** @import {Facts, SharedMemory} from '../types/shapes.js' */

/** Whether threads in shared memory can run here.
 * @param {Facts} facts
 * @returns {SharedMemory} */
export function sharedMemory(facts) {
  const code = codeOf(facts);
  return { code, able: code === 'works' || code === 'after-reload', reload: code === 'after-reload' };
}

/** @param {Facts} facts
 * @returns {SharedMemory['code']} */
function codeOf({ wasm, wasmThreads, secure, isolated, sharedMemory, framed, serviceWorker, reloaded }) {
  if (!wasm) return 'no-wasm';
  if (!wasmThreads) return 'no-wasm-threads';
  if (!secure) return 'not-secure';
  if (isolated) return sharedMemory ? 'works' : 'switched-off';
  if (framed) return 'framed';
  if (serviceWorker === 'unsupported' || serviceWorker === 'refused') return 'service-worker-blocked';
  return reloaded ? 'headers-missing' : 'after-reload';
}
