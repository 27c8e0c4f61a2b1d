// Shows what this browser and this host can do, now and when that changes.

import { byId } from '../platform/dom.js';
import { facts, onNewVersion, sharedMemoryHere, takeNewVersion } from '../platform/isolation.js';
import { needsSharedMemory } from '../settings/executors.js';
import { showUnavailable } from '../views/unavailable.js';

/** @param {{cores: number, timerResolutionMs: number}} known
 * @param {import('../views/set-up.js').SetUp} setUp
 * @param {() => import('./load-further.js').Further | null} further
 * @returns {() => void} shows it again */
export function watchBrowser(known, setUp, further) {
  function examine() {
    const found = facts();
    const { able } = sharedMemoryHere();
    showUnavailable(found);
    further()?.examined(found, known);
    setUp.markAvailable((name) => able || !needsSharedMemory(name));
  }
  window.addEventListener('online', examine);
  window.addEventListener('offline', examine);
  onNewVersion(() => (byId('new-version', HTMLElement).hidden = false));
  byId('take-new-version', HTMLButtonElement).addEventListener('click', takeNewVersion);
  examine();
  return examine;
}
