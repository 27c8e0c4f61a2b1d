// Runs in the Trace Event Format, which ui.perfetto.dev and chrome://tracing open: a process per run, a thread per lane.

import { saveFile } from '../platform/save.js';
import { nameInput } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { shownRepeat } from '../statistics/median.js';

/** @import {RunRecord} from '../types/shapes.js' */

/** What a trace needs of a run, measured or predicted.
 * @typedef {Pick<RunRecord, 'task' | 'executor' | 'workers' | 'timesMs' | 'startupMs' | 'prepaidMs' | 'warmupMs' | 'spans'> & {predicted?: true}} Traced */

/** What a worker does during a stretch of a bar. A trace is in English, as the tools are that open it. */
const KINDS = { compute: 'computing', lock: 'waiting for the lock', io: 'waiting for I/O' };

/** Offers a trace for saving.
 * @param {readonly Traced[]} runs
 * @param {string} name of the file */
export function saveTrace(runs, name) {
  saveFile(new Blob([toTrace(runs)], { type: 'application/json' }), name);
}

/** The repeat nearest to the median of each run.
 * @param {readonly Traced[]} runs */
export function toTrace(runs) {
  return JSON.stringify({ traceEvents: runs.flatMap((run, index) => eventsOf(run, index + 1)), displayTimeUnit: 'ms' });
}

/** @param {Traced} run
 * @param {number} pid */
function eventsOf(run, pid) {
  const shown = shownRepeat(run);
  const spans = run.spans.filter(({ repeat }) => repeat === shown);
  // Times in a trace count from its start and may not be negative, so the start-up comes first and the work after it. What was
  // prepaid was before.
  const startupMs = (run.startupMs ?? 0) - (run.prepaidMs ?? 0);
  const warmupMs = run.warmupMs ?? 0;
  const offset = startupMs + warmupMs;
  /** @type {object[]} */
  const events = [{ name: 'process_name', ph: 'M', pid, tid: 0, args: { name: nameOf(run) } }];
  for (const lane of new Set(spans.map((span) => span.lane))) {
    events.push({ name: 'thread_name', ph: 'M', pid, tid: lane + 1, args: { name: `worker ${lane + 1}` } });
  }
  /** @param {string} name
   * @param {string} cat
   * @param {number} tid
   * @param {{startMs: number, endMs: number}} times */
  function add(name, cat, tid, { startMs, endMs }) {
    events.push({ name, cat, ph: 'X', pid, tid, ts: micro(offset + startMs), dur: micro(endMs - startMs) });
  }
  if (startupMs > 0) add('start-up', 'startup', 0, { startMs: -offset, endMs: -warmupMs });
  if (warmupMs > 0) add('warm-up', 'warmup', 0, { startMs: -warmupMs, endMs: 0 });
  for (const span of spans) {
    add(nameInput(run.task, span.input), 'task', span.lane + 1, span);
    for (const part of span.waits.length > 0 ? stretches(span) : []) add(KINDS[part.kind], part.kind, span.lane + 1, part);
  }
  return events;
}

/** @param {number} ms */
const micro = (ms) => Math.round(ms * 1000);

/** @param {Traced} run */
function nameOf({ predicted, executor, task, workers }) {
  return predicted ? `predicted, not measured: ${executor} on ${workers}, ${task}` : `${executor}, ${task}`;
}
