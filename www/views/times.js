// The large figure, during a run and after it, and the sentence below the stage.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { keepValue } from '../platform/storage.js';
import { isShown } from '../settings/job.js';
import { median } from '../statistics/median.js';
import { executorLabel } from '../words/catalogue.js';
import { duration, startUp, times } from '../words/format.js';
import { FIRST } from '../words/language.js';
import { describeWork } from '../words/work.js';
import { numberIn } from './number-field.js';

/** @import {Entry, Plan, Ratio, RunEvent} from '../types/shapes.js' */

export class Times {
  #time = byId('time', HTMLOutputElement);
  #line = this.#time.parentElement;
  #startup = byId('startup', HTMLOutputElement);
  #what = byId('time-what', HTMLElement);
  #guess = byId('guess', HTMLInputElement);
  #verdict = byId('verdict', HTMLElement);
  /** Whether the current run's time is shown. */
  #isShown = false;
  /** When the current repeat began, by this page's clock. @type {number | null} */
  #since = null;
  #lastMs = 0;

  constructor() {
    keepValue(this.#guess);
    this.#guess.addEventListener('change', () => {
      numberIn(this.#guess, FIRST.problems.yourGuess);
      this.#guess.reportValidity();
    });
  }

  /** Shows a sentence below the stage.
   * @param {string} text */
  say(text) {
    this.#verdict.textContent = text;
  }

  /** @param {RunEvent} event */
  handle(event) {
    switch (event.type) {
      case 'begin':
        return this.#begin(event.plan);
      case 'end':
        // The time so far of a cancelled repeat is no result.
        if (this.#isShown && event.cancelled) this.#time.textContent = '–';
        this.#isShown = false;
        return;
      case 'started-repeat':
        this.#since = performance.now();
        break;
      case 'report':
        this.#since = null;
        this.#lastMs = event.timeMs;
        break;
      case 'fault':
        this.#since = null;
        break;
      default:
        return;
    }
    if (this.#isShown) drawSoon(this.#draw, this.#line);
  }

  /** @param {Plan} plan */
  #begin(plan) {
    this.#isShown = isShown(plan);
    if (!this.#isShown) return;
    this.#since = null;
    this.#lastMs = 0;
    this.#time.textContent = this.#startup.textContent = '–';
    this.#what.textContent = describeWork(plan.series[0].job);
    this.say('');
  }

  #draw = () => {
    if (!this.#isShown) return;
    this.#time.textContent = duration(this.#since === null ? this.#lastMs : performance.now() - this.#since);
    // The time of a running repeat grows, so it draws itself again.
    if (this.#since !== null) drawSoon(this.#draw, this.#line);
  };

  /** @param {Entry} entry
   * @param {Ratio | null} ratio its speed-up over the loop
   * @param {string} said the sentence about it */
  show({ record, job }, ratio, said) {
    const { timesMs, startupMs, prepaidMs, failures, executor, repeats } = record;
    this.#time.textContent = timesMs.length > 0 ? duration(median(timesMs)) : '–';
    this.#startup.textContent = startupMs === null ? '–' : startUp(startupMs, prepaidMs);
    const failed = failures.filter(({ repeat }) => repeat === Math.max(1, repeats)).length;
    const { once, onceFailed, median: several, medianFailed } = FIRST.figure;
    const say = timesMs.length > 1 ? (failed > 0 ? medianFailed : several) : failed > 0 ? onceFailed : once;
    this.#what.textContent = say({ executor: executorLabel(executor), repeats: timesMs.length, failed, work: describeWork(job) });
    this.say(said && [said, this.#judgeGuess(ratio)].filter(Boolean).join(' '));
  }

  /** Says how close the visitor's guess was, if there is one.
   * @param {Ratio | null} ratio */
  #judgeGuess(ratio) {
    const guessed = numberIn(this.#guess, FIRST.problems.yourGuess);
    if (guessed === null || ratio === null || document.documentElement.dataset.mode !== 'setup') return '';
    const off = Math.max(guessed / ratio.value, ratio.value / guessed);
    const { close, near, far } = FIRST.verdict.guess;
    return (off < 1.15 ? close : off < 2 ? near : far)({ guess: times(guessed) });
  }
}
