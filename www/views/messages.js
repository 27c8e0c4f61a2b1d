// What the page says about itself: warnings, faults with a way on, and short words for screen readers.

import { byId, make } from '../platform/dom.js';

export function createMessages() {
  const warnings = byId('warnings', HTMLElement);
  const fault = byId('fault', HTMLElement);
  const faultText = byId('fault-text', HTMLElement);
  const offers = byId('fault-offers', HTMLElement);
  const status = byId('status', HTMLElement);

  return {
    /** @param {readonly string[]} texts */
    warn(texts) {
      warnings.append(...texts.map((text) => make('li', {}, text)));
      warnings.hidden = warnings.childElementCount === 0;
    },
    clearWarnings() {
      warnings.replaceChildren();
      warnings.hidden = true;
    },
    /** @param {string} text
     * @param {{label: string, accept: () => void}[]} ways */
    fail(text, ways) {
      faultText.textContent = text;
      const buttons = ways.map(({ label, accept }) => {
        const button = make('button', { type: 'button' }, label);
        button.addEventListener('click', accept);
        return button;
      });
      offers.replaceChildren(...buttons);
      fault.hidden = false;
    },
    clearFault() {
      fault.hidden = true;
      faultText.textContent = '';
      offers.replaceChildren();
    },
    /** For screen readers: a run's milestones, not its every step.
     * @param {string} text */
    say(text) {
      status.textContent = text;
    },
  };
}
