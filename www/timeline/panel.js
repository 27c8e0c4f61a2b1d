// One executor's part of the timeline as it is drawn: its head, its lanes on a canvas.

import { make } from '../platform/dom.js';
import { executorOf } from '../settings/executors.js';
import { laneCount } from '../settings/job.js';
import { shares } from '../statistics/bars.js';
import { percent, plural, seconds, shortTime, startUp } from '../words/format.js';
import { createBreakdown } from './breakdown.js';
import { createCourse } from './course.js';
import { ticks } from './layout.js';
import { paint, paintsFor, surfaceOf, unpainted } from './paint.js';

/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */
/** @import {Painted, Paints} from './paint.js' */

let panels = 0;

/** Lanes of a panel that is looked into are no thinner than that. */
const OPEN_LANE_PX = 10;

/** @param {Job} job
 * @param {() => void} changed its lanes are to be drawn anew */
export function createPanel(job, changed) {
  panels += 1;
  const executor = executorOf(job.executor);
  const lanes = laneCount(job);
  /** How high a lane is, in pixels. */
  let height = 1;
  let fittingHeight = 1;
  const canvas = make('canvas', { 'aria-hidden': 'true' });
  const facts = make('p', { class: 'panel-facts', id: `panel-facts-${panels}` });
  const title = make('span', { id: `panel-title-${panels}` }, executor.label);
  const time = make('strong', { class: 'panel-time' });
  const more = make('div', { class: 'panel-more', id: `panel-more-${panels}`, hidden: true });
  const opener = make('button', {
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': more.id,
    'aria-label': `${executor.label}, worker by worker`,
  });
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
  const head = make('div', { class: 'panel-head' }, opener, make('h3', {}, title), time, facts);
  const element = make('section', { class: 'panel', 'aria-labelledby': title.id }, head, plot, more);

  const course = createCourse(job, lanes);
  const { state } = course;

  /** What the canvas shows, and of which bars, in which scale and colours: it stays as long as these do.
   * @type {{lanes: Painted[], version: number, scale: Scale | null, paints: Paints | null}} */
  let shown = { lanes: [], version: -1, scale: null, paints: null };

  /** @param {number} fitting how high a lane may be */
  function resize(fitting) {
    fittingHeight = fitting;
    height = more.hidden ? fitting : Math.max(fitting, OPEN_LANE_PX);
    plot.style.height = `${lanes * height}px`;
  }

  const breakdown = createBreakdown(job);
  /** What the table shows. */
  let brokenDown = '';
  opener.addEventListener('click', () => {
    more.hidden = !more.hidden;
    opener.setAttribute('aria-expanded', String(!more.hidden));
    resize(fittingHeight);
    changed();
  });

  /** The same text again would be laid out again.
   * @param {HTMLElement} place
   * @param {string} text */
  function tell(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  function describe() {
    const workers = lanes === 1 ? '1 worker' : plural(lanes, job.executor === 'async' ? 'slot' : 'worker');
    tell(time, state.endMs === null ? '' : seconds(state.endMs));
    const known = `${state.version} ${state.endMs}`;
    if (!more.hidden && brokenDown !== known) more.replaceChildren(breakdown(state));
    if (!more.hidden) brokenDown = known;
    if (state.endMs === null) {
      tell(facts, `${workers} · ${state.note}`);
      return;
    }
    const { computing, lock, io, idle } = shares(state.lanes.flat(), lanes, state.endMs);
    const parts = [`computing ${percent(computing)}`];
    if (lock > 0) parts.push(`waiting for the lock ${percent(lock)}`);
    if (io > 0) parts.push(`waiting for I/O ${percent(io)}`);
    parts.push(`idle ${percent(idle)}`);
    const startup = state.startupMs > 0 ? `start-up ${startUp(state.startupMs, state.prepaidMs, shortTime)}` : '';
    const warmup = state.warmupMs > 0 ? `warm-up ${shortTime(state.warmupMs)}` : '';
    tell(facts, [workers, parts.join(', '), startup, warmup].filter(Boolean).join(' · '));
  }

  /** @param {Scale} scale
   * @param {{startupMs: number, warmupMs: number}} before how much is shown of them at most
   * @param {number} atMs
   * @param {Block | null} chosen */
  function draw(scale, before, atMs, chosen) {
    const surface = surfaceOf(canvas, scale.width, lanes * height);
    if (!surface) return;
    const { context, density, resized } = surface;
    const paints = paintsFor(context, density);
    // What is over stays as it is painted, unless it is cut off at a moment or has marks over it.
    const isPlain = atMs === Infinity && chosen === null && state.endMs === null;
    const isSame = shown.version === state.version && shown.scale === scale && shown.paints === paints;
    if (resized || !isPlain || !isSame) {
      shown = { lanes: state.lanes.map(unpainted), version: state.version, scale: isPlain ? scale : null, paints };
    }
    paint(context, paints, density, {
      lanes: state.lanes,
      going: course.going(),
      painted: shown.lanes,
      laneHeight: height,
      scale,
      ticks: ticks(0, scale.toMs),
      startupMs: Math.min(state.startupMs - state.prepaidMs, before.startupMs),
      warmupMs: Math.min(state.warmupMs, before.warmupMs),
      endMs: state.endMs,
      atMs,
      chosen,
      chain: state.chain,
    });
    describe();
  }

  return {
    element, plot, job, lanes, resize, draw,
    laneHeight: () => height,
    chain: () => state.chain,
    handle: course.handle,
    settle: course.settle,
    stop: course.stop,
    sorted: course.sorted,
    nowMs: course.nowMs,
    /** What was waited for. */
    startupMs: () => state.startupMs - state.prepaidMs,
    warmupMs: () => state.warmupMs,
    endMs: () => state.endMs,
    isLive: () => state.since !== null,
  };
}

/** @typedef {ReturnType<typeof createPanel>} Panel */
