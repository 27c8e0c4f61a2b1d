// How far a run is, what it is doing, and how long it will take.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { executorOf } from '../settings/executors.js';
import { expectedRepeats } from '../statistics/repeats.js';
import { plural, roughly } from '../words/format.js';

/** @import {Plan, RunEvent} from '../types/shapes.js' */

/** Before that nobody needs to know how long it will take, and nobody can tell. */
const GUESS_AFTER_MS = 2000;

export class Progress {
  #bar = byId('progress', HTMLProgressElement);
  #doing = byId('doing', HTMLElement);
  #line = this.#bar.parentElement;
  /** The plan of a run that goes on. @type {Plan | null} */
  #plan = null;
  #sinceMs = 0;
  #reports = 0;
  #words = '';
  /** The series that count, and how many of them have ended. */
  #series = 1;
  #ended = 0;
  /** Of the present series: repeats so far, expected repeats, and of the present repeat the finished inputs and all of them. */
  #repeats = 0;
  #expected = 1;
  #finished = 0;
  #inputs = 1;
  /** From 0 to 1. It never goes back, although expectations change. */
  #share = 0;

  /** @param {RunEvent} event */
  handle(event) {
    switch (event.type) {
      case 'begin':
        this.#begin(event.plan);
        break;
      case 'repeat':
        this.#beginRepeat(event.series, event.repeat);
        break;
      case 'finished':
        if (this.#counts(event.series)) this.#finished += 1;
        break;
      case 'measured':
        this.#reports += 1;
        if (this.#counts(event.series)) this.#expected = event.expected;
        break;
      case 'series-end':
        if (!this.#counts(event.series)) break;
        this.#ended += 1;
        this.#repeats = this.#finished = 0;
        break;
      case 'end':
        this.#words = event.cancelled ? 'Cancelled' : `Done: ${plural(this.#reports, 'repeat')} in all`;
        if (!event.cancelled) this.#share = 1;
        this.#plan = null;
        break;
      default:
        return;
    }
    const present = this.#repeats + Math.min(1, this.#finished / Math.max(1, this.#inputs));
    const own = Math.min(1, present / Math.max(1, this.#expected));
    this.#share = Math.max(this.#share, Math.min(1, (this.#ended + own) / this.#series));
    drawSoon(this.#draw, this.#line);
  }

  /** @param {Plan} plan */
  #begin(plan) {
    this.#plan = plan;
    this.#series = plan.series.filter((_, series) => this.#counts(series)).length;
    this.#reports = this.#ended = this.#repeats = this.#finished = this.#share = 0;
    this.#expected = 1;
    this.#sinceMs = performance.now();
    this.#words = 'Starting';
  }

  /** @param {number} series
   * @param {number} repeat */
  #beginRepeat(series, repeat) {
    if (!this.#plan) return;
    const { job, repeats } = this.#plan.series[series];
    const of = repeats === 'auto' ? `, repeat ${repeat}` : repeats > 1 ? `, ${repeat} of ${repeats}` : '';
    this.#words = `${executorOf(job.executor).label}${of}`;
    if (!this.#counts(series)) return;
    this.#repeats = repeat - 1;
    this.#finished = 0;
    this.#inputs = job.inputs.length;
    if (repeat === 1) this.#expected = expectedRepeats(repeats, []);
  }

  /** A loop that other series take turns with is part of these.
   * @param {number} series */
  #counts(series) {
    return series > 0 || !this.#plan?.inTurn || this.#plan.series.length === 1;
  }

  #draw = () => {
    this.#bar.value = this.#share;
    this.#doing.textContent = this.#words + this.#left();
  };

  #left() {
    const past = performance.now() - this.#sinceMs;
    const share = this.#share;
    if (!this.#plan || past < GUESS_AFTER_MS || share < 0.05 || share >= 1) return '';
    return ` · ${roughly((past / share) * (1 - share))} left`;
  }
}
