// What is wrong with an address or with what was entered, in words.

import { roughly } from './format.js';

/** @import {Problem, TooMuch, Warning} from '../types/shapes.js' */

/** @type {{[Code in Problem['code']]: (problem: Extract<Problem, {code: Code}>) => string}} */
const PROBLEMS = {
  repeated: ({ name }) => `${name} is given more than once`,
  empty: ({ name }) => `${name} is empty`,
  misfit: ({ name, given, beside: [other, value], otherwise }) =>
    `${pair(name, given)} doesn’t go with ${[`${other}=${value}`, otherwise].filter(Boolean).join(', ')}`,
  'no-choice': ({ name, given, choices }) => `${pair(name, given)} is none of ${choices.join(', ')}`,
  'no-number': ({ name, given, fraction, auto }) =>
    `${pair(name, given)} is not a ${fraction ? 'number such as 1500 or 1.5' : 'whole number'}${auto ? ', nor auto' : ''}`,
  'out-of-range': ({ name, given, min, max }) => `${pair(name, given)} is out of range (${min} to ${max})`,
};

/** Hostile addresses may be long; a warning names enough to find the place.
 * @param {string} text */
const shorten = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** @param {string} name
 * @param {string | null} given */
const pair = (name, given) => (given === null ? name : `${name}=${shorten(given)}`);

/** @param {Problem} problem */
export const describeProblem = (problem) => /** @type {(problem: Problem) => string} */ (PROBLEMS[problem.code])(problem);

/** @param {Warning} warning */
export function describeWarning(warning) {
  if (warning.code === 'unknown') return `“${warning.name}” is not a parameter of this page; “${warning.meant}” is. It is left out.`;
  if (warning.code === 'run-repeated') return 'run is given more than once; press a button to start.';
  return `${describeProblem(warning)}; ${warning.fallback} is used instead.`;
}

/** Why an address doesn't start its run by itself.
 * @param {TooMuch} tooMuch
 * @param {string} button to press instead */
export function describeTooMuch(tooMuch, button) {
  if (tooMuch.code === 'time') {
    return `This may take ${roughly(tooMuch.ms)}, more than a link may start by itself (${roughly(tooMuch.limitMs)}); press ${button} to start.`;
  }
  const { label, value, limit } = tooMuch;
  return `${label}: ${value} is more than a link may ask for by itself (${limit}); press ${button} to start.`;
}
