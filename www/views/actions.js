// The buttons that start and end runs, and why one of them can't be pressed.

import { byId } from '../platform/dom.js';

export class Actions {
  #reason = byId('reason', HTMLElement);
  #cancel = byId('cancel', HTMLButtonElement);
  /** Every button that starts a run, including the answers to the four questions. */
  #starters = [
    byId('run', HTMLButtonElement),
    byId('compare', HTMLButtonElement),
    byId('embed-start', HTMLButtonElement),
    byId('longer', HTMLButtonElement),
    .../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('.answers button')),
  ];
  /** The starter that had the focus when it was disabled. @type {HTMLButtonElement | null} */
  #lastFocused = null;

  /** @param {{run: () => void, compare: () => void, embedded: () => void, cancel: () => void}} actions */
  constructor({ run, compare, embedded, cancel }) {
    [run, compare, embedded].forEach((act, place) => this.#starters[place].addEventListener('click', act));
    this.#cancel.addEventListener('click', cancel);
  }

  /** @param {'loading' | 'idle' | 'running'} mode
   * @param {string} why */
  set(mode, why) {
    const focused = document.activeElement;
    this.#lastFocused = this.#starters.find((button) => button === focused) ?? this.#lastFocused;
    this.#cancel.disabled = mode !== 'running';
    for (const button of this.#starters) button.disabled = mode !== 'idle';
    this.#keepFocus(focused, mode === 'idle');
    if (mode === 'idle') this.#lastFocused = null;
    this.#reason.textContent = why;
  }

  /** A disabled button loses the focus, and the next Tab would start at the top of the page: the button to press next gets the focus.
   * @param {Element | null} focused the element that had the focus
   * @param {boolean} isIdle */
  #keepFocus(focused, isIdle) {
    const isDisabled = focused !== null && 'disabled' in focused && focused.disabled;
    const isLost = isDisabled || (this.#lastFocused !== null && document.activeElement === document.body);
    const isVisible = /** @param {HTMLElement} button */ (button) => button.getClientRects().length > 0;
    const successor = isIdle ? (this.#lastFocused ?? this.#starters.find(isVisible) ?? this.#starters[0]) : this.#cancel;
    // Scrolling would move the stage.
    if (isLost && !successor.disabled) successor.focus({ preventScroll: true });
  }
}
