// The buttons of "Keep and share": each copies or saves something, and confirms it.

import { byId } from '../platform/dom.js';
import { copy } from '../platform/save.js';

/** What a button copies, also as HTML if it has any, or how it saves.
 * @typedef {{text: () => string, html?: () => string, what: string} | {save: () => void | Promise<void>, what: string}} Offer */

export class ShareButtons {
  #said = byId('share-said', HTMLElement);
  #fallback = byId('share-text', HTMLTextAreaElement);

  /** @param {{[id: string]: Offer}} offers by the button's id */
  constructor(offers) {
    for (const [id, offer] of Object.entries(offers)) {
      byId(id, HTMLButtonElement).addEventListener('click', () => this.#give(offer));
    }
  }

  /** @param {Record<string, boolean>} possible by the button's id, whether it has something to copy or save */
  enable(possible) {
    for (const [id, able] of Object.entries(possible)) byId(id, HTMLButtonElement).disabled = !able;
  }

  /** @param {Offer} offer */
  async #give(offer) {
    this.#fallback.hidden = true;
    if ('save' in offer) {
      await offer.save();
      this.#said.textContent = offer.what && `${offer.what} saved.`;
      return;
    }
    const text = offer.text();
    if (await copy(text, offer.html?.())) this.#said.textContent = `${offer.what} copied.`;
    else this.#showText(text);
  }

  /** @param {string} text */
  #showText(text) {
    this.#said.textContent = 'This browser doesn’t let the page copy; the text is below, selected.';
    this.#fallback.hidden = false;
    this.#fallback.value = text;
    this.#fallback.focus();
    this.#fallback.select();
  }
}
