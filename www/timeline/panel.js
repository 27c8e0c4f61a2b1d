// One executor's part of the timeline: its head, its lanes on a canvas, and on request a table of them.

import { make } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { executorOf } from '../settings/executors.js';
import { laneCount } from '../settings/job.js';
import { duration } from '../words/format.js';
import { describeLanes } from '../words/lanes.js';
import { breakdownOf } from './breakdown.js';
import { PanelState } from './panel-state.js';
import { paint, paintsFor, surfaceOf, unpainted } from './paint.js';

/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */
/** @import {Painted, Paints} from './paint.js' */

let panels = 0;

/** With the table open, lanes are no thinner than that. */
const OPEN_LANE_PX = 10;

export class Panel {
  /** In pixels. */
  laneHeight = 1;
  /** The lane height that fits the stage, which an open panel may exceed. */
  #fittingHeight = 1;
  /** The scale it was drawn in last. @type {Scale | null} */
  scale = null;
  #canvas = make('canvas', { 'aria-hidden': 'true' });
  #time = make('strong', { class: 'panel-time' });
  #facts;
  #more;
  #draw;
  /** What the canvas shows, of which bars, in which scale and colours: painted bars are kept while these stay the same.
   * @type {{lanes: Painted[], version: number, scale: Scale | null, paints: Paints | null}} */
  #shown = { lanes: [], version: -1, scale: null, paints: null };
  /** What the open table shows. */
  #brokenDown = '';

  /** @param {Job} job
   * @param {(panel: Panel) => void} draw calls the panel's `draw`; the page decides when */
  constructor(job, draw) {
    panels += 1;
    this.job = job;
    this.state = new PanelState(job, laneCount(job));
    this.#draw = () => draw(this);
    const { label } = executorOf(job.executor);
    const title = make('span', { id: `panel-title-${panels}` }, label);
    this.#facts = make('p', { class: 'panel-facts', id: `panel-facts-${panels}` });
    this.#more = make('div', { class: 'panel-more', id: `panel-more-${panels}`, hidden: true });
    this.plot = make('div', {
      class: 'plot',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'timeline',
      'aria-labelledby': title.id,
      'aria-describedby': `${this.#facts.id} timeline-keys`,
    }, this.#canvas);
    const head = make('div', { class: 'panel-head' }, this.#makeOpener(label), make('h3', {}, title), this.#time, this.#facts);
    this.element = make('section', { class: 'panel', 'aria-labelledby': title.id }, head, this.plot, this.#more);
  }

  /** The button that shows and hides the table.
   * @param {string} label */
  #makeOpener(label) {
    const more = this.#more;
    const opener = make('button', {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': more.id,
      'aria-label': `${label}, worker by worker`,
    });
    opener.addEventListener('click', () => {
      more.hidden = !more.hidden;
      opener.setAttribute('aria-expanded', String(!more.hidden));
      this.resize(this.#fittingHeight);
      this.redraw();
    });
    return opener;
  }

  /** @param {number} laneHeight that fits the stage */
  resize(laneHeight) {
    this.#fittingHeight = laneHeight;
    this.laneHeight = this.#more.hidden ? laneHeight : Math.max(laneHeight, OPEN_LANE_PX);
    this.plot.style.height = `${this.state.lanes.length * this.laneHeight}px`;
  }

  get chain() {
    return this.state.chain;
  }

  bars() {
    return this.state.bars();
  }

  /** Has it drawn as soon as what is being measured allows. */
  redraw() {
    drawSoon(this.#draw, this.plot);
  }

  /** @param {Scale} scale
   * @param {{startupMs: number, warmupMs: number}} before how much is shown of them at most
   * @param {number} atMs what came later isn't drawn
   * @param {Block | null} chosen */
  draw(scale, before, atMs, chosen) {
    const { state, laneHeight } = this;
    this.scale = scale;
    const surface = surfaceOf(this.#canvas, scale.width, state.lanes.length * laneHeight);
    if (!surface) return;
    const { context, density, resized } = surface;
    const paints = paintsFor(context, density);
    // Only a running repeat is painted bit by bit: cutting off at a moment, and marks over bars, need all to be painted anew.
    const isGrowing = atMs === Infinity && chosen === null && state.endMs === null;
    const isSame = this.#shown.version === state.version && this.#shown.scale === scale && this.#shown.paints === paints;
    if (resized || !isGrowing || !isSame) {
      this.#shown = { lanes: state.lanes.map(unpainted), version: state.version, scale: isGrowing ? scale : null, paints };
    }
    paint(context, paints, density, {
      lanes: state.lanes,
      going: state.going(),
      painted: this.#shown.lanes,
      laneHeight,
      scale,
      startupMs: Math.min(state.waitedStartupMs, before.startupMs),
      warmupMs: Math.min(state.warmupMs, before.warmupMs),
      endMs: state.endMs,
      atMs,
      chosen,
      chain: state.chain,
    });
    this.#describe();
  }

  /** Each in an element of its own, so that only whole ones are shown.
   * @param {string[]} facts */
  #tellFacts(facts) {
    const parts = facts.map((fact, place) => (place > 0 ? ` · ${fact}` : fact));
    if (this.#facts.textContent === parts.join('')) return;
    this.#facts.replaceChildren(...parts.map((part) => make('span', {}, part)));
  }

  #describe() {
    const { state, job } = this;
    tell(this.#time, state.timeMs === null ? '' : duration(state.timeMs));
    this.#tellFacts(describeLanes(job, state));
    const known = `${state.version} ${state.endMs}`;
    if (this.#more.hidden || this.#brokenDown === known) return;
    this.#more.replaceChildren(breakdownOf(job, state));
    this.#brokenDown = known;
  }
}

/** Sets a text unless it is there already: setting the same text again costs a layout.
 * @param {HTMLElement} place
 * @param {string} text */
function tell(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
