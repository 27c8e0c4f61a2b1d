// The catalogue's descriptions of tasks, as sentences.

import { parameterOf } from '../settings/parameters.js';
import { holds, galleryOf, sharesState, sumOf, taskOf, totalOf as numberOf } from '../settings/tasks.js';
import { aboutPictures, choiceLabel, totalOf, workOf } from './catalogue.js';
import { describeCount } from './count.js';
import { grouped } from './format.js';
import { formOf } from './plural.js';

/** @import {Job, TaskName, Value} from '../types/shapes.js' */
/** @import {Parts} from './catalogue.js' */

/** @typedef {{task: TaskName} & {[parameter: string]: unknown}} Values */

/** A parameter's value as people read it.
 * @param {string} name
 * @param {Values} values */
function written(name, { task, [name]: value }) {
  const parameter = parameterOf(name, task);
  return typeof value === 'number' || !parameter ? grouped(Number(value)) : choiceLabel(task, parameter, String(value));
}

/** A text with its slots filled.
 * @param {string} text
 * @param {Values} values */
function fill(text, values) {
  return text.replace(/\{([^|}]+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, other) => {
    const value = written(name, values);
    return one === undefined ? value : `${value} ${formOf(Number(values[name]), { one, other })}`;
  });
}

/** The parts that apply, filled.
 * @param {Parts} parts
 * @param {Values} values */
function say(parts, values) {
  return parts
    .filter(([, conditions]) => conditions.every((when) => holds(when, values)))
    .map(([text]) => fill(text, values))
    .join('');
}

/** What a repeat's results come to together, in words; empty where the task doesn't say.
 * @param {TaskName} name
 * @param {{results: readonly (Value | null)[], sharedTotal?: number | undefined}} report */
export function describeTotal(name, { results, sharedTotal }) {
  const total = numberOf(name, results, sharedTotal);
  if (total === null) return '';
  return sharesState(name) ? describeCount(total, sumOf(results) ?? total, totalOf(name)) : totalOf(name).replace('{}', grouped(total));
}

/** The work in words.
 * @param {Job} job */
export const describeWork = (job) => say(workOf(job.task), { ...job, [taskOf(job.task).inputs.count]: job.inputs.length });

/** What a job's pictures are; empty where it gives none.
 * @param {Job} job */
export function describePictures(job) {
  const gallery = galleryOf(job.task);
  return gallery ? say(aboutPictures(job.task, gallery), job) : '';
}
