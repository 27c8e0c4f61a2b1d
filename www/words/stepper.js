// What the stepper says: of each step, of waiting, of the end, and of all interleavings.

import { letterOf } from '../interleaving/address.js';
import { cycleOf, nextStep, obstacle, outcomeOf } from '../interleaving/machine.js';
import { FEWEST_THREADS, MOST_THREADS, PROGRAM_NAMES } from '../interleaving/programs.js';
import { anyOf, number } from './format.js';
import { LATER } from './later.js';
import { shorten } from './set-up.js';

/** @import {Problem} from '../interleaving/address.js' */
/** @import {Counts} from '../interleaving/interleavings.js' */
/** @import {State} from '../interleaving/machine.js' */
/** @import {Program} from '../interleaving/programs.js' */

const TEXTS = LATER.stepper;

/** What a thread's step did, and who waits because of it.
 * @param {Program} program
 * @param {State} before
 * @param {number} thread
 * @param {State} after */
export function describeStep(program, before, thread, after) {
  const isOver = outcomeOf(program, after) !== 'going';
  const waits = [...program.threads.keys()].filter((one) => !isOver && !obstacle(program, before, one) && obstacle(program, after, one));
  return [describeEffect(program, before, thread, after), ...waits.map((one) => describeWaiting(program, after, one, 'mustWait'))].join(' ');
}

/** @param {Program} program
 * @param {State} before
 * @param {number} thread
 * @param {State} after */
function describeEffect(program, before, thread, after) {
  const step = nextStep(program, before, thread);
  if (!step) return '';
  const cell = 'cell' in step ? step.cell : '';
  const register = 'to' in step ? step.to : '';
  const value = step.do === 'load' || step.do === 'add' ? after.threads[thread].registers[register] : after.cells[cell];
  const isOver = step.do === 'check' && nextStep(program, after, thread) === undefined;
  return TEXTS.steps[isOver ? 'check-failed' : step.do]({
    thread: letterOf(thread),
    cell,
    before: number(before.cells[cell]),
    value: number(value),
    from: 'from' in step ? step.from : '',
    to: register,
  });
}

/** What a thread waits for.
 * @param {Program} program
 * @param {State} state
 * @param {number} thread
 * @param {'waits' | 'mustWait'} form on a button, or as a sentence */
export function describeWaiting(program, state, thread, form) {
  const found = obstacle(program, state, thread);
  return found ? TEXTS[form]({ thread: letterOf(thread), cell: found.cell, owner: letterOf(found.owner) }) : '';
}

/** What the whole came to, if it is over.
 * @param {Program} program
 * @param {State} state */
export function describeEnd(program, state) {
  const outcome = outcomeOf(program, state);
  if (outcome === 'going') return '';
  const [cell, expected] = Object.entries(program.right)[0];
  const { right, wrong } = TEXTS.failures[program.failure];
  const end = outcome === 'right' ? right : wrong;
  return [end({ value: number(state.cells[cell]), expected: number(expected), lost: expected - state.cells[cell] }), ...describeCycle(program, state)].join(' ');
}

/** A deadlock's circle, a sentence for each thread.
 * @param {Program} program
 * @param {State} state */
export const describeCycle = (program, state) =>
  cycleOf(program, state).map(({ thread, holds, waitsFor }) => TEXTS.holds({ thread: letterOf(thread), holds, waitsFor }));

/** How many interleavings go wrong.
 * @param {Program} program
 * @param {Counts} counts */
export function describeOdds({ failure }, { all, wrong }) {
  const { odds, none } = TEXTS.failures[failure];
  return wrong === 0 ? none({ all: number(all) }) : odds({ all: number(all), wrong: number(wrong) });
}

/** @param {Problem} problem */
export function describePlaceProblem({ code, given }) {
  return TEXTS.problems[code]({ given: shorten(given), choices: anyOf(PROGRAM_NAMES), fewest: number(FEWEST_THREADS), most: number(MOST_THREADS) });
}
