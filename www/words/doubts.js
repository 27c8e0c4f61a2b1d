// What makes the times of a run doubtful.

import { executorOf } from '../settings/executors.js';
import { computes, taskOf } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { median, shownRepeat } from '../statistics/median.js';
import { sideOf } from '../statistics/ratio.js';
import { isTooShort } from '../statistics/too-short.js';
import { duration, percent } from './format.js';

/** @import {Entry, Ratio} from '../types/shapes.js' */

/** Beside less, what executors cost hides what they gain; more has to be waited for. */
const ENOUGH_WORK = '50 to 500 ms';

/** How long the repeat that is shown took, and all workers computed in it.
 * @param {Entry['record']} record */
function computingOf({ timesMs, spans }) {
  const shown = shownRepeat({ timesMs, spans });
  const parts = spans.filter(({ repeat }) => repeat === shown).flatMap((span) => stretches(span));
  const workMs = parts.reduce((sum, { kind, startMs, endMs }) => sum + (kind === 'compute' ? endMs - startMs : 0), 0);
  return { timeMs: timesMs[shown - 1], workMs };
}

/** What makes a run's times doubtful, each with what helps.
 * @param {Entry} entry
 * @param {{ratio: Ratio | null, apart?: boolean}} beside its speed-up over the loop
 * @returns {string[]} */
export function doubts(entry, { ratio, apart = false }) {
  const { record, hidden } = entry;
  const { timesMs, summary, environment, workers } = record;
  /** @type {string[]} */
  const notes = [];
  if (!summary) return notes;
  const { more } = taskOf(record.task);
  const pool = executorOf(record.executor).pool;

  if (hidden) notes.push('The tab was hidden for a while: browsers slow hidden tabs down. Keep it in view.');
  const resolution = environment.timerResolutionMs;
  if (isTooShort(summary.medianMs, resolution)) {
    notes.push(
      `Too fast to time well: the clock ticks every ${duration(resolution)}. ${more}`,
    );
  }
  if (timesMs.length >= 3) {
    const rest = median(timesMs.slice(1));
    if (timesMs[0] > rest * 1.3) {
      notes.push(
        `The first repeat took ${duration(timesMs[0])}, the others ${duration(rest)}: perhaps the browser was still optimising. The median leaves that out.`,
      );
    }
    if (summary.stddevMs > summary.meanMs * 0.2) {
      const advice = timesMs.length < 30 ? 'More repeats or fewer open programs may help.' : 'Fewer open programs may help.';
      notes.push(`Noisy: the repeats differ by ${percent(summary.stddevMs / summary.meanMs)}. ${advice}`);
    }
  }
  if (computes(record.task) && pool && record.executor !== 'async' && record.executor !== 'gil') {
    if (workers > environment.cores) {
      notes.push(`${workers} workers share ${environment.cores} cores: more workers can’t compute faster than cores.`);
    }
    if (ratio !== null && apart) {
      notes.push('The loop was measured at another time: the machine may have changed since. Compare measures both in the same rounds.');
    }
    const { timeMs, workMs } = computingOf(record);
    if (workMs > 0 && workMs < timeMs) {
      notes.push(
        `Little work: all workers together computed for ${percent(workMs / timeMs)} of ${duration(summary.medianMs)}; perhaps handing it over took the rest. ${more} With ${ENOUGH_WORK} of work that weighs less.`,
      );
    } else if (sideOf(ratio) === 'below') {
      notes.push(`Slower than the loop: perhaps handing the work over costs more than there is to share. ${more}`);
    }
  }
  return notes;
}
