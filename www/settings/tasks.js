// Every task there is, as it is described in src/task/, and what follows from that.

import { TASKS as DESCRIBED } from './catalogue.js';

/** @import {Task, TaskName, Value, When} from '../types/shapes.js' */

/** In the form's order.
 * @type {readonly Task[]} */
export const TASKS = DESCRIBED;

/** The task of that name.
 * @param {TaskName} name
 * @returns {Task} */
export function taskOf(name) {
  const task = TASKS.find((known) => known.name === name);
  if (!task) throw new RangeError(`there is no task ${name}`);
  return task;
}

/** @param {TaskName} name */
export const computes = (name) => taskOf(name).kind !== 'waits';

/** How its pictures are shown, if it gives any.
 * @param {TaskName} name */
export function galleryOf(name) {
  const { gives } = taskOf(name);
  return gives === 'numbers' ? null : gives.pictures;
}

/** Whether a condition holds in a set-up or for a job.
 * @param {When} when
 * @param {{task: TaskName} & {[parameter: string]: unknown}} values */
export function holds(when, values) {
  if (when === 'computes') return computes(values.task);
  if (when === 'grows') return taskOf(values.task).kind === 'computesLonger';
  return 'is' in when ? String(values[when.is[0]]) === when.is[1] : String(values[when.not[0]]) !== when.not[1];
}

/** What an input is called in the log and in errors.
 * @param {TaskName} name
 * @param {number} input */
export const nameInput = (name, input) => taskOf(name).inputs.name.replace('{}', String(input));

/** What results come to together; null where the task doesn't say, or the sum is too large to be exact.
 * @param {TaskName} name
 * @param {readonly (Value | null)[]} results
 * @param {number | null} [shared] what they left in what they share */
export function totalOf(name, results, shared = null) {
  const { total } = taskOf(name);
  if (total === 'none') return null;
  if ('shared' in total) return shared;
  return 'count' in total ? results.filter((result) => result !== null).length : sumOf(results);
}

/** The sum of results; null where it is too large to be exact.
 * @param {readonly (Value | null)[]} results */
export function sumOf(results) {
  const sum = results.reduce((/** @type {number} */ all, result) => all + Number(result ?? 0), 0);
  return Number.isSafeInteger(sum) ? sum : null;
}

/** Whether its inputs share something, so that updates can get lost.
 * @param {TaskName} name */
export function sharesState(name) {
  const { total } = taskOf(name);
  return total !== 'none' && 'shared' in total;
}

/** The article's speed-up over its own loop.
 * @param {string} name
 * @param {TaskName} task */
export function articleFigures(name, task) {
  const figures = new Map(taskOf(task).article?.seconds);
  const own = figures.get(name);
  const loop = figures.get('loop');
  return own && loop ? { seconds: own, ratio: loop / own } : null;
}
