// Warnings, faults with buttons to resolve them, and a status for screen readers.

import { byId, make } from '../platform/dom.js';

/** A message, and its code, which stays the same when the words change. @typedef {{code: string, text: string}} Said */

export class Messages {
  #warnings = byId('warnings', HTMLElement);
  #notice = /** @type {HTMLElement} */ (this.#warnings.parentElement);
  #fault = byId('fault', HTMLElement);
  #faultText = byId('fault-text', HTMLElement);
  #offers = byId('fault-offers', HTMLElement);
  #status = byId('status', HTMLElement);

  constructor() {
    byId('dismiss', HTMLElement).addEventListener('click', () => this.clearWarnings());
  }

  /** They stay in view until they are dismissed, or the set-up is changed.
   * @param {readonly Said[]} warnings */
  warn(warnings) {
    this.#warnings.append(...warnings.map(({ code, text }) => make('li', { 'data-code': code }, text)));
    this.#notice.hidden = this.#warnings.childElementCount === 0;
  }

  clearWarnings() {
    this.#warnings.replaceChildren();
    this.#notice.hidden = true;
  }

  /** @param {Said} said
   * @param {{label: string, accept: () => void}[]} ways */
  fail({ code, text }, ways) {
    this.#fault.dataset.code = code;
    this.#faultText.textContent = text;
    const buttons = ways.map(({ label, accept }) => {
      const button = make('button', { type: 'button' }, label);
      button.addEventListener('click', accept);
      return button;
    });
    this.#offers.replaceChildren(...buttons);
    this.#fault.hidden = false;
  }

  clearFault() {
    this.fail({ code: '', text: '' }, []);
    this.#fault.hidden = true;
  }

  /** Announces a milestone of a run to screen readers.
   * @param {string} text */
  say(text) {
    this.#status.textContent = text;
  }
}
