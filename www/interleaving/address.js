// The stepper's part of the address: the program, how many threads, and the steps that were taken, a letter each.

import { begin, enabled, take } from './machine.js';
import { FEWEST_THREADS, MOST_THREADS, PROGRAM_NAMES, PROGRAMS } from './programs.js';

/** @import {State} from './machine.js' */
/** @import {Program, ProgramName} from './programs.js' */

/** @typedef {{name: ProgramName, threads: number, steps: readonly number[]}} Place */

/** `given`: what the address says and nobody can use. @typedef {{code: 'step' | 'threads' | 'path', given: string}} Problem */

/** @param {number} thread */
export const letterOf = (thread) => String.fromCharCode(65 + thread);

/** The states that these steps lead through, from the start up to the first step that can't be taken.
 * @param {Program} program
 * @param {readonly number[]} steps
 * @returns {State[]} */
export function replay(program, steps) {
  const states = [begin(program)];
  for (const thread of steps) {
    const state = states[states.length - 1];
    if (!enabled(program, state).includes(thread)) break;
    states.push(take(program, state, thread));
  }
  return states;
}

/** @param {string} search
 * @returns {{place: Place, problems: Problem[]}} */
export function readPlace(search) {
  const given = new URLSearchParams(search);
  /** @type {Problem[]} */
  const problems = [];
  /** @template T
   * @param {Problem['code']} code
   * @param {T} otherwise
   * @param {(text: string) => T | undefined} read */
  function part(code, otherwise, read) {
    const texts = given.getAll(code);
    const value = texts.length === 1 ? read(texts[0]) : undefined;
    if (texts.length > 0 && value === undefined) problems.push({ code, given: texts.join(', ') });
    return value ?? otherwise;
  }
  const name = part('step', PROGRAM_NAMES[0], (text) => PROGRAM_NAMES.find((one) => one === text));
  const threads = part('threads', FEWEST_THREADS, (text) => range(FEWEST_THREADS, MOST_THREADS).find((count) => String(count) === text));
  const steps = part('path', [], (text) => {
    const all = [...text.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65);
    return replay(PROGRAMS[name](threads), all).length > all.length ? all : undefined;
  });
  return { place: { name, threads, steps }, problems };
}

/** The query with this place in it, and everything else that was there.
 * @param {string} search
 * @param {Place} place */
export function writePlace(search, { name, threads, steps }) {
  const others = search.replace(/^\?/, '').split('&').filter((pair) => pair && !/^(?:step|threads|path)(?:=|$)/.test(pair));
  const path = steps.map(letterOf).join('');
  return `?${[...others, `step=${name}`, ...(threads > FEWEST_THREADS ? [`threads=${threads}`] : []), ...(path ? [`path=${path}`] : [])].join('&')}`;
}

/** @param {number} from
 * @param {number} to */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
