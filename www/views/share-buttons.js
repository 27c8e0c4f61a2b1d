// What the buttons of "Keep and share" do: each copies or saves what it is given, and says so.

import { byId } from '../platform/dom.js';
import { copy } from '../platform/save.js';

/** Each button's job: what it copies, or what it saves.
 * @typedef {{[id: string]: {text: () => string, what: string} | {save: () => void | Promise<void>, what: string}}} Offers */

/** @param {Offers} offers by the button's id */
export function createShareButtons(offers) {
  const said = byId('share-said', HTMLElement);
  const fallback = byId('share-text', HTMLTextAreaElement);

  for (const [id, offer] of Object.entries(offers)) {
    byId(id, HTMLButtonElement).addEventListener('click', async () => {
      fallback.hidden = true;
      if ('save' in offer) {
        await offer.save();
        said.textContent = offer.what && `${offer.what} saved.`;
        return;
      }
      const text = offer.text();
      if (await copy(text)) {
        said.textContent = `${offer.what} copied.`;
        return;
      }
      said.textContent = 'This browser doesn’t let the page copy; the text is below, selected.';
      fallback.hidden = false;
      fallback.value = text;
      fallback.focus();
      fallback.select();
    });
  }

  return {
    /** Which buttons have something to give.
     * @param {Record<string, boolean>} possible */
    enable(possible) {
      for (const [id, able] of Object.entries(possible)) byId(id, HTMLButtonElement).disabled = !able;
    },
  };
}
