// The buttons that start and end runs, and why one of them can't be pressed.

import { byId } from '../platform/dom.js';

/** @param {{run: () => void, compare: () => void, embedded: () => void, cancel: () => void}} actions */
export function createActions({ run, compare, embedded, cancel }) {
  const reason = byId('reason', HTMLElement);
  const cancelButton = byId('cancel', HTMLButtonElement);
  const starters = [byId('run', HTMLButtonElement), byId('compare', HTMLButtonElement), byId('embed-start', HTMLButtonElement)];
  [run, compare, embedded].forEach((act, place) => starters[place].addEventListener('click', act));
  cancelButton.addEventListener('click', cancel);
  /** Every other one that starts a run. */
  const answers = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('.answers button'))];
  /** Who had the focus when it was disabled. @type {HTMLButtonElement | null} */
  let starter = null;

  return {
    /** @param {'loading' | 'idle' | 'running'} mode
     * @param {string} why */
    set(mode, why) {
      const focused = /** @type {HTMLButtonElement} */ (document.activeElement);
      const all = [...starters, ...answers];
      if (all.includes(focused)) starter = focused;
      cancelButton.disabled = mode !== 'running';
      for (const button of all) button.disabled = mode !== 'idle';
      // A disabled button loses the focus, which then starts over at the top of the page. The stage doesn't move for it.
      const isLost = focused?.disabled || (starter !== null && document.activeElement === document.body);
      const isShown = /** @param {HTMLElement} button */ (button) => button.getClientRects().length > 0;
      const successor = mode === 'idle' ? (starter ?? all.find(isShown) ?? starters[0]) : cancelButton;
      if (isLost && !successor.disabled) successor.focus({ preventScroll: true });
      if (mode === 'idle') starter = null;
      reason.textContent = why;
    },
  };
}
