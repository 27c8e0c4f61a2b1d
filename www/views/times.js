// The figure that matters, while a run goes on and when it is over, and what it means in a sentence.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../platform/draw.js';
import { keepValue } from '../platform/storage.js';
import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { plural, seconds, startUp, times } from '../words/format.js';
import { describeWork } from '../words/work.js';

/** @import {Entry, Plan, Ratio, RunEvent} from '../types/shapes.js' */

export function createTimes() {
  const time = byId('time', HTMLOutputElement);
  const line = time.parentElement;
  const startup = byId('startup', HTMLOutputElement);
  const what = byId('time-what', HTMLElement);
  const guess = byId('guess', HTMLInputElement);
  const verdict = byId('verdict', HTMLElement);
  keepValue(guess);
  /** The run that goes on. @type {Plan | null} */
  let plan = null;
  /** When the repeat that goes on began, on this page's clock. @type {number | null} */
  let since = null;
  let lastMs = 0;

  function draw() {
    if (!plan) return;
    time.textContent = seconds(since === null ? lastMs : performance.now() - since);
    // It goes on.
    if (since !== null) drawSoon(draw, line);
  }

  /** What is said in a sentence.
   * @param {string} text */
  function say(text) {
    verdict.textContent = text;
  }

  return {
    say,
    /** @param {RunEvent} event */
    handle(event) {
      if (event.type === 'begin') {
        plan = event.plan.purpose === 'run' || event.plan.purpose === 'compare' ? event.plan : null;
        if (!plan) return;
        [since, lastMs] = [null, 0];
        // Nothing is measured yet.
        time.textContent = startup.textContent = '–';
        what.textContent = describeWork(plan.series[0].job);
        say('');
        return;
      } else if (event.type === 'end') {
        // How far it came is no result.
        if (plan && event.cancelled) time.textContent = '–';
        plan = since = null;
      } else if (event.type === 'started-repeat') {
        since = performance.now();
      } else if (event.type === 'report') {
        [since, lastMs] = [null, event.timeMs];
      } else if (event.type === 'fault') {
        since = null;
      } else {
        return;
      }
      if (plan) drawSoon(draw, line);
    },
    /** @param {Entry} entry
     * @param {Ratio | null} ratio its speed-up over the loop
     * @param {string} said what it means, in a sentence */
    show({ record, job }, ratio, said) {
      const { timesMs, startupMs, prepaidMs, failures, executor, repeats } = record;
      time.textContent = timesMs.length > 0 ? seconds(median(timesMs)) : '–';
      startup.textContent = startupMs === null ? '–' : startUp(startupMs, prepaidMs);
      const often = timesMs.length > 1 ? `, median of ${plural(timesMs.length, 'repeat')}` : '';
      const lost = failures.filter(({ repeat }) => repeat === Math.max(1, repeats)).length;
      const failed = lost > 0 ? `, ${lost} failed` : '';
      what.textContent = `${executorOf(executor).label}${often}${failed}; ${describeWork(job)}`;
      const parts = said ? [said] : [];
      const guessed = Number(guess.value);
      if (guess.value !== '' && guessed > 0 && ratio !== null && said && document.documentElement.dataset.mode === 'setup') {
        const off = Math.max(guessed / ratio.value, ratio.value / guessed);
        parts.push(`You guessed ${times(guessed)}: ${off < 1.15 ? 'well guessed.' : off < 2 ? 'not far off.' : 'a surprise.'}`);
      }
      say(parts.join(' '));
    },
  };
}
