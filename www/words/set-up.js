// What is wrong with an address or with what was entered, in words.

import { parameterOf } from '../settings/parameters.js';
import { otherwiseOf, parameterLabel } from './catalogue.js';
import { anyOf, number, roughly } from './format.js';
import { FIRST } from './language.js';

/** @import {Parameter, Problem, TooMuch, Warning} from '../types/shapes.js' */

/** Hostile addresses may be long; a warning names enough to find the place.
 * @param {string} text */
export const shorten = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param {string} name
 * @param {string | null} given */
const pair = (name, given) => (given === null ? name : `${name}=${shorten(given)}`);

/** @param {Problem} problem
 * @returns {string} */
export function describeProblem(problem) {
  const words = FIRST.problems;
  const { name } = problem;
  if (problem.code === 'repeated' || problem.code === 'empty') return words[problem.code]({ name });
  const given = pair(name, problem.given);
  switch (problem.code) {
    case 'misfit':
      return words.misfit({ given, other: pair(problem.beside[0], String(problem.beside[1])), note: otherwiseOf(problem.task, problem) });
    case 'no-choice':
      return words['no-choice']({ given, choices: anyOf(problem.choices) });
    case 'no-number':
      return words['no-number']({ given, fraction: problem.fraction, auto: problem.auto });
    case 'out-of-range':
      return words['out-of-range']({ given, min: number(problem.min), max: number(problem.max) });
  }
}

/** @param {Warning} warning */
export function describeWarning(warning) {
  const words = FIRST.problems;
  if (warning.code === 'unknown') return words.unknown(warning);
  if (warning.code === 'run-repeated') return words['run-repeated'];
  return words.fallback({ problem: describeProblem(warning), fallback: String(warning.fallback) });
}

/** Why an address doesn't start its run by itself.
 * @param {TooMuch} tooMuch
 * @param {string} button to press instead */
export function describeTooMuch(tooMuch, button) {
  const words = FIRST.problems;
  if (tooMuch.code === 'time') return words.tooLong({ time: roughly(tooMuch.ms), limit: roughly(tooMuch.limitMs), button });
  const { task, name, value, limit } = tooMuch;
  const label = parameterLabel(task, /** @type {Parameter} */ (parameterOf(name, task)));
  return words.tooMuch({ label, value: number(value), limit: number(limit), button });
}
