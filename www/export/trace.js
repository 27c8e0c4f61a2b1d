// Runs in the Trace Event Format, which ui.perfetto.dev and chrome://tracing open: a process per run, a thread per lane.

import { nameInput } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { typicalRepeat } from '../statistics/median.js';

/** @import {RunRecord} from '../types/shapes.js' */

/** A run, or what would be one.
 * @typedef {Pick<RunRecord, 'task' | 'executor' | 'workers' | 'timesMs' | 'startupMs' | 'prepaidMs' | 'warmupMs' | 'spans'> & {predicted?: true}} Traced */

const KINDS = { compute: 'computing', lock: 'waiting for the lock', io: 'waiting for I/O' };

/** The repeat nearest to the median of each run.
 * @param {readonly Traced[]} runs */
export function toTrace(runs) {
  /** @type {object[]} */
  const events = [];
  const micro = /** @param {number} ms */ (ms) => Math.round(ms * 1000);
  runs.forEach((run, index) => {
    const pid = index + 1;
    const spans = run.spans.filter(({ repeat }) => repeat === typicalRepeat(run.timesMs));
    // Times in a trace count from its start and may not be negative, so the start-up comes first and the work after it.
    // What was prepaid was before.
    const startupMs = (run.startupMs ?? 0) - (run.prepaidMs ?? 0);
    const warmupMs = run.warmupMs ?? 0;
    const offset = startupMs + warmupMs;
    events.push({ name: 'process_name', ph: 'M', pid, tid: 0, args: { name: nameOf(run) } });
    for (const lane of new Set(spans.map((span) => span.lane))) {
      events.push({ name: 'thread_name', ph: 'M', pid, tid: lane + 1, args: { name: `worker ${lane + 1}` } });
    }
    if (startupMs > 0) {
      events.push({ name: 'start-up', cat: 'startup', ph: 'X', pid, tid: 0, ts: 0, dur: micro(startupMs) });
    }
    if (warmupMs > 0) {
      events.push({ name: 'warm-up', cat: 'warmup', ph: 'X', pid, tid: 0, ts: micro(startupMs), dur: micro(warmupMs) });
    }
    for (const span of spans) {
      const place = { pid, tid: span.lane + 1 };
      const name = nameInput(run.task, span.input);
      const dur = micro(span.endMs - span.startMs);
      events.push({ name, cat: 'task', ph: 'X', ...place, ts: micro(offset + span.startMs), dur });
      for (const part of span.waits.length > 0 ? stretches(span) : []) {
        events.push({
          name: KINDS[part.kind],
          cat: part.kind,
          ph: 'X',
          ...place,
          ts: micro(offset + part.startMs),
          dur: micro(part.endMs - part.startMs),
        });
      }
    }
  });
  return JSON.stringify({ traceEvents: events, displayTimeUnit: 'ms' });
}

/** @param {Traced} run */
function nameOf({ predicted, executor, task, workers }) {
  return predicted ? `predicted, not measured: ${executor} on ${workers}, ${task}` : `${executor}, ${task}`;
}
