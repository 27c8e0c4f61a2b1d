// The buttons of "Keep and share": each copies or saves something, and confirms it.

import { byId } from '../platform/dom.js';
import { copy } from '../platform/save.js';
import { LATER } from '../words/later.js';

/** What a button copies, also as HTML if it has any, or how it saves.
 * @typedef {{text: () => string, html?: () => string} | {save: () => void | Promise<void>}} Offer */

/** What is said when a button has done it, by its id.
 * @type {{[id: string]: string | undefined}} */
const SAID = { ...LATER.share.copied, ...LATER.share.saved };

export class ShareButtons {
  #said = byId('share-said', HTMLElement);
  #fallback = byId('share-text', HTMLTextAreaElement);

  /** @param {{[id: string]: Offer}} offers by the button's id */
  constructor(offers) {
    for (const [id, offer] of Object.entries(offers)) {
      byId(id, HTMLButtonElement).addEventListener('click', () => this.#give(offer, SAID[id] ?? ''));
    }
  }

  /** @param {Record<string, boolean>} possible by the button's id, whether it has something to copy or save */
  enable(possible) {
    for (const [id, able] of Object.entries(possible)) byId(id, HTMLButtonElement).disabled = !able;
  }

  /** @param {Offer} offer
   * @param {string} said when it is done */
  async #give(offer, said) {
    this.#fallback.hidden = true;
    if ('save' in offer) {
      await offer.save();
      this.#said.textContent = said;
      return;
    }
    const text = offer.text();
    if (await copy(text, offer.html?.())) this.#said.textContent = said;
    else this.#showText(text);
  }

  /** @param {string} text */
  #showText(text) {
    this.#said.textContent = LATER.share.blocked;
    this.#fallback.hidden = false;
    this.#fallback.value = text;
    this.#fallback.focus();
    this.#fallback.select();
  }
}
