// A run's progress: its share, what runs now, and the time left.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { executorLabel } from '../words/catalogue.js';
import { roughly } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** @import {Plan, RunEvent} from '../types/shapes.js' */

/** Less time left than this isn't shown. */
const SHOWN_FROM_MS = 1500;

export class Progress {
  #bar = byId('progress', HTMLProgressElement);
  #doing = byId('doing', HTMLElement);
  #line = this.#bar.parentElement;
  /** The plan of the current run. @type {Plan | null} */
  #plan = null;
  #reports = 0;
  #words = '';
  /** The run's progress before and after the current repeat. @type {readonly [number, number]} */
  #shareRange = [0, 0];
  /** When the run is expected to end, by this page's clock; null where that isn't known. @type {number | null} */
  #endAt = null;
  /** The current repeat's finished inputs, and all of them. */
  #finished = 0;
  #inputs = 1;
  /** The bar's value, from 0 to 1. It never decreases, although expectations change. */
  #share = 0;

  /** @param {RunEvent} event */
  handle(event) {
    switch (event.type) {
      case 'begin':
        this.#begin(event.plan);
        break;
      case 'repeat':
        this.#beginRepeat(event);
        break;
      case 'finished':
        this.#finished += 1;
        break;
      case 'report':
        this.#reports += 1;
        break;
      case 'end':
        this.#words = event.cancelled ? FIRST.progress.cancelled : FIRST.progress.done({ repeats: this.#reports });
        if (!event.cancelled) this.#share = 1;
        this.#plan = null;
        break;
      default:
        return;
    }
    const [before, after] = this.#shareRange;
    const share = before + (after - before) * Math.min(1, this.#finished / this.#inputs);
    this.#share = Math.max(this.#share, share);
    drawSoon(this.#draw, this.#line);
  }

  /** @param {Plan} plan */
  #begin(plan) {
    this.#plan = plan;
    this.#reports = this.#finished = this.#share = 0;
    this.#shareRange = [0, 0];
    this.#endAt = null;
    this.#words = FIRST.progress.starting;
  }

  /** @param {Extract<RunEvent, {type: 'repeat'}>} event */
  #beginRepeat({ series, repeat, share, leftMs }) {
    if (!this.#plan) return;
    const { job, repeats, earlier } = this.#plan.series[series];
    const all = repeats === 'auto' ? null : repeats + (earlier?.repeats ?? 0);
    this.#words = describeRepeat(executorLabel(job.executor), { number: repeat, all, isOnce: repeats === 1, isRound: this.#plan.series.length > 1 });
    this.#shareRange = share;
    this.#endAt = leftMs === null ? null : performance.now() + leftMs;
    this.#finished = 0;
    this.#inputs = Math.max(1, job.inputs.length);
  }

  #draw = () => {
    this.#bar.value = this.#share;
    const leftMs = this.#plan && this.#endAt !== null ? this.#endAt - performance.now() : 0;
    const doing = this.#words;
    this.#doing.textContent = leftMs > SHOWN_FROM_MS ? FIRST.progress.left({ doing, time: roughly(leftMs) }) : doing;
  };
}

/** Which repeat runs. Those of several executors go round.
 * @param {string} executor
 * @param {{number: number, all: number | null, isOnce: boolean, isRound: boolean}} about */
function describeRepeat(executor, { number, all, isOnce, isRound }) {
  const { repeat, repeatOf, round, roundOf } = FIRST.progress;
  if (isOnce) return executor;
  if (all === null) return (isRound ? round : repeat)({ executor, number });
  return (isRound ? roundOf : repeatOf)({ executor, number, all });
}
