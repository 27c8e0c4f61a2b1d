// One executor's part of the timeline: its lanes, what is known of them so far, and its canvas.

import { make } from '../dom.js';
import { percent, plural, seconds, shortTime } from '../figures/format.js';
import { typicalRepeat } from '../figures/statistics.js';
import { executorOf } from '../setup/executors.js';
import { computes } from '../setup/tasks.js';
import { byLane, laneCount, laneHeight, shares, ticks } from './layout.js';
import { paint, paintsFor, unpainted } from './paint.js';

/** @import {Entry, Job, RunEvent, Wait} from '../types.js' */
/** @import {Block, Scale} from './layout.js' */
/** @import {Painted, Paints} from './paint.js' */

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
    /** Bars that are over, each lane in order of time. @type {Block[][]} */
    lanes: byLane([], lanes),
    /** @type {Map<number, {lane: number, atMs: number}>} */
    open: new Map(),
    startupMs: 0,
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
  };

  /** What the canvas shows, and in which scale and colours: it stays as long as these do.
   * @type {{lanes: Painted[], scale: Scale | null, paints: Paints | null}} */
  let shown = { lanes: [], scale: null, paints: null };

  /** @param {Block[]} blocks */
  function showOnly(blocks) {
    state.lanes = byLane(blocks, lanes);
    shown.scale = null;
  }

  /** @param {Extract<RunEvent, {series: number}>} event */
  function handle(event) {
    switch (event.type) {
      case 'loaded':
        state.note = 'starts up';
        break;
      case 'ready':
        state.startupMs = event.startupMs;
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
        Object.assign(state, { open: new Map(), endMs: null, stoppedMs: null, repeat: event.repeat });
        state.note = 'at work';
        break;
      case 'started-repeat':
        if (state.watching) state.since = performance.now();
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
    state.warmupMs = record.warmupMs ?? 0;
    state.endMs = record.timesMs[repeat - 1] ?? null;
    state.repeat = repeat;
    state.note = fault === null ? '' : 'broke off';
  }

  /** The present moment of the repeat, if one is going on, or was when it was cancelled. */
  const nowMs = () => (state.since === null ? state.stoppedMs : performance.now() - state.since);

  /** Nothing more comes: what was going on stays as it is. */
  function stop() {
    if (state.since === null) return;
    state.stoppedMs = nowMs();
    state.since = null;
    state.note = 'cancelled';
  }

  /** By lane, the bar that is still going on. */
  function going() {
    const now = nowMs() ?? 0;
    /** @type {(Block | undefined)[]} */
    const blocks = [];
    for (const [index, { lane, atMs: startMs }] of state.open) {
      const endMs = Math.max(startMs, now);
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

  /** The same text again would be laid out again.
   * @param {string} text */
  function tell(text) {
    if (facts.textContent !== text) facts.textContent = text;
  }

  function describe() {
    const workers = lanes === 1 ? '1 worker' : plural(lanes, job.executor === 'async' ? 'slot' : 'worker');
    if (state.endMs === null) {
      tell(`${workers} · ${state.note}`);
      return;
    }
    const { computing, lock, io, idle } = shares(state.lanes.flat(), lanes, state.endMs);
    const parts = [`computing ${percent(computing)}`];
    if (lock > 0) parts.push(`waiting for the lock ${percent(lock)}`);
    if (io > 0) parts.push(`waiting for I/O ${percent(io)}`);
    parts.push(`idle ${percent(idle)}`);
    const startup = state.startupMs > 0 ? `start-up ${shortTime(state.startupMs)}` : '';
    const warmup = state.warmupMs > 0 ? `warm-up ${shortTime(state.warmupMs)}` : '';
    tell([workers, `work ${seconds(state.endMs)}`, startup, warmup, parts.join(', ')].filter(Boolean).join(' · '));
  }

  /** @param {Scale} scale
   * @param {{startupMs: number, warmupMs: number}} before how much is shown of them at most
   * @param {number} atMs
   * @param {Block | null} chosen */
  function draw(scale, before, atMs, chosen) {
    const density = Math.min(3, window.devicePixelRatio || 1);
    const wide = Math.round(scale.width * density);
    const tall = Math.round(lanes * height * density);
    const resized = canvas.width !== wide || canvas.height !== tall;
    // Setting a canvas's size empties it, even to the same size.
    if (resized) Object.assign(canvas, { width: wide, height: tall });
    const context = canvas.getContext('2d');
    if (!context) return;
    const paints = paintsFor(context, density);
    // What is over stays as it is painted, unless it is cut off at a moment or has marks over it.
    const isPlain = atMs === Infinity && chosen === null && state.endMs === null;
    if (resized || !isPlain || shown.scale !== scale || shown.paints !== paints) {
      shown = { lanes: state.lanes.map(unpainted), scale: isPlain ? scale : null, paints };
    }
    paint(context, paints, density, {
      lanes: state.lanes,
      going: going(),
      painted: shown.lanes,
      laneHeight: height,
      scale,
      ticks: ticks(0, scale.toMs),
      startupMs: Math.min(state.startupMs, before.startupMs),
      warmupMs: Math.min(state.warmupMs, before.warmupMs),
      endMs: state.endMs,
      atMs,
      chosen,
    });
    describe();
  }

  return {
    element, plot, job, lanes, laneHeight: height, handle, settle, stop, draw, sorted, nowMs,
    startupMs: () => state.startupMs,
    warmupMs: () => state.warmupMs,
    endMs: () => state.endMs,
    isLive: () => state.since !== null,
  };
}

/** @typedef {ReturnType<typeof createPanel>} Panel */
