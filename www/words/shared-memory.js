// Why threads in shared memory can or can't run here, and what to do about it, in words.

/** @import {SharedMemory} from '../types/shapes.js' */

/** @type {Record<SharedMemory['code'], {reason: string, remedy: string}>} */
export const SHARED_MEMORY = {
  works: { reason: 'shared memory works', remedy: '' },
  'after-reload': {
    reason: 'the host sends no isolation headers; the page’s service worker adds them',
    remedy: 'The page reloads once when a run needs them.',
  },
  'no-wasm': { reason: 'this browser has no WebAssembly', remedy: 'Open the page in a current browser.' },
  'no-wasm-threads': { reason: 'this browser is too old for WebAssembly threads', remedy: 'Open the page in a current browser.' },
  'not-secure': {
    reason: 'this address is not secure, and browsers share memory only on secure ones',
    remedy: 'Open the page by https, or from localhost.',
  },
  'switched-off': {
    reason: 'this browser keeps shared memory switched off',
    remedy: 'Open the page in another current browser.',
  },
  framed: { reason: 'the page is embedded in another one, which doesn’t isolate it', remedy: 'Open it in a tab of its own.' },
  'service-worker-blocked': {
    reason: 'the host sends no isolation headers, and the service worker that would add them is blocked',
    remedy: 'Allow service workers for this site, leave private browsing, or serve the page with COOP and COEP headers.',
  },
  'headers-missing': {
    reason: 'the isolation headers are missing, although the service worker adds them',
    remedy: 'Reload the page without holding Shift; if that does not help, a proxy or an extension removes the headers.',
  },
};
