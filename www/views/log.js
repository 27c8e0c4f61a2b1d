// The log: what the article's scripts print, and the time of every operation.

import { byId, make } from '../platform/dom.js';
import { createQueue, drawSoon } from '../platform/draw.js';
import { executorOf } from '../settings/executors.js';
import { nameFailure } from '../settings/job.js';
import { nameInput } from '../settings/tasks.js';
import { bytes, seconds, startUp } from '../words/format.js';

/** @import {Job, Plan, RunEvent, Value} from '../types/shapes.js' */

/** Older lines are dropped, so that long series stay light; many at a time, since what is left has to be laid out again. */
const MOST_LINES = 1500;
const KEPT_LINES = 1000;
const PORTION = 50;

/** What a task's end says.
 * @param {Job} job
 * @param {number} input
 * @param {Value | null} value
 * @param {string | null} error */
export function lineOf(job, input, value, error) {
  if (error !== null) return nameFailure(job.task, input, error);
  const name = nameInput(job.task, input);
  if (typeof value === 'number') return `${name} = ${value}`;
  const note = value?.note ? `, ${value.note}` : '';
  return `Saved ${name}${value ? ` (${bytes(value.bytes)})` : ''}${note}`;
}

export function createLog() {
  const list = byId('log', HTMLElement);
  const section = byId('log-section', HTMLElement);
  /** @type {Plan | null} */
  let plan = null;
  const queue = createQueue(PORTION, (/** @type {{text: string, kind: string}[]} */ lines) => {
    list.append(...lines.map(({ text, kind }) => make('li', { class: kind }, text)));
    if (follow && list.childElementCount > MOST_LINES) {
      const old = document.createRange();
      old.setStart(list, 0);
      old.setEnd(list, list.childNodes.length - KEPT_LINES);
      old.deleteContents();
    }
    if (follow) drawSoon(toEnd, list);
  }, list);

  /** Whoever scrolls up to read is left there. */
  let follow = true;
  list.addEventListener('scroll', () => {
    follow = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  });
  function toEnd() {
    list.scrollTop = list.scrollHeight;
  }

  /** @param {string} text
   * @param {string} [kind] */
  function add(text, kind = 'line') {
    queue.push({ text, kind });
    queue.keep(MOST_LINES);
  }

  /** @param {RunEvent} event */
  function handle(event) {
    if (event.type === 'begin') {
      plan = event.plan;
      if (plan.purpose !== 'retry') {
        queue.clear();
        list.replaceChildren();
      }
      section.hidden = false;
      return;
    }
    if (event.type === 'end') {
      if (event.cancelled) {
        queue.clear();
        add('Cancelled.', 'head');
      }
      return;
    }
    if (!plan) return;
    const { job, repeats } = plan.series[event.series];
    const { label } = executorOf(job.executor);
    switch (event.type) {
      case 'ready':
        add(`${label}: ready after ${startUp(event.startupMs, event.prepaidMs)}`, 'head');
        break;
      case 'warm':
        if (event.warmupMs > 0) add(`${label}: warmed up for ${seconds(event.warmupMs)}`, 'head');
        break;
      case 'finished':
        // A sweep repeats the same numbers hundreds of times; its times are what it is for.
        if (plan.purpose !== 'sweep') {
          const text = lineOf(job, job.inputs[event.index], event.value, event.error);
          add(text, event.error === null ? 'line' : 'line failed');
        }
        break;
      case 'report': {
        const of = repeats === 'auto' ? '' : ` of ${repeats}`;
        const which = repeats === 1 ? '' : ` (repeat ${event.repeat}${of})`;
        add(`${label}: the whole operation took ${seconds(event.timeMs)}${which}`, 'head');
        break;
      }
      case 'fault':
        add(`${label} broke off: ${event.message}`, 'head failed');
        break;
    }
  }

  return { handle };
}
