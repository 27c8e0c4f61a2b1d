// Cross-origin isolation: the service worker that adds its headers, and the one reload that makes them count.

import { putIntoAddress } from './address.js';
import { sharedMemory } from './capabilities.js';
import { recall, remember } from './storage.js';

/** @import {Facts, Verdict} from './capabilities.js' */

/** A service worker that hasn't become active by then is taken for blocked. */
const ACTIVE_WITHIN_MS = 10_000;

/** A file that hasn't been kept by then won't be, on this visit. */
const KEPT_WITHIN_MS = 60_000;

/** A page that nobody sees waits no longer than that. */
const SHOWN_WITHIN_MS = 500;

/** Says in the address of the reloaded page that it has been reloaded, and which button was pressed. */
const MARK = '#reloaded-for-';

/** Under which this tab remembers what it has reloaded for. Where storage is blocked, the mark in the address guards alone. */
const GUARD = 'reloaded';

/** The smallest module with a shared memory. */
const SHARED_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 4, 1, 3, 1, 1]);

/** @type {Facts['serviceWorker']} */
let serviceWorker = !('serviceWorker' in navigator) ? 'unsupported' : isServedHereIsolated() ? 'unneeded' : 'waiting';
/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/** What the reload was for, if this page is the reloaded one, and the fragment that was there before.
 * @type {(string | undefined)[]} */
const [resumed, fragment = ''] = location.hash.startsWith(MARK) ? location.hash.slice(MARK.length).split(/(?=#)/) : [];
const reloaded = resumed !== undefined || recall(GUARD) !== null;
if (resumed !== undefined) putIntoAddress(location.pathname + location.search + fragment);
// Isolation has come: should it go missing later, one more reload may bring it back.
if (self.crossOriginIsolated) remember(GUARD, null);

/** Ends the waiting for the page to be painted. @type {() => void} */
let hurry;

/** Resolves once the page has been painted, which a hidden one never is, or when it is asked to hurry. */
const shown = new Promise((resolve) => {
  hurry = () => resolve(undefined);
  requestAnimationFrame(() => setTimeout(hurry));
  setTimeout(hurry, SHOWN_WITHIN_MS);
});

/** Registers the service worker; resolves once it is active, refused, or too late. */
const settled = (async () => {
  if (serviceWorker !== 'waiting') return;
  // Nobody waits for it so far, and the page has enough to do.
  await shown;
  try {
    registration = await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI));
    const late = new Promise((_, reject) => setTimeout(reject, ACTIVE_WITHIN_MS));
    await Promise.race([navigator.serviceWorker.ready, late]);
    serviceWorker = 'active';
  } catch {
    serviceWorker = 'refused';
  }
})();

/** Whether a development server on this machine sends the isolation headers. A service worker would outlive it, and meet whatever
 * project is served at the same port next. */
function isServedHereIsolated() {
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  return isLoopback && self.crossOriginIsolated === true && !navigator.serviceWorker.controller;
}

/** @returns {Facts} */
export function facts() {
  return {
    wasm: typeof WebAssembly === 'object',
    secure: self.isSecureContext,
    isolated: self.crossOriginIsolated === true,
    sharedMemory: typeof SharedArrayBuffer === 'function',
    wasmThreads: typeof WebAssembly === 'object' && WebAssembly.validate(SHARED_MODULE),
    serviceWorker,
    reloaded,
    framed: window.top !== window,
  };
}

/** Resolves once it is known whether the service worker works. */
export function whenSettled() {
  return settled;
}

/** What was asked for before the page reloaded, or null. */
export function resumedAction() {
  return resumed ?? null;
}

/** Makes shared memory available if it can be. `reloading` means that the page is on its way out and nothing more should
 * be started.
 * @param {string} search the set-up for the reloaded page
 * @param {string} action what it goes on with
 * @returns {Promise<Verdict & {reloading?: boolean}>} */
export async function ensureSharedMemory(search, action) {
  let verdict = sharedMemory(facts());
  if (!verdict.reload) return verdict;
  hurry();
  await settled;
  verdict = sharedMemory(facts());
  if (!verdict.reload) return verdict;
  remember(GUARD, action);
  const target = `${location.pathname}${search}${MARK}${action}${location.hash}`;
  // Replacing an address by one that differs in its fragment only would not load anything.
  if (!putIntoAddress(target)) location.hash = MARK + action;
  location.reload();
  return { ...verdict, reloading: true };
}

/** Calls back when a newer version of the page is there and waits for this one to go.
 * @param {() => void} found */
export async function onNewVersion(found) {
  await settled;
  const known = registration;
  if (!known) return;
  const check = () => {
    if (known.waiting && navigator.serviceWorker.controller) found();
  };
  check();
  known.addEventListener('updatefound', () => known.installing?.addEventListener('statechange', check));
}

/** Has the service worker keep the files that show the page, and what was loaded before it was there.
 * @returns {Promise<boolean>} whether they are kept */
export async function keepThePage() {
  await settled;
  return (await ask(performance.getEntriesByType('resource').map(({ name }) => name))) === true;
}

/** Has it keep what the visitor hasn't needed yet, file by file, each when `idle` has resolved.
 * @param {() => Promise<void>} idle
 * @returns {Promise<boolean>} whether all is kept */
export async function keepTheRest(idle) {
  for (;;) {
    await idle();
    const left = await ask('keep next');
    if (left === null || left === 0) return left === 0;
  }
}

/** What the service worker answers; null where there is none, or no answer.
 * @param {string | string[]} question
 * @returns {Promise<unknown>} */
function ask(question) {
  // A newer version that waits is that of this page, which came from the network, or will be that of the next visit.
  const keeper = registration?.waiting ?? registration?.active;
  if (!keeper) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    /** @param {unknown} answer */
    function end(answer) {
      clearTimeout(late);
      port1.close();
      resolve(answer);
    }
    const late = setTimeout(end, KEPT_WITHIN_MS, null);
    port1.onmessage = ({ data }) => end(data);
    keeper.postMessage(question, [port2]);
  });
}

/** Lets the newer version take over and loads it. */
export function takeNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage('take over');
}
