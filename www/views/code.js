// For each executor the Rust lines that run, beside the Python and the JavaScript way; what differs from the loop is marked.

import { EXECUTORS } from '../catalogue.js';
import { byId, make } from '../dom.js';
import { changedLines } from '../setup/changes.js';

/** @import {ExecutorName} from '../types.js' */

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
    const chosen = EXECUTORS.find(({ name }) => name === choice.value) ?? EXECUTORS[0];
    about.textContent = chosen.about;
    fill('code-rust', chosen.rust, EXECUTORS[0].rust);
    fill('code-python', chosen.python, EXECUTORS[0].python);
    fill('code-javascript', chosen.javascript, EXECUTORS[0].javascript);
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
