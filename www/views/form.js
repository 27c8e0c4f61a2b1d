// The form: shows a set-up, and says when a person changes it.

import { byId } from '../platform/dom.js';
import { can, executorOf } from '../settings/executors.js';
import { applies, change, NAMES, parameterOf, problemWith } from '../settings/parameters.js';
import { taskOf } from '../settings/tasks.js';

/** @import {RunnerName, Setup} from '../types/shapes.js' */

/** @param {number} cores
 * @param {(setup: Setup) => void} changed */
export function createForm(cores, changed) {
  const form = byId('setup', HTMLFormElement);
  const about = byId('executor-about', HTMLElement);
  /** @type {Setup} */
  let setup;
  /** The last set-up of each task. @type {Map<string, Setup>} */
  const seen = new Map();

  /** @param {string} name */
  function control(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.querySelector(`[name="${name}"]`));
  }

  function show() {
    // Two tasks may have a parameter of one name.
    for (const wrapper of form.querySelectorAll('.field')) {
      const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (wrapper.querySelector('[name]'));
      const task = wrapper.getAttribute('data-task');
      const isShown = (task === null || task === setup.task) && applies(field.name, setup);
      wrapper.toggleAttribute('hidden', !isShown);
      // What is hidden must not keep the form from being valid.
      field.disabled = !isShown;
      if (isShown) field.value = String(setup[field.name]);
      field.setCustomValidity('');
    }
    for (const option of /** @type {HTMLSelectElement} */ (control('executor')).options) {
      const fits = can(executorOf(/** @type {Setup['executor']} */ (option.value)), setup.task);
      option.disabled = !fits;
      option.hidden = !fits;
    }
    about.textContent = executorOf(setup.executor).about;
  }

  /** What was set of a task when another was chosen, if that is what the field does.
   * @param {HTMLInputElement} field
   * @returns {Partial<Setup>} */
  function remembered(field) {
    if (field.name !== 'task') return {};
    seen.set(setup.task, setup);
    const before = seen.get(field.value);
    const { parameters } = taskOf(/** @type {Setup['task']} */ (field.value));
    return before ? Object.fromEntries(parameters.map(({ name }) => [name, before[name]])) : {};
  }

  form.addEventListener('change', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (!NAMES.includes(field.name)) return;
    const text = field.value.trim();
    // The browser says in its own words what is wrong with a number; until it is right, the last good one counts.
    if (field.type === 'text') field.setCustomValidity(problemWith(field.name, text, setup) ?? '');
    if (!field.reportValidity()) return;
    const isNumber = parameterOf(field.name, setup.task)?.number && text !== 'auto';
    setup = change(setup, { [field.name]: isNumber ? Number(text) : text, ...remembered(field) }, cores);
    show();
    changed(setup);
  });
  form.addEventListener('submit', (event) => event.preventDefault());

  return {
    /** Says of each executor whether it can run here; it can be chosen all the same, and then says why not.
     * @param {(name: RunnerName) => boolean} isAvailable */
    markAvailable(isAvailable) {
      for (const option of /** @type {HTMLSelectElement} */ (control('executor')).options) {
        const { label, name } = executorOf(/** @type {RunnerName} */ (option.value));
        option.textContent = isAvailable(name) ? label : `${label} (not available here)`;
      }
    },
    /** @param {Setup} next */
    set(next) {
      setup = next;
      show();
    },
    get: () => setup,
    /** Whether every number can be used; the browser points at the first that can't. */
    isValid: () => form.reportValidity(),
  };
}
