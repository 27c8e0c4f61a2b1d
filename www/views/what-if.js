// The fields of a prediction: what to change from the run that it is made from.

import { parameterOf } from '../settings/parameters.js';
import { computes, taskOf } from '../settings/tasks.js';
import { times } from '../words/format.js';
import { LATER } from '../words/later.js';
import { numberIn } from './number-field.js';

/** @import {WhatIf as Changes} from '../model/predict.js' */
/** @import {RunRecord} from '../types/shapes.js' */

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** Fields that hold the exponent of a factor of 2. A task may have parameters of these names. */
const FACTORS = ['latency', 'core'];

export class WhatIf {
  /** @type {{field: Field, name: string, isFactor: boolean, place: HTMLElement}[]} */
  #fields;

  /** @param {HTMLElement} section
   * @param {() => void} changed */
  constructor(section, changed) {
    const all = /** @type {NodeListOf<Field>} */ (section.querySelectorAll('[data-what]'));
    this.#fields = [...all].map((field) => {
      const name = field.dataset.what ?? '';
      for (const type of ['input', 'change']) field.addEventListener(type, changed);
      return { field, name, isFactor: FACTORS.includes(name), place: /** @type {HTMLElement} */ (field.parentElement) };
    });
  }

  /** The requested changes, without fields that are hidden, empty or out of range.
   * @returns {Changes} */
  get() {
    const shown = this.#fields.filter(({ place }) => !place.hidden);
    const values = shown.map(({ field, name, isFactor }) => {
      if (field instanceof HTMLSelectElement) return [name, field.value];
      return [name, isFactor ? 2 ** Number(field.value) : numberIn(field, name)];
    });
    return Object.fromEntries(values.filter(([, value]) => value !== null && value !== ''));
  }

  /** Shows the fields that apply to a run, with the run's values.
   * @param {RunRecord} record */
  fill({ task, inputs, parameters }) {
    const { count } = taskOf(task).inputs;
    for (const { field, name, isFactor, place } of this.#fields) {
      const isOfRun = !isFactor && name in parameters;
      const range = isFactor ? null : parameterOf(name === 'count' ? count : name, task)?.number;
      if (range && field instanceof HTMLInputElement) Object.assign(field.dataset, { min: range.min, max: range.max });
      const isOfWaits = name === 'latency' || name === 'connections';
      place.hidden = !(name === 'count' || name === 'core' || isOfRun || (isOfWaits && !computes(task)));
      field.value = isFactor ? '0' : name === 'count' ? String(inputs.length) : isOfRun ? String(parameters[name]) : '';
    }
  }

  /** Shows the factors in words. */
  describe() {
    for (const { field, isFactor, place } of this.#fields) {
      if (isFactor) /** @type {Element} */ (place.querySelector('.factor')).textContent = LATER.prediction.factor({ times: times(2 ** Number(field.value)) });
    }
  }

  /** @param {boolean} isPossible */
  enable(isPossible) {
    for (const { field } of this.#fields) field.disabled = !isPossible;
  }
}
