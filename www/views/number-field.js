// Fields of numbers that are no parameters. All fields of numbers are fields of text: those that browsers have for numbers drop a
// comma, or a digit of another script, and keep the rest, which is another number; and the wheel changes them unasked.

import { readNumber } from '../settings/parameters.js';
import { describeProblem } from '../words/set-up.js';

/** The number in a field, or null; the field says what is wrong with it when it is asked to report.
 * @param {HTMLInputElement} field its `data-min` and `data-max` are the range, `data-fraction` lets it have a fraction
 * @param {string} name for what is wrong with it */
export function numberIn(field, name) {
  const { min = '-Infinity', max = 'Infinity', fraction } = field.dataset;
  const range = { min: Number(min), max: Number(max), initial: 0, fraction: fraction !== undefined, auto: false };
  const text = field.value.trim();
  const { value = null, problem } = text === '' ? {} : readNumber({ name, number: range }, text);
  field.setCustomValidity(problem ? describeProblem(problem) : '');
  return value;
}
