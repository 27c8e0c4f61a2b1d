// For each executor the Rust lines that run, beside Python and JavaScript that do the same; lines that differ from the loop's are marked.

import { byId, make } from '../platform/dom.js';
import { EXECUTORS } from '../settings/executors.js';
import { LISTINGS } from '../settings/listings.js';
import { aboutExecutor, executorLabel } from '../words/catalogue.js';
import { changedLines } from './line-diff.js';

/** @import {ExecutorName} from '../types/shapes.js' */

const LANGUAGES = /** @type {const} */ (['rust', 'python', 'javascript']);
const LOOP = /** @type {ExecutorName} */ (EXECUTORS[0].name);

export class Code {
  #choice = byId('code-executor', HTMLSelectElement);
  #about = byId('code-about', HTMLElement);

  constructor() {
    this.#choice.append(...EXECUTORS.map(({ name }) => make('option', { value: name }, executorLabel(name))));
    this.#choice.addEventListener('change', () => this.#show());
    this.#show();
  }

  /** @param {ExecutorName} name */
  choose(name) {
    this.#choice.value = name;
    this.#show();
  }

  #show() {
    const name = /** @type {ExecutorName} */ (this.#choice.value);
    this.#about.textContent = aboutExecutor(name);
    for (const language of LANGUAGES) {
      const [text, before] = [LISTINGS[name][language], LISTINGS[LOOP][language]];
      const lines = changedLines(text, before).flatMap(({ line, changed }) => [changed && text !== before ? make('mark', {}, line) : line, '\n']);
      byId(`code-${language}`, HTMLElement).replaceChildren(...lines);
    }
  }
}
