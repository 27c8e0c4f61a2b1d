// The log: what the article's scripts print, and the time of every operation.

import { byId, make } from '../platform/dom.js';
import { createQueue, drawSoon } from '../run/draw.js';
import { executorLabel, labelInRun, nameInput } from '../words/catalogue.js';
import { describeFailure, describeFault } from '../words/faults.js';
import { bytes, duration, number, startUp } from '../words/format.js';
import { FIRST } from '../words/language.js';
import { describeTotal } from '../words/work.js';

/** @import {Fault, Job, Plan, RunEvent, Value} from '../types/shapes.js' */

/** Old lines are dropped to keep long series fast; many at a time, since the browser then lays out all remaining lines again. */
const MOST_LINES = 1500;
const KEPT_LINES = 1000;
const PORTION = 50;

/** Within this distance of the end, in pixels, the log scrolls to new lines. */
const NEAR_END_PX = 40;

export class Log {
  #list = byId('log', HTMLElement);
  #section = byId('log-section', HTMLElement);
  #queue = createQueue(PORTION, (/** @type {Line[]} */ lines) => this.#append(lines), this.#list);
  /** @type {Plan | null} */
  #plan = null;
  /** Whether the log scrolls to new lines; not while the visitor has scrolled up. */
  #isFollowing = true;

  constructor() {
    const list = this.#list;
    list.addEventListener('scroll', () => {
      this.#isFollowing = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
    });
  }

  /** @param {RunEvent} event */
  handle(event) {
    if (event.type === 'begin') {
      this.#plan = event.plan;
      if (event.plan.purpose !== 'retry') this.#clear();
      this.#section.hidden = false;
    } else if (event.type === 'end') {
      if (!event.cancelled) return;
      this.#queue.clear();
      this.#add([FIRST.end.cancelled, 'head']);
    } else if (this.#plan) {
      const line = lineOf(event, this.#plan);
      if (line) this.#add(line);
    }
  }

  #clear() {
    this.#queue.clear();
    this.#list.replaceChildren();
  }

  /** @param {Line} line */
  #add(line) {
    this.#queue.push(line);
    this.#queue.keep(MOST_LINES);
  }

  /** @param {Line[]} lines */
  #append(lines) {
    const list = this.#list;
    list.append(...lines.map(([text, kind]) => make('li', { class: kind }, text)));
    if (!this.#isFollowing) return;
    if (list.childElementCount > MOST_LINES) {
      const old = document.createRange();
      old.setStart(list, 0);
      old.setEnd(list, list.childNodes.length - KEPT_LINES);
      old.deleteContents();
    }
    drawSoon(this.#toEnd, list);
  }

  #toEnd = () => {
    this.#list.scrollTop = this.#list.scrollHeight;
  };
}

/** A text and its class. @typedef {[string, 'head' | 'line' | 'line failed' | 'head failed']} Line */

/** The line for an event; null for events that aren't logged.
 * @param {Extract<RunEvent, {series: number}>} event
 * @param {Plan} plan
 * @returns {Line | null} */
function lineOf(event, { series, purpose }) {
  const { job, repeats } = series[event.series];
  const words = FIRST.log;
  const executor = labelInRun(job);
  switch (event.type) {
    case 'ready':
      return [words.ready({ executor, time: startUp(event.startupMs, event.prepaidMs) }), 'head'];
    case 'warm':
      return event.warmupMs > 0 ? [words.warm({ executor, time: duration(event.warmupMs) }), 'head'] : null;
    case 'finished':
      // A sweep would log the same results hundreds of times.
      return purpose === 'sweep' ? null : resultOf(job, job.inputs[event.index], event.value, event.fault);
    case 'report': {
      const total = describeTotal(job.task, event);
      const figures = { executor, time: duration(event.timeMs), repeat: event.repeat, total };
      if (repeats === 1) return [words.took(figures), 'head'];
      return [repeats === 'auto' ? words.repeatTook(figures) : words.repeatOfTook({ ...figures, all: repeats }), 'head'];
    }
    case 'fault': {
      const fault = describeFault(event.fault);
      return [event.by ? words.failedBy({ executor, other: executorLabel(event.by), fault }) : FIRST.wayOn.failed({ executor, fault }), 'head failed'];
    }
    default:
      return null;
  }
}

/** @param {Job} job
 * @param {number} input
 * @param {Value | null} value
 * @param {Fault | null} fault
 * @returns {Line} */
function resultOf({ task }, input, value, fault) {
  if (fault !== null) return [describeFailure(task, input, fault), 'line failed'];
  const words = FIRST.log;
  const name = nameInput(task, input);
  if (typeof value === 'number') return [words.result({ input: name, result: number(value) }), 'line'];
  const line = value ? words.savedSize({ input: name, size: bytes(value.bytes) }) : words.saved({ input: name });
  return [value?.note ? words.noted({ line, note: describeNote(value.note) }) : line, 'line'];
}

/** A remark as people read it; one whose code has no words is shown as it is.
 * @param {string} note */
function describeNote(note) {
  const [code, value] = note.split(' ');
  /** @type {{[code: string]: ((parts: {value: string}) => string) | undefined}} */
  const words = FIRST.log.notes;
  return words[code]?.({ value }) ?? note;
}
