// The form: shows a set-up, and says when a person changes it.

import { byId } from '../dom.js';
import { executorOf } from '../setup/executors.js';
import { applies, change, PARAMETERS } from '../setup/parameters.js';

/** @import {RunnerName, Setup} from '../types.js' */

/** @param {number} cores
 * @param {(setup: Setup) => void} changed */
export function createForm(cores, changed) {
  const form = byId('setup', HTMLFormElement);
  const about = byId('executor-about', HTMLElement);
  /** @type {Setup} */
  let setup;

  /** @param {string} name */
  function control(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
  }

  function show() {
    for (const parameter of PARAMETERS) {
      const field = control(parameter.name);
      field.value = String(setup[parameter.name]);
      field.setCustomValidity('');
      const wrapper = field.closest('.field');
      if (wrapper instanceof HTMLElement) wrapper.hidden = !applies(parameter, setup);
    }
    for (const option of /** @type {HTMLSelectElement} */ (control('executor')).options) {
      const fits = executorOf(/** @type {Setup['executor']} */ (option.value)).tasks.includes(setup.task);
      option.disabled = !fits;
      option.hidden = !fits;
    }
    about.textContent = executorOf(setup.executor).about;
  }

  form.addEventListener('change', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const parameter = PARAMETERS.find(({ name }) => name === field.name);
    if (!parameter) return;
    // The browser says in its own words what is wrong with a number; until it is right, the last good one counts.
    if (!field.reportValidity()) return;
    const value = parameter.choices || (parameter.auto && field.value === 'auto') ? field.value : Number(field.value);
    setup = change(setup, { [parameter.name]: value }, cores);
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
