// What is kept for use offline.

import { savesData } from './browser.js';
import { keeper } from './isolation.js';

/** @import {Kept} from '../types/shapes.js' */

/** A file that isn't kept by then is given up for this visit. */
const KEPT_WITHIN_MS = 60_000;

/** @type {Kept} */
let kept = savesData() ? 'used' : 'not yet';

export const keptSoFar = () => kept;

/** Has the service worker keep the files that show the page, and what was loaded before it was there; then, unless data is to be
 * saved, what the visitor hasn't needed yet.
 * @param {() => Promise<void>} whenFree resolves when the page has nothing else to do */
export async function keepForLater(whenFree) {
  await whenFree();
  const isKept = (await ask(performance.getEntriesByType('resource').map(({ name }) => name))) === true;
  if (kept !== 'used') kept = isKept && (await keepTheRest(whenFree)) ? 'all' : 'failed';
}

/** File by file, each when the page has nothing else to do.
 * @param {() => Promise<void>} whenFree
 * @returns {Promise<boolean>} whether all is kept */
async function keepTheRest(whenFree) {
  for (;;) {
    await whenFree();
    const left = await ask('keep next');
    if (left === null || left === 0) return left === 0;
  }
}

/** What the service worker answers; null where there is none, or no answer.
 * @param {string | string[]} question
 * @returns {Promise<unknown>} */
async function ask(question) {
  const worker = await keeper();
  if (!worker) return null;
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
    worker.postMessage(question, [port2]);
  });
}
