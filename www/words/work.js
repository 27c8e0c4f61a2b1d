// The catalogue's descriptions of tasks, as sentences.

import { holds, taskOf } from '../settings/tasks.js';

/** @import {Job, TaskName, When} from '../types/shapes.js' */

/** Words with their slots filled.
 * @param {string} words
 * @param {{[parameter: string]: unknown}} values */
function fill(words, values) {
  return words.replace(/\{([^|}]+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = String(values[name]);
    return one === undefined ? value : `${value} ${value === '1' ? one : many}`;
  });
}

/** Those words that apply, filled.
 * @param {readonly (readonly [string, readonly When[]])[]} parts
 * @param {{task: TaskName} & {[parameter: string]: unknown}} values */
export function say(parts, values) {
  return parts
    .filter(([, conditions]) => conditions.every((when) => holds(when, values)))
    .map(([words]) => fill(words, values))
    .join('');
}

/** What results come to together, in words; empty where the task doesn't say.
 * @param {TaskName} name
 * @param {number | null} number */
export function describeTotal(name, number) {
  const { total } = taskOf(name);
  if (total === 'none' || number === null) return '';
  return ('sum' in total ? total.sum : total.count).replace('{}', String(number));
}

/** The work in words.
 * @param {Job} job */
export function describeWork(job) {
  const { work, inputs } = taskOf(job.task);
  return say(work, { ...job, [inputs.count]: job.inputs.length });
}
