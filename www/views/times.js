// The time of the last finished series, in large figures, and what it means.

import { byId } from '../dom.js';
import { plural, seconds, times } from '../figures/format.js';
import { median } from '../figures/median.js';
import { keepValue } from '../host/storage.js';
import { executorOf } from '../setup/executors.js';
import { describeWork } from '../setup/job.js';

/** @import {Entry, Ratio} from '../types.js' */

export function createTimes() {
  const section = byId('result', HTMLElement);
  const time = byId('time', HTMLOutputElement);
  const startup = byId('startup', HTMLOutputElement);
  const what = byId('time-what', HTMLElement);
  const guess = byId('guess', HTMLInputElement);
  const verdict = byId('verdict', HTMLElement);
  keepValue(guess);

  return {
    /** Makes room for what will come, so that nothing moves when it does. */
    begin() {
      section.hidden = false;
      time.textContent = startup.textContent = '–';
      what.textContent = verdict.textContent = '';
    },
    /** @param {Entry} entry
     * @param {Ratio | null} ratio its speed-up over the loop
     * @param {string} said what it means, in a sentence */
    show({ record, job }, ratio, said) {
      const { timesMs, startupMs, failures, executor, repeats } = record;
      time.textContent = timesMs.length > 0 ? seconds(median(timesMs)) : '–';
      startup.textContent = startupMs === null ? '–' : seconds(startupMs);
      const often = timesMs.length > 1 ? `, median of ${plural(timesMs.length, 'repeat')}` : '';
      const lost = failures.filter(({ repeat }) => repeat === Math.max(1, repeats)).length;
      const failed = lost > 0 ? `, ${lost} failed` : '';
      what.textContent = `${describeWork(job)}, ${executorOf(executor).label}${often}${failed}`;
      const parts = said ? [said] : [];
      const guessed = Number(guess.value);
      if (guess.value !== '' && guessed > 0 && ratio !== null && said) {
        const off = Math.max(guessed / ratio.value, ratio.value / guessed);
        parts.push(`You guessed ${times(guessed)}: ${off < 1.15 ? 'well guessed.' : off < 2 ? 'not far off.' : 'a surprise.'}`);
      }
      verdict.textContent = parts.join(' ');
    },
  };
}
