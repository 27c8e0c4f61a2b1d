// The form: shows a set-up, and reports when a person changes it.

import { byId } from '../platform/dom.js';
import { can, executorOf } from '../settings/executors.js';
import { applies, change, NAMES, readTyped } from '../settings/parameters.js';
import { taskOf } from '../settings/tasks.js';
import { aboutExecutor, executorLabel } from '../words/catalogue.js';
import { FIRST } from '../words/language.js';
import { describeProblem } from '../words/set-up.js';

/** @import {RunnerName, Setup} from '../types/shapes.js' */

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

export class Form {
  #form = byId('setup', HTMLFormElement);
  #executor = byId('executor', HTMLSelectElement);
  #about = byId('executor-about', HTMLElement);
  #cores;
  #changed;
  /** Set by `set` before the form is used. */
  #setup = /** @type {Setup} */ ({});
  /** The last set-up of each task, restored when the task is chosen again. @type {Map<string, Setup>} */
  #seen = new Map();

  /** @param {number} cores
   * @param {(setup: Setup) => void} changed */
  constructor(cores, changed) {
    this.#cores = cores;
    this.#changed = changed;
    this.#form.addEventListener('change', ({ target }) => this.#take(/** @type {HTMLInputElement} */ (target)));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** @param {Setup} setup */
  set(setup) {
    this.#setup = setup;
    this.#show();
  }

  get() {
    return this.#setup;
  }

  /** Whether every field is valid; the browser points at the first that isn't. */
  isValid() {
    return this.#form.reportValidity();
  }

  /** Marks the executors that can't run here. They can still be chosen: a run then says why it can't start.
   * @param {(name: RunnerName) => boolean} isAvailable */
  markAvailable(isAvailable) {
    for (const option of this.#executor.options) {
      const name = /** @type {RunnerName} */ (option.value);
      const executor = executorLabel(name);
      option.textContent = isAvailable(name) ? executor : FIRST.unavailable.option({ executor });
    }
  }

  /** @param {HTMLInputElement} field */
  #take(field) {
    if (!NAMES.includes(field.name)) return;
    const { value, problem } = readTyped(field.name, field.value, this.#setup);
    // Until it is right, the last good one counts.
    field.setCustomValidity(problem ? describeProblem(problem) : '');
    if (!field.reportValidity()) return;
    this.set(change(this.#setup, { [field.name]: value, ...this.#remembered(field) }, this.#cores));
    this.#changed(this.#setup);
  }

  /** The parameters that were set the last time that this task was chosen.
   * @param {HTMLInputElement} field
   * @returns {Partial<Setup>} */
  #remembered({ name, value }) {
    if (name !== 'task') return {};
    this.#seen.set(this.#setup.task, this.#setup);
    const before = this.#seen.get(value);
    const { parameters } = taskOf(/** @type {Setup['task']} */ (value));
    return before ? Object.fromEntries(parameters.map((parameter) => [parameter.name, before[parameter.name]])) : {};
  }

  #show() {
    const { task, executor } = this.#setup;
    for (const wrapper of this.#form.querySelectorAll('.field')) {
      const field = /** @type {Field} */ (wrapper.querySelector('[name]'));
      // Two tasks may have parameters of the same name.
      const own = wrapper.getAttribute('data-task');
      const isShown = (own === null || own === task) && applies(field.name, this.#setup);
      wrapper.toggleAttribute('hidden', !isShown);
      // An invalid hidden field would make the form invalid.
      field.disabled = !isShown;
      if (isShown) field.value = String(this.#setup[field.name]);
      field.setCustomValidity('');
    }
    for (const option of this.#executor.options) {
      option.disabled = option.hidden = !can(executorOf(/** @type {RunnerName} */ (option.value)), task);
    }
    this.#about.textContent = aboutExecutor(executor);
  }
}
