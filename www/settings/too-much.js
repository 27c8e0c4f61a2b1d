// What a link may start by itself: the tab of whoever opens it isn't busy for hours, nor someone else's server.

import { executorOf } from './executors.js';
import { applies } from './parameters.js';
import { computes, taskOf } from './tasks.js';

/** @import {Parameter, Setup, TooMuch} from '../types/shapes.js' */

const LONGEST_MS = 5 * 60_000;

/** What keeps an address from starting its run without a click.
 * @param {Setup} setup
 * @param {number} [executors] that it starts
 * @returns {TooMuch | null} */
export function needsClick(setup, executors = 1) {
  for (const { name, linkUpTo } of taskOf(setup.task).parameters) {
    const value = setup[name];
    if (linkUpTo !== null && typeof value === 'number' && value > linkUpTo && applies(name, setup)) {
      return { code: 'value', task: setup.task, name, value, limit: linkUpTo };
    }
  }
  const ms = estimateMs(setup) * executors;
  return ms > LONGEST_MS ? { code: 'time', ms, limitMs: LONGEST_MS } : null;
}

/** About how long all repeats take. Cores don't count: who opens a link may have one. Waiting is done at once by all workers.
 * @param {Setup} setup */
function estimateMs(setup) {
  const { parameters, loopMs, inputs } = taskOf(setup.task);
  const ms = parameters.filter(({ name }) => applies(name, setup)).reduce((all, own) => all * factorOf(own, Number(setup[own.name])), loopMs);
  const areAtOnce = executorOf(setup.executor).pool && !computes(setup.task);
  const repeats = setup.repeats === 'auto' ? 1 : setup.repeats;
  return (ms * repeats) / (areAtOnce ? Math.min(setup.workers, Number(setup[inputs.count])) : 1);
}

/** How many times as long it takes as with a parameter's default.
 * @param {Parameter} parameter
 * @param {number} value */
function factorOf({ growth, number }, value) {
  if (growth === 'none' || !number) return 1;
  return growth === 'proportional' ? value / number.initial : growth.exponential ** (value - number.initial);
}
