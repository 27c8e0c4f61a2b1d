// The address's parameters: what each may be, what it is otherwise, and how a set-up is written back.

import { LANGUAGES, MOST_WORKERS } from './catalogue.js';
import { can, executorNames, executorOf, EXECUTORS } from './executors.js';
import { meantBy } from './misspelling.js';
import { holds, taskOf, TASKS } from './tasks.js';

/** @import {Parameter, Problem, Setup, TaskName, Warning} from '../types/shapes.js' */

const always = { when: [], otherwise: '', linkUpTo: null, growth: /** @type {const} */ ('none'), apartFromWork: true, seed: false };

/** The page's own parameters. Initial values depend on the task and the machine: see `initialOf`.
 * @type {Record<'task' | 'executor' | 'workers' | 'repeats' | 'lang', Parameter>} */
const OWN = {
  task: { ...always, name: 'task', label: 'Task', choices: TASKS.map(({ name, label }) => [name, label]) },
  executor: { ...always, name: 'executor', label: 'Executor', choices: executorNames().map((name) => [name, name]) },
  workers: { ...always, name: 'workers', label: 'Workers', number: { min: 1, max: MOST_WORKERS, initial: 1, fraction: false, auto: false } },
  repeats: { ...always, name: 'repeats', label: 'Repeats', number: { min: 1, max: 100, initial: 1, fraction: false, auto: true } },
  lang: { ...always, name: 'lang', label: 'Language', choices: LANGUAGES.map((code) => [code, code]) },
};

const OF_EXECUTORS = EXECUTORS.flatMap(({ parameters }) => parameters);

/** Every name of a set-up. */
export const NAMES = namesFor(TASKS[0].name);

/** Every name that an address may have. */
export const ADDRESS_NAMES = [...NAMES, 'run', 'embed', 'lang', 'step', 'threads', 'path'];

/** The same, in an order in which each depends only on those before it, beside a task.
 * @param {TaskName} task
 * @returns {readonly string[]} */
function namesFor(task) {
  const ofTasks = [taskOf(task), ...TASKS].flatMap(({ parameters }) => parameters);
  const all = [OWN.task, OWN.executor, ...ofTasks, OWN.workers, OWN.repeats, ...OF_EXECUTORS];
  return [...new Set(all.map(({ name }) => name))];
}

/** The parameter of that name beside a task: two tasks may each have one of the same name.
 * @param {string} name
 * @param {TaskName} task
 * @returns {Parameter | undefined} */
export function parameterOf(name, task) {
  const ofTasks = [taskOf(task), ...TASKS].flatMap(({ parameters }) => parameters);
  return [...Object.values(OWN), ...ofTasks, ...OF_EXECUTORS].find((parameter) => parameter.name === name);
}

/** A parameter's default.
 * @param {Parameter} parameter
 * @param {Pick<Setup, 'task'>} setup
 * @param {number} cores
 * @returns {string | number} */
function initialOf({ name, number, choices }, { task }, cores) {
  if (name === 'workers') return taskOf(task).workers ?? Math.min(MOST_WORKERS, Math.max(1, cores));
  if (number?.auto) return 'auto';
  return number ? number.initial : (choices?.[0][0] ?? '');
}

/** The value that keeps a parameter from applying in a set-up, or null.
 * @param {string} name
 * @param {Setup} setup
 * @returns {{beside: readonly [string, unknown], otherwise: string} | null} */
function misfit(name, setup) {
  const besideTask = { beside: /** @type {const} */ (['task', setup.task]), otherwise: '' };
  const { parameters } = taskOf(setup.task);
  const parameter = parameters.find((known) => known.name === name);
  if (!parameter && TASKS.some((task) => task.parameters.some((known) => known.name === name))) return besideTask;
  const executor = EXECUTORS.find((known) => known.parameters.some((own) => own.name === name));
  const own = /** @type {Parameter} */ (parameter ?? parameterOf(name, setup.task));
  for (const when of own.when) {
    if (holds(when, setup)) continue;
    if (typeof when === 'string') return besideTask;
    const [other] = 'is' in when ? when.is : when.not;
    return { beside: [other, setup[other]], otherwise: own.otherwise };
  }
  return executor && executor.name !== setup.executor ? { beside: ['executor', setup.executor], otherwise: '' } : null;
}

/** Reads an address's query. What can't be used is named in a warning and replaced by its default; names of others are passed over.
 * @param {string} search such as `?task=fib&n=30`
 * @param {number} cores
 * @param {string} [language] that the page is in
 * @returns {{setup: Setup, run: boolean, warnings: Warning[]}} */
export function parse(search, cores, language = LANGUAGES[0]) {
  const given = new URLSearchParams(search);
  const setup = /** @type {Setup} */ ({ task: TASKS[0].name });
  /** @type {Warning[]} */
  const warnings = [];

  for (const name of new Set(given.keys())) {
    const meant = ADDRESS_NAMES.includes(name) ? null : meantBy(name, ADDRESS_NAMES);
    if (meant) warnings.push({ code: 'unknown', name, meant });
  }
  /** @param {string} name */
  function take(name) {
    const parameter = /** @type {Parameter} */ (parameterOf(name, setup.task));
    const fallback = initialOf(parameter, setup, cores);
    const { value, problem } = read(parameter, given.getAll(name), setup);
    if (problem) warnings.push({ ...problem, fallback });
    Object.assign(setup, { [name]: value ?? fallback });
    return problem === undefined;
  }
  const isTaskKnown = take('task');
  // What follows depends on it.
  namesFor(setup.task).slice(1).forEach(take);
  const { problem } = read(OWN.lang, given.getAll('lang'), setup);
  if (problem) warnings.push({ ...problem, fallback: language });
  const runs = given.getAll('run').length;
  if (runs > 1) warnings.push({ code: 'run-repeated' });
  // Another task than the one that was meant is not started.
  return { setup, run: runs === 1 && isTaskKnown, warnings };
}

/** One parameter's value, or why there is none.
 * @param {Parameter} parameter
 * @param {string[]} given
 * @param {Setup} setup what is known so far
 * @returns {{value?: string | number, problem?: Problem}} */
function read(parameter, given, setup) {
  const { name } = parameter;
  if (given.length === 0) return {};
  if (given.length > 1) return { problem: { code: 'repeated', name } };
  const text = given[0];
  if (text === '') return { problem: { code: 'empty', name } };
  const other = misfit(name, setup);
  if (other) return { problem: { code: 'misfit', name, given: null, task: setup.task, ...other } };
  if (parameter.choices) {
    const choices = parameter.choices.map(([choice]) => choice);
    if (!choices.includes(text)) return { problem: { code: 'no-choice', name, given: text, choices } };
    if (name === 'executor' && !can(executorOf(/** @type {Setup['executor']} */ (text)), setup.task)) {
      return { problem: { code: 'misfit', name, given: text, task: setup.task, beside: ['task', setup.task], otherwise: '' } };
    }
    return { value: text };
  }
  return parameter.number?.auto && text === 'auto' ? { value: text } : readNumber(parameter, text);
}

/** The value that a person wrote, or why it can't be used.
 * @param {string} name
 * @param {string} text
 * @param {Setup} setup */
export function readTyped(name, text, setup) {
  return read(/** @type {Parameter} */ (parameterOf(name, setup.task)), [text.trim()], setup);
}

/** @param {Pick<Parameter, 'name' | 'number'>} parameter
 * @param {string} text
 * @returns {{value?: number, problem?: Problem}} */
export function readNumber({ name, number }, text) {
  if (!number) return {};
  const { min, max, fraction, auto } = number;
  const plain = plainNumber(text);
  const value = Number(plain);
  if (!(fraction ? /^-?\d{1,20}(\.\d{1,20})?(e[-+]?\d{1,3})?$/ : /^-?\d+$/).test(plain)) {
    return { problem: { code: 'no-number', name, given: text, fraction, auto } };
  }
  if (value < min || value > max) return { problem: { code: 'out-of-range', name, given: text, min, max } };
  return { value };
}

/** A number with the digits, the sign and the point that JavaScript knows. A comma stays where it may separate thousands as well as
 * decimals: 1,500 is never taken for one of the two.
 * @param {string} text */
function plainNumber(text) {
  const narrow = text.replace(/[\uff0b-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/^\u2212/, '-');
  return /^-?[1-9]\d{0,2},\d{3}$/.test(narrow) ? narrow : narrow.replace(/^(-?\d+),(\d+)$/, '$1.$2');
}

/** Whether a parameter applies in a set-up.
 * @param {string} name
 * @param {Setup} setup */
export function applies(name, setup) {
  return misfit(name, setup) === null;
}

/** The query that leads to this set-up, whatever the defaults of the one who opens it.
 * @param {Setup} setup
 * @param {{run?: boolean, embed?: boolean}} [options] */
export function write(setup, { run = false, embed = false } = {}) {
  const pairs = namesFor(setup.task).filter((name) => applies(name, setup)).map((name) => `${name}=${encodeURIComponent(setup[name])}`);
  return `?${pairs.join('&')}${run ? '&run' : ''}${embed ? '&embed' : ''}`;
}

/** The set-up with another task or executor. Its other values are kept where they still apply.
 * @param {Setup} setup
 * @param {Partial<Setup>} changes
 * @param {number} cores
 * @returns {Setup} */
export function change(setup, changes, cores) {
  const wanted = /** @type {Setup} */ ({ ...setup, ...changes });
  if (!can(executorOf(wanted.executor), wanted.task)) wanted.executor = 'loop';
  if (wanted.task === setup.task) return wanted;
  const given = /** @param {Parameter} parameter */ ({ name }) => name in changes;
  // Of one name in two tasks, each has its own.
  const others = taskOf(wanted.task).parameters.filter((own) => own !== parameterOf(own.name, setup.task));
  for (const parameter of [OWN.workers, ...others].filter((one) => !given(one))) {
    Object.assign(wanted, { [parameter.name]: initialOf(parameter, wanted, cores) });
  }
  return wanted;
}
