// The texts of tasks and executors in the page's language: the translation's, or where it has none, those that stand beside their code.

import { EXECUTORS, executorOf } from '../settings/executors.js';
import { sharesState, taskOf } from '../settings/tasks.js';
import { CATALOGUE, FIRST } from './language.js';

/** @import {Gallery, Job, Parameter, RunnerName, TaskName} from '../types/shapes.js' */
/** @import {ExecutorWords, TaskWords} from '../types/words.js' */

/** @param {TaskName} name
 * @returns {TaskWords} */
const translated = (name) => CATALOGUE.tasks?.[name] ?? {};

/** @param {RunnerName} name
 * @returns {ExecutorWords} */
const translatedExecutor = (name) => CATALOGUE.executors?.[name] ?? {};

/** @param {RunnerName} name */
export const executorLabel = (name) => translatedExecutor(name).label ?? executorOf(name).label;

/** An executor's name in a run. Where tasks share something, threads may run on one worker and on several, so their number is part of it.
 * @param {Pick<Job, 'task' | 'executor' | 'workers'>} job */
export function labelInRun({ task, executor, workers }) {
  const label = executorLabel(executor);
  return sharesState(task) && executorOf(executor).parallel ? FIRST.onWorkers({ executor: label, workers }) : label;
}

/** @param {RunnerName} name */
export const aboutExecutor = (name) => translatedExecutor(name).about ?? executorOf(name).about;

/** What to do for more work.
 * @param {TaskName} name */
export const moreWork = (name) => translated(name).more ?? taskOf(name).more;

/** What an input is called.
 * @param {TaskName} name
 * @param {number} input */
export const nameInput = (name, input) => (translated(name).name ?? taskOf(name).inputs.name).replace('{}', String(input));

/** What results come to together, with `{}` for the number; empty where the task doesn't say.
 * @param {TaskName} name */
export function totalOf(name) {
  const { total } = taskOf(name);
  if (total === 'none') return '';
  return translated(name).total ?? Object.values(total)[0];
}

/** What the article measured.
 * @param {TaskName} name */
export const articleWork = (name) => translated(name).article ?? taskOf(name).article?.of ?? '';

/** What bounds the task's speed-up.
 * @param {TaskName} name */
export const ceilingOf = (name) => translated(name).ceiling ?? taskOf(name).ceiling?.[1] ?? '';

/** @param {TaskName} name */
export function rescueOf(name) {
  const { rescue } = taskOf(name);
  return rescue && { ...rescue, ...translated(name).rescue };
}

/** Parts of a text, each with the conditions under which it applies.
 * @typedef {readonly (readonly [string, Gallery['about'][number][1]])[]} Parts */

/** @param {TaskName} name */
export const workOf = (name) => inOrder(taskOf(name).work, translated(name).work);

/** @param {TaskName} name
 * @param {Gallery} gallery its own */
export const aboutPictures = (name, gallery) => inOrder(gallery.about, translated(name).about);

/** @param {Parts} parts
 * @param {readonly string[] | undefined} texts
 * @returns {Parts} */
const inOrder = (parts, texts) => parts.map(([text, when], place) => [texts?.[place] ?? text, when]);

/** A parameter of a task, or of an executor.
 * @param {TaskName} task
 * @param {string} name */
function parameterWords(task, name) {
  const own = translated(task).parameters?.[name];
  const ofExecutor = EXECUTORS.find(({ parameters }) => parameters.some((parameter) => parameter.name === name));
  return own ?? (ofExecutor && translatedExecutor(ofExecutor.name).parameters?.[name]) ?? {};
}

/** @param {TaskName} task
 * @param {Pick<Parameter, 'name' | 'label'>} parameter */
export const parameterLabel = (task, { name, label }) => parameterWords(task, name).label ?? label;

/** A choice as people read it.
 * @param {TaskName} task
 * @param {Parameter} parameter
 * @param {string} value */
export function choiceLabel(task, { name, choices = [] }, value) {
  return parameterWords(task, name).choices?.[value] ?? new Map(choices).get(value) ?? value;
}

/** What a warning adds where a parameter doesn't apply.
 * @param {TaskName} task
 * @param {{name: string, otherwise: string}} parameter */
export const otherwiseOf = (task, { name, otherwise }) => otherwise && (parameterWords(task, name).otherwise ?? otherwise);
