// For each executor the Rust lines that run, beside the Python and the JavaScript way; what differs from the loop is marked.

import { CODE } from '../code.js';
import { byId, make } from '../dom.js';
import { EXECUTORS } from '../setup/executors.js';
import { changedLines, SAMPLES } from '../setup/samples.js';

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
    const name = /** @type {ExecutorName} */ (choice.value);
    about.textContent = EXECUTORS.find((executor) => executor.name === name)?.about ?? '';
    fill('code-rust', CODE[name], CODE.loop);
    fill('code-python', SAMPLES[name].python, SAMPLES.loop.python);
    fill('code-javascript', SAMPLES[name].javascript, SAMPLES.loop.javascript);
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
