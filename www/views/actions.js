// The buttons that start and end runs, and why one of them can't be pressed.

import { byId } from '../dom.js';

/** @param {{run: () => void, compare: () => void, cancel: () => void}} actions */
export function createActions({ run, compare, cancel }) {
  const reason = byId('reason', HTMLElement);
  const runButton = byId('run', HTMLButtonElement);
  const compareButton = byId('compare', HTMLButtonElement);
  const cancelButton = byId('cancel', HTMLButtonElement);
  runButton.addEventListener('click', run);
  compareButton.addEventListener('click', compare);
  cancelButton.addEventListener('click', cancel);

  /** @param {HTMLButtonElement} button
   * @param {boolean} disabled */
  function disable(button, disabled) {
    // A disabled button loses the focus, which then starts over at the top of the page.
    const focused = document.activeElement === button;
    button.disabled = disabled;
    if (disabled && focused) (button === cancelButton ? runButton : cancelButton).focus();
  }

  return {
    /** @param {'loading' | 'idle' | 'running'} mode
     * @param {string} why */
    set(mode, why) {
      if (mode === 'running') disable(cancelButton, false);
      else if (mode === 'idle') {
        disable(runButton, false);
        disable(compareButton, false);
      }
      disable(runButton, mode !== 'idle');
      disable(compareButton, mode !== 'idle');
      disable(cancelButton, mode !== 'running');
      reason.textContent = why;
    },
  };
}
