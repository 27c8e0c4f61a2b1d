// What is known of one executor's part of the timeline: its bars so far, and what it is doing. Knows nothing of how that is drawn.

import { computes } from '../settings/tasks.js';
import { criticalPath } from '../statistics/critical-path.js';
import { typicalRepeat } from '../statistics/median.js';
import { byLane } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block, Entry, Job, RunEvent, Wait} from '../types/shapes.js' */

/** Repeats shorter than this follow each other too fast to be watched: the first is shown until the series is over. */
const WATCHABLE_MS = 600;

/** The clocks of two workers may differ by so much. */
const SLACK_MS = 0.05;

/** @param {Job} job
 * @param {number} lanes
 * @param {() => number} [now] this page's clock */
export function createCourse(job, lanes, now = () => performance.now()) {
  const state = {
    /** Bars that are over, each lane in order of time. @type {Block[][]} */
    lanes: byLane([], lanes),
    /** @type {Map<number, {lane: number, atMs: number}>} */
    open: new Map(),
    startupMs: 0,
    /** What of it had been done before the run began. */
    prepaidMs: 0,
    warmupMs: 0,
    /** @type {number | null} */
    endMs: null,
    /** When the repeat that is shown began, on this page's clock; null when nothing is going on. @type {number | null} */
    since: null,
    /** How far it had come when it was cancelled. @type {number | null} */
    stoppedMs: null,
    watching: true,
    repeat: 0,
    lastMs: Infinity,
    note: 'has not started',
    /** What the end waited for, once it is known. @type {Link<Block>[]} */
    chain: [],
    /** Counts how often the bars were replaced by others. */
    version: 0,
  };

  /** @param {Block[]} blocks */
  function showOnly(blocks) {
    state.lanes = byLane(blocks, lanes);
    state.version += 1;
  }

  /** @param {Extract<RunEvent, {series: number}>} event */
  function handle(event) {
    switch (event.type) {
      case 'starting':
        state.note = 'starts up';
        break;
      case 'ready':
        state.startupMs = event.startupMs;
        state.prepaidMs = event.prepaidMs ?? 0;
        state.note = 'warms up';
        break;
      case 'warm':
        state.warmupMs = event.warmupMs;
        state.note = 'is ready';
        break;
      case 'repeat':
        state.watching = event.repeat === 1 || state.lastMs > WATCHABLE_MS;
        if (!state.watching) return;
        showOnly([]);
        Object.assign(state, { open: new Map(), endMs: null, stoppedMs: null, repeat: event.repeat, chain: [] });
        state.note = 'at work';
        break;
      case 'started-repeat':
        if (state.watching) state.since = now();
        break;
      case 'started':
        if (state.watching) state.open.set(event.index, { lane: event.lane, atMs: event.atMs });
        break;
      case 'finished':
        if (!state.watching) return;
        state.open.delete(event.index);
        if (event.span) state.lanes[event.span.lane]?.push({ input: job.inputs[event.index], ...event.span });
        break;
      case 'spans':
        if (!state.watching) return;
        for (const { index, ...span } of event.spans) state.lanes[span.lane]?.push({ input: job.inputs[index], ...span });
        break;
      case 'report':
        state.lastMs = event.timeMs;
        if (state.watching) Object.assign(state, { endMs: event.timeMs, since: null, open: new Map() });
        break;
      case 'fault':
        Object.assign(state, { since: null, open: new Map(), note: 'broke off' });
        break;
    }
  }

  /** Shows the repeat nearest to the median, for good.
   * @param {Entry} entry */
  function settle({ record, fault }) {
    const repeat = typicalRepeat(record.timesMs);
    showOnly(record.spans.filter((span) => span.repeat === repeat));
    state.open.clear();
    state.since = null;
    state.startupMs = record.startupMs ?? 0;
    state.prepaidMs = record.prepaidMs ?? 0;
    state.warmupMs = record.warmupMs ?? 0;
    state.endMs = record.timesMs[repeat - 1] ?? null;
    state.repeat = repeat;
    state.note = fault === null ? '' : 'broke off';
    const slackMs = Math.max(SLACK_MS, 2 * record.environment.timerResolutionMs);
    state.chain = state.endMs === null ? [] : criticalPath(state.lanes.flat(), slackMs);
  }

  /** The present moment of the repeat, if one is going on, or was when it was cancelled. */
  const nowMs = () => (state.since === null ? state.stoppedMs : now() - state.since);

  /** Nothing more comes: what was going on stays as it is. */
  function stop() {
    if (state.since === null) return;
    state.stoppedMs = nowMs();
    state.since = null;
    state.note = 'cancelled';
  }

  /** By lane, the bar that is still going on. */
  function going() {
    const present = nowMs() ?? 0;
    /** @type {(Block | undefined)[]} */
    const blocks = [];
    for (const [index, { lane, atMs: startMs }] of state.open) {
      const endMs = Math.max(startMs, present);
      // What it is doing is told when it is over: until then a download waits, which is nearly true.
      /** @type {Wait[]} */
      const waits = computes(job.task) ? [] : [{ for: 'io', startMs, endMs }];
      blocks[lane] = { input: job.inputs[index], lane, startMs, endMs, waits };
    }
    return blocks;
  }

  /** Bars by lane, those that are still going on included. */
  function sorted() {
    const last = going();
    return state.lanes.map((lane, index) => [...lane, ...(last[index] ? [last[index]] : [])]);
  }

  return { state: /** @type {Readonly<typeof state>} */ (state), handle, settle, stop, going, sorted, nowMs };
}
