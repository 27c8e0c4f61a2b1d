// What visitors do apart from pressing buttons: they come near one, leave the page, and come back.

import { executorOf } from '../settings/executors.js';

/** @param {import('../run/controller.js').Controller} controller
 * @param {import('../run/ahead.js').Ahead} ahead
 * @param {import('../views/set-up.js').SetUp} setUp */
export function watchVisit(controller, ahead, setUp) {
  // Whoever comes near a button may press it.
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, ({ target }) => {
      if (target instanceof Element && target.closest('button')) ahead.prepare(executorOf(setUp.get().executor).flavour);
    });
  }
  window.addEventListener('pagehide', () => {
    controller.leave();
    ahead.leave();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // The visitor has come back: a reload that was being prepared isn't wanted any more.
    controller.cancel();
    ahead.comeBack();
  });
}
