// Errors of the page's own code, and who hears of them.

/** Where an error was caught: what threw is skipped, and everything else goes on; a run ends by itself.
 * @typedef {'view' | 'drawing' | 'further' | 'run'} Place */

/** Where the error that is being reported was caught. @type {Place | null} */
let place = null;

/** Reports an error that was caught: the console shows it like one that wasn't, and `onError` calls back with it.
 * @param {unknown} cause
 * @param {Place} where */
export function reportCaught(cause, where) {
  place = where;
  try {
    reportError(cause);
  } finally {
    place = null;
  }
}

/** Calls back with every error; `where` is null if nothing caught it.
 * @param {(cause: unknown, where: Place | null) => void} listen */
export function onError(listen) {
  window.addEventListener('error', ({ error }) => {
    // Without an error object it is a notice of the browser's: a ResizeObserver goes on in the next frame.
    if (error) listen(error, place);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => listen(reason, null));
}

/** @param {unknown} cause */
export const messageOf = (cause) => String(cause instanceof Error ? cause.message : cause);
