// Cross-origin isolation: the service worker that adds its headers, and the one reload that makes them count.

import { putIntoAddress } from './address.js';
import { ask } from './browser.js';
import { sharedMemory } from './capabilities.js';
import { isFramed } from './seen.js';
import { recall, remember } from './storage.js';

/** @import {Facts, SharedMemory} from '../types/shapes.js' */

/** A service worker that hasn't come and become active by then counts as blocked. */
const ACTIVE_WITHIN_MS = 10_000;

/** A page that is still there by then is not being reloaded. */
const RELOADED_WITHIN_MS = 10_000;

/** A hidden page waits no longer than that. */
const SHOWN_WITHIN_MS = 500;

/** Says in the address of the reloaded page that it has been reloaded, and which button was pressed. */
const MARK = '#reloaded-for-';

/** Under which this tab remembers what it has reloaded for. Where storage is blocked, the mark in the address guards alone. */
const GUARD = 'reloaded';

/** The smallest module with a shared memory. */
const SHARED_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 4, 1, 3, 1, 1]);

/** @type {Facts['serviceWorker']} */
let serviceWorker = !ask('serviceWorker') ? 'unsupported' : isServedHereIsolated() ? 'unneeded' : 'waiting';
/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/** What the reload was for, if this page is the reloaded one, and the fragment that was there before.
 * @type {(string | undefined)[]} */
const [resumed, fragment = ''] = location.hash.startsWith(MARK) ? location.hash.slice(MARK.length).split(/(?=#)/) : [];
/** Whether this tab was reloaded for it, and not opened by a link that says so. */
const isOwnReload = resumed !== undefined && recall(GUARD) === resumed;
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
  if (serviceWorker === 'unneeded') await endLeftOver();
  if (serviceWorker !== 'waiting') return;
  // Nothing waits for it yet, and the page has enough to do.
  await shown;
  try {
    const late = new Promise((_, reject) => setTimeout(reject, ACTIVE_WITHIN_MS));
    registration = await Promise.race([navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)), late]);
    await Promise.race([navigator.serviceWorker.ready, late]);
    serviceWorker = 'active';
  } catch {
    serviceWorker = 'refused';
  }
})();

/** An earlier visit may have registered a service worker, before the server isolated the page. */
async function endLeftOver() {
  try {
    await (await navigator.serviceWorker.getRegistration())?.unregister();
  } catch {
    // Where storage is blocked, there is none.
  }
}

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
    framed: isFramed(),
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

/** Whether that was asked for in this tab, as far as it remembers. */
export const wasAskedForHere = () => isOwnReload;

/** Whether threads in shared memory can run here, as far as is known now. */
export const sharedMemoryHere = () => sharedMemory(facts());

/** Makes shared memory available where that takes the service worker and one reload. Resolves if the page is not reloaded: there is
 * no need or no use, or the visitor stopped it or went elsewhere meanwhile (`stopped`).
 * @param {string} search the set-up for the reloaded page
 * @param {string} action what it goes on with
 * @param {AbortSignal} signal something else was pressed
 * @returns {Promise<SharedMemory & {stopped?: boolean}>} */
export async function makeSharedMemory(search, action, signal) {
  hurry();
  await settled;
  const verdict = sharedMemoryHere();
  if (!verdict.reload || signal.aborted) return verdict;
  await reload(`${location.pathname}${search}${MARK}${action}${location.hash}`, action, signal);
  return { ...verdict, able: false, stopped: true };
}

/** Reloads the page with that in its address; resolves if it is still there after a while, or when something else was pressed.
 * @param {string} target
 * @param {string} action
 * @param {AbortSignal} signal
 * @returns {Promise<void>} */
function reload(target, action, signal) {
  const { pathname, search, hash } = location;
  remember(GUARD, action);
  // Replacing an address by one that differs in its fragment only would not load anything.
  if (!putIntoAddress(target)) location.hash = MARK + action;
  location.reload();
  return new Promise((resolve) => {
    function giveUp() {
      clearTimeout(late);
      remember(GUARD, null);
      putIntoAddress(pathname + search + hash);
      resolve();
    }
    // No event tells that a visitor has stopped a reload.
    const late = setTimeout(giveUp, RELOADED_WITHIN_MS);
    signal.addEventListener('abort', () => {
      window.stop();
      giveUp();
    });
  });
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

/** The service worker that keeps the page's files. A newer version that waits is that of this page, which came from the network, or
 * will be that of the next visit. */
export async function keeper() {
  await settled;
  return registration?.waiting ?? registration?.active;
}

/** Lets the newer version take over and loads it. */
export function takeNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage('take over');
}
