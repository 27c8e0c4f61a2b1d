// What this browser and host give, and the reason that applies where something is missing.

/**
 * @typedef {object} Facts
 * @property {boolean} wasm
 * @property {boolean} secure
 * @property {boolean} isolated
 * @property {boolean} sharedMemory `SharedArrayBuffer` exists
 * @property {boolean} wasmThreads the engine takes a module with shared memory
 * @property {'unsupported' | 'refused' | 'unneeded' | 'waiting' | 'active'} serviceWorker `unneeded`: a server on this machine isolates the page
 * @property {boolean} reloaded the page has reloaded once to become isolated
 * @property {boolean} framed another page shows it in a frame
 */

/** @typedef {{able: boolean, reload?: boolean, reason: string, remedy: string}} Verdict */

/** Whether threads in shared memory can run here. `reload`: they can, once the page has reloaded.
 * @param {Facts} facts
 * @returns {Verdict} */
export function sharedMemory(facts) {
  if (!facts.wasm) {
    return no('this browser has no WebAssembly', 'Open the page in a current browser.');
  }
  if (!facts.wasmThreads) {
    return no('this browser is too old for WebAssembly threads', 'Open the page in a current browser.');
  }
  if (!facts.secure) {
    return no(
      'this address is not secure, and browsers share memory only on secure ones',
      'Open the page by https, or from localhost.',
    );
  }
  if (facts.isolated) {
    return facts.sharedMemory
      ? { able: true, reason: 'shared memory works', remedy: '' }
      : no('this browser keeps shared memory switched off', 'Open the page in another current browser.');
  }
  if (facts.framed) {
    return no('the page is embedded in another one, which doesn’t isolate it', 'Open it in a tab of its own.');
  }
  if (facts.serviceWorker === 'unsupported' || facts.serviceWorker === 'refused') {
    return no(
      'the host sends no isolation headers, and the service worker that would add them is blocked',
      'Allow service workers for this site, leave private browsing, or serve the page with COOP and COEP headers.',
    );
  }
  if (facts.reloaded) {
    return no(
      'the isolation headers are missing, although the service worker adds them',
      'Reload the page without holding Shift; if that does not help, a proxy or an extension removes the headers.',
    );
  }
  return {
    able: true,
    reload: true,
    reason: 'the host sends no isolation headers; the page’s service worker adds them',
    remedy: 'The page reloads once when a run needs them.',
  };
}

/** @param {string} reason
 * @param {string} remedy
 * @returns {Verdict} */
function no(reason, remedy) {
  return { able: false, reason, remedy };
}
