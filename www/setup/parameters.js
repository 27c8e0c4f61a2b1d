// The address's parameters: what each may be, what it is otherwise, and how a set-up is written back.

import { executorNames, executorOf } from './executors.js';

/** @import {ExecutorName, Setup, TaskName} from '../types.js' */

/**
 * @typedef {object} Parameter
 * @property {keyof Setup} name
 * @property {readonly string[]} [choices]
 * @property {number} [min]
 * @property {number} [max]
 * @property {boolean} [auto] or `auto`: the page decides
 * @property {(setup: Setup, cores: number) => string | number} initial
 * @property {(setup: Setup) => string | null} [misfit] why it says nothing beside the rest of the set-up, or null
 */

/** Below this number fork-join computes without splitting; chosen by measurement. */
export const CUTOFF = 26;

const onlyFib = /** @param {Setup} setup */ (setup) => (setup.task === 'fib' ? null : 'task=pictures');
const onlyPictures = /** @param {Setup} setup */ (setup) => (setup.task === 'pictures' ? null : 'task=fib');
const onlySimulated = /** @param {Setup} setup */ (setup) =>
  onlyPictures(setup) ?? (setup.source === 'simulated' ? null : 'source=picsum');
const onlyPicsum = /** @param {Setup} setup */ (setup) =>
  onlyPictures(setup) ?? (setup.source === 'picsum' ? null : 'source=simulated, whose pictures are 200 by 300 pixels');
const onlyThreads = /** @param {Setup} setup */ (setup) =>
  onlyFib(setup) ?? (setup.executor === 'threads' ? null : `executor=${setup.executor}`);
const onlyForkJoin = /** @param {Setup} setup */ (setup) =>
  onlyFib(setup) ?? (setup.executor === 'fork-join' ? null : `executor=${setup.executor}`);

/** In an order in which each depends only on those before it.
 * @type {Parameter[]} */
export const PARAMETERS = [
  { name: 'task', choices: ['fib', 'pictures'], initial: () => 'fib' },
  { name: 'executor', choices: executorNames(), initial: () => 'loop' },
  { name: 'n', min: 1, max: 50, initial: () => 35, misfit: onlyFib },
  { name: 'source', choices: ['picsum', 'simulated'], initial: () => 'picsum', misfit: onlyPictures },
  { name: 'count', min: 1, max: 1000, initial: () => 20, misfit: onlyPictures },
  { name: 'width', min: 1, max: 5000, initial: () => 200, misfit: onlyPicsum },
  { name: 'height', min: 1, max: 5000, initial: () => 300, misfit: onlyPicsum },
  {
    name: 'workers',
    min: 1,
    max: 64,
    initial: ({ task }, cores) => (task === 'pictures' ? 20 : Math.min(64, Math.max(1, cores))),
  },
  { name: 'repeats', min: 1, max: 100, auto: true, initial: () => 'auto' },
  { name: 'cutoff', min: 1, max: 50, initial: () => CUTOFF, misfit: onlyForkJoin },
  {
    name: 'order',
    choices: ['longest-first', 'ascending'],
    initial: () => 'longest-first',
    misfit: onlyThreads,
  },
  { name: 'chunks', choices: ['one', 'auto'], initial: () => 'one', misfit: onlyThreads },
  { name: 'latency', min: 0, max: 10000, initial: () => 200, misfit: onlySimulated },
  { name: 'failures', min: 0, max: 100, initial: () => 0, misfit: onlySimulated },
  { name: 'seed', min: 0, max: 2 ** 32 - 1, initial: () => 1, misfit: onlySimulated },
  { name: 'timeout', min: 100, max: 120000, initial: () => 30000, misfit: onlyPictures },
];

/** Reads an address's query. Whatever can't be used is named in a warning, and its default taken.
 * @param {string} search such as `?task=fib&n=30`
 * @param {number} cores
 * @returns {{setup: Setup, run: boolean, warnings: string[]}} */
export function parse(search, cores) {
  const given = new URLSearchParams(search);
  const setup = /** @type {Setup} */ ({});
  /** @type {string[]} */
  const warnings = [];

  for (const name of new Set(given.keys())) {
    if (name !== 'run' && !PARAMETERS.some((parameter) => parameter.name === name)) {
      warnings.push(`“${shorten(name)}” is not a parameter of this page; it is left out.`);
    }
  }
  for (const parameter of PARAMETERS) {
    const fallback = parameter.initial(setup, cores);
    const { value, problem } = read(parameter, given.getAll(parameter.name), setup);
    if (problem) warnings.push(`${problem}; ${fallback} is used instead.`);
    Object.assign(setup, { [parameter.name]: value ?? fallback });
  }
  const runs = given.getAll('run').length;
  if (runs > 1) warnings.push('run is given more than once; press a button to start.');
  return { setup, run: runs === 1, warnings };
}

/** One parameter's value, or why there is none.
 * @param {Parameter} parameter
 * @param {string[]} given
 * @param {Setup} setup what is known so far
 * @returns {{value?: string | number, problem?: string}} */
function read(parameter, given, setup) {
  const { name, choices } = parameter;
  if (given.length === 0) return {};
  if (given.length > 1) return { problem: `${name} is given more than once` };
  const text = given[0];
  if (text === '') return { problem: `${name} is empty` };
  const misfit = parameter.misfit?.(setup);
  if (misfit) return { problem: `${name} doesn’t go with ${misfit}` };
  if (choices) {
    if (!choices.includes(text)) {
      return { problem: `${name}=${shorten(text)} is none of ${choices.join(', ')}` };
    }
    if (name === 'executor' && !executorOf(/** @type {ExecutorName} */ (text)).tasks.includes(setup.task)) {
      return { problem: `${name}=${text} doesn’t go with task=${setup.task}` };
    }
    return { value: text };
  }
  return parameter.auto && text === 'auto' ? { value: text } : readNumber(parameter, text);
}

/** @param {Parameter} parameter
 * @param {string} text
 * @returns {{value?: number, problem?: string}} */
function readNumber({ name, min = 0, max = 0 }, text) {
  if (!/^-?\d+$/.test(text)) return { problem: `${name}=${shorten(text)} is not a whole number` };
  const value = Number(text);
  if (value < min || value > max) {
    return { problem: `${name}=${shorten(text)} is out of range (${min} to ${max})` };
  }
  return { value };
}

/** Hostile addresses may be long; a warning names enough to find the place.
 * @param {string} text */
function shorten(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Whether a parameter says something beside the rest of a set-up.
 * @param {Parameter} parameter
 * @param {Setup} setup */
export function applies(parameter, setup) {
  return !parameter.misfit?.(setup);
}

/** The query that leads to this set-up, whatever the defaults of the one who opens it.
 * @param {Setup} setup
 * @param {{run?: boolean}} [options] */
export function write(setup, { run = false } = {}) {
  const pairs = PARAMETERS.filter((parameter) => applies(parameter, setup)).map(
    ({ name }) => `${name}=${encodeURIComponent(setup[name])}`,
  );
  return `?${pairs.join('&')}${run ? '&run' : ''}`;
}

/** The set-up with another task or executor, its other values kept where they still say something.
 * @param {Setup} setup
 * @param {Partial<Setup>} changes
 * @param {number} cores
 * @returns {Setup} */
export function change(setup, changes, cores) {
  const wanted = { ...setup, ...changes };
  const taskChanged = wanted.task !== setup.task;
  if (!executorOf(wanted.executor).tasks.includes(wanted.task)) wanted.executor = 'loop';
  if (taskChanged) {
    const workers = PARAMETERS.find(({ name }) => name === 'workers');
    if (workers && !('workers' in changes)) Object.assign(wanted, { workers: workers.initial(wanted, cores) });
  }
  return wanted;
}

/** Pictures that may be downloaded because an address says so, without a click.
 * @param {Setup} setup
 * @returns {string | null} why a click is needed, or null */
export function needsClick(setup) {
  if (setup.task !== 'pictures') return null;
  if (setup.count > 100) return `${setup.count} pictures are more than an address may load by itself (100)`;
  if (setup.source === 'picsum' && Math.max(setup.width, setup.height) > 1000) {
    return `pictures of ${setup.width} × ${setup.height} are larger than an address may load by itself (1000 pixels a side)`;
  }
  return null;
}

/** @type {Record<TaskName, string>} */
export const TASK_LABELS = { fib: 'Fibonacci numbers', pictures: 'Pictures' };
