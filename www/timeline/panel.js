// One executor's part of the timeline: its lanes, what is known of them so far, and its canvas.

import { make } from '../dom.js';
import { percent, plural, seconds, shortTime } from '../figures/format.js';
import { typicalRepeat } from '../figures/statistics.js';
import { executorOf } from '../setup/executors.js';
import { byLane, laneCount, laneHeight, shares, ticks } from './layout.js';
import { paintsFor, paint } from './paint.js';

/** @import {Entry, Job, RunEvent} from '../types.js' */
/** @import {Block, Scale} from './layout.js' */

/** Repeats shorter than this follow each other too fast to be watched: the first is shown until the series is over. */
const WATCHABLE_MS = 600;

let panels = 0;

/** How much larger than usual the page's text is: lanes grow with it. */
function textScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** @param {Job} job */
export function createPanel(job) {
  panels += 1;
  const executor = executorOf(job.executor);
  const lanes = laneCount(job);
  const height = laneHeight(lanes) * textScale();
  const canvas = make('canvas', { 'aria-hidden': 'true' });
  const facts = make('p', { class: 'panel-facts', id: `panel-facts-${panels}` });
  const title = make('h3', { id: `panel-title-${panels}` }, executor.label);
  const plot = make(
    'div',
    {
      class: 'plot',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'timeline',
      'aria-labelledby': title.id,
      'aria-describedby': `${facts.id} timeline-keys`,
    },
    canvas,
  );
  plot.style.height = `${lanes * height}px`;
  const element = make('section', { class: 'panel' }, make('div', { class: 'panel-head' }, title, facts), plot);

  const state = {
    /** @type {Block[]} */
    blocks: [],
    /** @type {Map<number, {lane: number, atMs: number}>} */
    open: new Map(),
    startupMs: 0,
    /** @type {number | null} */
    endMs: null,
    /** When the repeat that is shown began, on this page's clock; null when nothing is going on. @type {number | null} */
    since: null,
    watching: true,
    repeat: 0,
    lastMs: Infinity,
    /** @type {Block[][] | null} */
    lanes: null,
    note: 'has not started',
  };

  /** @param {Extract<RunEvent, {series: number}>} event */
  function handle(event) {
    switch (event.type) {
      case 'loaded':
        state.note = 'starts up';
        break;
      case 'ready':
        state.startupMs = event.startupMs;
        state.note = 'is ready';
        break;
      case 'repeat':
        state.watching = event.repeat === 1 || state.lastMs > WATCHABLE_MS;
        if (!state.watching) return;
        Object.assign(state, { blocks: [], open: new Map(), endMs: null, since: performance.now(), repeat: event.repeat });
        state.note = 'at work';
        break;
      case 'started':
        if (state.watching) state.open.set(event.index, { lane: event.lane, atMs: event.atMs });
        break;
      case 'finished':
        if (!state.watching) return;
        state.open.delete(event.index);
        if (event.span) state.blocks.push({ input: job.inputs[event.index], ...event.span });
        break;
      case 'spans':
        if (!state.watching) return;
        for (const { index, ...span } of event.spans) state.blocks.push({ input: job.inputs[index], ...span });
        break;
      case 'report':
        state.lastMs = event.timeMs;
        if (state.watching) Object.assign(state, { endMs: event.timeMs, since: null, open: new Map() });
        break;
      case 'fault':
        Object.assign(state, { since: null, open: new Map(), note: 'broke off' });
        break;
    }
    state.lanes = null;
  }

  /** Shows the repeat nearest to the median, for good.
   * @param {Entry} entry */
  function settle({ record, fault }) {
    const repeat = typicalRepeat(record.timesMs);
    state.blocks = record.spans.filter((span) => span.repeat === repeat);
    state.open.clear();
    state.since = null;
    state.startupMs = record.startupMs ?? 0;
    state.endMs = record.timesMs[repeat - 1] ?? null;
    state.repeat = repeat;
    state.lanes = null;
    state.note = fault === null ? '' : 'broke off';
  }

  /** The present moment of the repeat, if one is going on. */
  const nowMs = () => (state.since === null ? null : performance.now() - state.since);

  /** Bars by lane, those that are still going on included. */
  function sorted() {
    if (state.lanes && state.open.size === 0) return state.lanes;
    const now = nowMs() ?? 0;
    const going = [...state.open].map(([index, { lane, atMs }]) => ({
      input: job.inputs[index], lane, startMs: atMs, endMs: Math.max(atMs, now), waits: [],
    }));
    state.lanes = byLane([...state.blocks, ...going], lanes);
    return state.lanes;
  }

  function describe() {
    const workers = lanes === 1 ? '1 worker' : plural(lanes, job.executor === 'async' ? 'slot' : 'worker');
    if (state.endMs === null) {
      facts.textContent = `${workers} · ${state.note}`;
      return;
    }
    const { computing, lock, io, idle } = shares(state.blocks, lanes, state.endMs);
    const parts = [`computing ${percent(computing)}`];
    if (lock > 0) parts.push(`waiting for the lock ${percent(lock)}`);
    if (io > 0) parts.push(`waiting for I/O ${percent(io)}`);
    parts.push(`idle ${percent(idle)}`);
    const startup = state.startupMs > 0 ? `start-up ${shortTime(state.startupMs)}` : '';
    facts.textContent = [workers, `work ${seconds(state.endMs)}`, startup, parts.join(', ')].filter(Boolean).join(' · ');
  }

  /** @param {Scale} scale
   * @param {number} atMs
   * @param {Block | null} chosen */
  function draw(scale, atMs, chosen) {
    const density = Math.min(3, window.devicePixelRatio || 1);
    const wide = Math.round(scale.width * density);
    const tall = Math.round(lanes * height * density);
    // Setting a canvas's size empties it, even to the same size.
    if (canvas.width !== wide || canvas.height !== tall) {
      canvas.width = wide;
      canvas.height = tall;
    }
    const context = canvas.getContext('2d');
    if (!context) return;
    paint(context, paintsFor(context, density), density, {
      lanes: sorted(),
      laneHeight: height,
      scale,
      ticks: ticks(scale.fromMs, scale.toMs),
      startupMs: state.startupMs,
      endMs: state.endMs,
      atMs,
      chosen,
    });
    describe();
  }

  return {
    element, plot, job, lanes, laneHeight: height, handle, settle, draw, sorted, nowMs,
    startupMs: () => state.startupMs,
    endMs: () => state.endMs,
    isLive: () => state.since !== null,
  };
}

/** @typedef {ReturnType<typeof createPanel>} Panel */
