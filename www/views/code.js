// For each executor the Rust lines that run, beside the Python and the JavaScript way; what differs from the loop is marked.

import { byId, make } from '../platform/dom.js';
import { executorOf, EXECUTORS } from '../settings/executors.js';
import { LISTINGS } from '../settings/listings.js';
import { changedLines } from './line-diff.js';

/** @import {ExecutorName} from '../types/shapes.js' */

const LANGUAGES = /** @type {const} */ (['rust', 'python', 'javascript']);

export function createCode() {
  const choice = byId('code-executor', HTMLSelectElement);
  const about = byId('code-about', HTMLElement);

  choice.append(...EXECUTORS.map(({ name, label }) => make('option', { value: name }, label)));
  choice.addEventListener('change', show);

  /** @param {string} id
   * @param {string} text
   * @param {string} before */
  function fill(id, text, before) {
    const lines = changedLines(text, before).flatMap(({ line, changed }) => [
      changed && text !== before ? make('mark', {}, line) : line,
      '\n',
    ]);
    byId(id, HTMLElement).replaceChildren(...lines);
  }

  function show() {
    const name = /** @type {ExecutorName} */ (choice.value);
    const loop = /** @type {ExecutorName} */ (EXECUTORS[0].name);
    about.textContent = executorOf(name).about;
    for (const language of LANGUAGES) fill(`code-${language}`, LISTINGS[name][language], LISTINGS[loop][language]);
  }

  show();
  return {
    /** @param {ExecutorName} name */
    choose(name) {
      choice.value = name;
      show();
    },
  };
}
