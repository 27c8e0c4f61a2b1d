// One executor's part of the timeline: a heading, the lanes on a canvas, and a table of them that can be opened.

import { make } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { laneCount } from '../settings/job.js';
import { labelInRun } from '../words/catalogue.js';
import { duration } from '../words/format.js';
import { describeLanes } from '../words/lanes.js';
import { FIRST } from '../words/language.js';
import { breakdownOf } from './breakdown.js';
import { PanelState } from './panel-state.js';
import { paint, paintsFor, surfaceOf, unpainted } from './paint.js';

/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */
/** @import {Painted, Paints} from './paint.js' */

let panels = 0;

/** The least lane height while the table is open. */
const OPEN_LANE_PX = 10;

export class Panel {
  /** In pixels. */
  laneHeight = 1;
  /** The lane height that fits the stage; that of an open panel may be greater. */
  #fittingHeight = 1;
  /** The scale of the last drawing. @type {Scale | null} */
  scale = null;
  #canvas = make('canvas', { 'aria-hidden': 'true' });
  #time = make('strong', { class: 'panel-time' });
  #facts;
  #more;
  #draw;
  /** What the canvas shows: how far each lane is painted, and for which version of the bars, scale and paints. While these stay the
   * same, painted bars are kept.
   * @type {{lanes: Painted[], version: number, scale: Scale | null, paints: Paints | null}} */
  #shown = { lanes: [], version: -1, scale: null, paints: null };
  /** The version and end of the bars that the open table shows. */
  #tableKey = '';

  /** @param {Job} job
   * @param {(panel: Panel) => void} draw calls the panel's `draw`; the page decides when */
  constructor(job, draw) {
    panels += 1;
    this.job = job;
    this.state = new PanelState(job, laneCount(job));
    this.#draw = () => draw(this);
    const label = labelInRun(job);
    const title = make('span', { id: `panel-title-${panels}` }, label);
    this.#facts = make('p', { class: 'panel-facts', id: `panel-facts-${panels}` });
    this.#more = make('div', { class: 'panel-more', id: `panel-more-${panels}`, hidden: true });
    this.plot = make('div', {
      class: 'plot',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': FIRST.lanes.timeline,
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
      'aria-label': FIRST.lanes.open({ executor: label }),
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

  /** Draws the panel as soon as the current measurement allows it. */
  redraw() {
    drawSoon(this.#draw, this.plot);
  }

  /** @param {Scale} scale
   * @param {{startupMs: number, warmupMs: number}} before how much of each is shown at most
   * @param {number} atMs draws the run as it was at this time
   * @param {Block | null} chosen */
  draw(scale, before, atMs, chosen) {
    const { state, laneHeight } = this;
    this.scale = scale;
    const surface = surfaceOf(this.#canvas, scale.width, state.lanes.length * laneHeight);
    if (!surface) return;
    const { context, density, resized } = surface;
    const paints = paintsFor(context, density);
    // Only a running repeat is painted incrementally: a replay, and marks over bars, repaint everything.
    const isGrowing = atMs === Infinity && chosen === null && state.endMs === null;
    const isSame = this.#shown.version === state.version && this.#shown.scale === scale && this.#shown.paints === paints;
    if (resized || !isGrowing || !isSame) {
      this.#shown = { lanes: state.lanes.map(unpainted), version: state.version, scale: isGrowing ? scale : null, paints };
    }
    paint(context, paints, density, {
      lanes: state.lanes,
      running: state.running(),
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

  /** Shows each fact in an element of its own, so that one that doesn't fit is hidden as a whole.
   * @param {string[]} facts */
  #showFacts(facts) {
    const parts = facts.map((fact, place) => (place > 0 ? ` · ${fact}` : fact));
    if (this.#facts.textContent === parts.join('')) return;
    this.#facts.replaceChildren(...parts.map((part) => make('span', {}, part)));
  }

  #describe() {
    const { state, job } = this;
    setText(this.#time, state.timeMs === null ? '' : duration(state.timeMs));
    this.#showFacts(describeLanes(job, state));
    const key = `${state.version} ${state.endMs}`;
    if (this.#more.hidden || this.#tableKey === key) return;
    this.#more.replaceChildren(breakdownOf(job, state));
    this.#tableKey = key;
  }
}

/** Sets an element's text if it differs: setting the same text again costs a layout.
 * @param {HTMLElement} place
 * @param {string} text */
function setText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
