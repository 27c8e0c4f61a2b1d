// What makes the times of a run doubtful.

import { executorOf } from '../settings/executors.js';
import { computes, sharesState } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { median, shownRepeat } from '../statistics/median.js';
import { sideOf } from '../statistics/ratio.js';
import { isTooShort } from '../statistics/too-short.js';
import { moreWork } from './catalogue.js';
import { duration, percent } from './format.js';
import { LATER } from './later.js';

/** @import {Entry, Ratio} from '../types/shapes.js' */

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
  const words = LATER.doubts;
  const { record, hidden } = entry;
  const { summary, environment } = record;
  if (!summary) return [];
  const notes = hidden ? [words.hidden] : [];
  const resolutionMs = environment.timerResolutionMs;
  if (isTooShort(summary.medianMs, resolutionMs)) {
    notes.push(words.tooShort({ resolution: duration(resolutionMs), more: moreWork(record.task) }));
  }
  return [...notes, ...doubtsOfRepeats(record), ...doubtsOfSharing(record, ratio, apart)];
}

/** @param {Entry['record']} record
 * @returns {string[]} */
function doubtsOfRepeats({ timesMs, summary }) {
  const words = LATER.doubts;
  if (!summary || timesMs.length < 3) return [];
  const notes = [];
  const restMs = median(timesMs.slice(1));
  if (timesMs[0] > restMs * 1.3) notes.push(words.slowFirst({ first: duration(timesMs[0]), others: duration(restMs) }));
  if (summary.stddevMs > summary.meanMs * 0.2) {
    const noisy = timesMs.length < 30 ? words.noisy : words.noisyAnyway;
    notes.push(noisy({ share: percent(summary.stddevMs / summary.meanMs) }));
  }
  return notes;
}

/** What makes it doubtful that workers share computing as well as they could.
 * @param {Entry['record']} record
 * @param {Ratio | null} ratio
 * @param {boolean} apart
 * @returns {string[]} */
function doubtsOfSharing(record, ratio, apart) {
  const words = LATER.doubts;
  const { task, executor, summary, environment: { cores }, workers } = record;
  if (!summary || !computes(task) || !executorOf(executor).parallel) return [];
  const notes = [];
  if (workers > cores) notes.push(words.moreThanCores({ workers, cores }));
  if (ratio !== null && apart) notes.push(words.apart);
  const { timeMs, workMs } = computingOf(record);
  const more = moreWork(task);
  if (workMs > 0 && workMs < timeMs) notes.push(words.littleWork({ share: percent(workMs / timeMs), time: duration(summary.medianMs), more }));
  else if (sideOf(ratio) === 'below' && !sharesState(record.task)) notes.push(words.slower({ more }));
  return notes;
}
