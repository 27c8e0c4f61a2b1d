// The timeline: a panel for each executor, on one axis.

import { byId } from '../platform/dom.js';
import { watchPrinting } from '../platform/printing.js';
import { RUNNERS } from '../settings/executors.js';
import { isShown, workKey } from '../settings/job.js';
import { extentOf } from './axis.js';
import { drawAxis } from './labels.js';
import { createScale, laneHeights } from './layout.js';
import { COLOUR_QUERIES } from './paint.js';
import { Panel } from './panel.js';
import { BarPicker } from './pointer.js';
import { Replay } from './replay.js';

/** @import {Block, Entry, Job, Plan, RunEvent} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */
/** @import {Point} from './pointer.js' */

/** A stage that is so full keeps its height. */
const SNUG = 0.9;

const PLACES = RUNNERS.map(({ name }) => name);

/** @param {Job} job */
const keyOf = ({ executor, workers }) => `${executor} ${workers}`;

export class Timeline {
  #drawing = byId('drawing', HTMLElement);
  #list = byId('panels', HTMLElement);
  #axis = byId('axis', HTMLElement);
  #tip = byId('bar-figures', HTMLElement);
  #showStartup = byId('show-startup', HTMLInputElement);
  #replay = new Replay(byId('replay', HTMLButtonElement), byId('scrubber', HTMLInputElement), (share) => {
    this.#share = share;
    // Without waiting for its turn (drawSoon), which would make a replay stutter.
    for (const panel of this.#panels.values()) this.#draw(panel);
  });
  /** By executor and workers. @type {Map<string, Panel>} */
  #panels = new Map();
  /** The panels of the current run, by series. @type {Map<number, Panel>} */
  #bySeries = new Map();
  /** The key of the work that all panels show. */
  #key = '';
  /** @type {Scale | null} */
  #scale = null;
  /** The axis's end when the scale was last computed. */
  #end = 0;
  /** How much of start-up and warm-up is shown. */
  #before = { startupMs: 0, warmupMs: 0 };
  /** The share of the time that a replay shows, from 0 to 1. */
  #share = 1;
  #width = 0;
  /** @type {{panel: Panel, block: Block} | null} */
  #chosen = null;

  constructor() {
    this.#showStartup.addEventListener('change', () => this.#redraw());
    new ResizeObserver(([{ contentRect }]) => {
      this.#width = contentRect.width;
      this.#fit();
      this.#redraw();
    }).observe(this.#list);
    for (const query of COLOUR_QUERIES) query.addEventListener('change', () => this.#redraw());
    watchPrinting(() => {
      for (const panel of this.#panels.values()) this.#draw(panel);
    });
  }

  /** @param {RunEvent} event */
  handle(event) {
    if (event.type === 'begin') {
      this.#bySeries.clear();
      if (isShown(event.plan)) this.#begin(event.plan);
      return;
    }
    if (event.type === 'end') {
      for (const panel of this.#bySeries.values()) {
        panel.state.stop();
        panel.redraw();
      }
      this.#replay.reset(this.#panels.size > 0);
      return;
    }
    const panel = this.#bySeries.get(event.series);
    panel?.state.handle(event);
    panel?.redraw();
  }

  /** A series has ended.
   * @param {Entry} entry */
  add(entry) {
    const panel = this.#panels.get(keyOf(entry.job));
    if (panel?.job !== entry.job) return;
    panel.state.settle(entry);
    panel.redraw();
  }

  /** @param {Plan} plan */
  #begin({ series, alone }) {
    const key = workKey(series[0].job);
    const goesOn = series[0].earlier !== undefined;
    if (key !== this.#key || (alone && !goesOn)) {
      this.#panels.clear();
      this.#end = 0;
    }
    this.#key = key;
    this.#chosen = null;
    this.#tip.hidden = true;
    const executors = new Set(series.map(({ job }) => job.executor));
    for (const [name, { job }] of goesOn ? [] : this.#panels) if (executors.has(job.executor)) this.#panels.delete(name);
    series.forEach(({ job }, index) => this.#bySeries.set(index, (goesOn && this.#panels.get(keyOf(job))) || this.#addPanel(job)));
    const sorted = [...this.#panels.values()].sort((a, b) => PLACES.indexOf(a.job.executor) - PLACES.indexOf(b.job.executor));
    this.#list.replaceChildren(...sorted.map(({ element }) => element));
    // The run replaces the illustration.
    this.#drawing.hidden = true;
    this.#fit();
    this.#replay.reset(false);
    this.#redraw();
  }

  /** @param {Job} job */
  #addPanel(job) {
    const panel = new Panel(job, (own) => this.#draw(own));
    this.#panels.set(keyOf(job), panel);
    new BarPicker(panel, (block, text, point) => this.#choose(panel, block, text, point));
    return panel;
  }

  /** @param {Panel} panel
   * @param {Block | null} block
   * @param {string} text
   * @param {Point} point */
  #choose(panel, block, text, point) {
    const tip = this.#tip;
    this.#chosen = block && { panel, block };
    tip.hidden = !block;
    if (block) {
      tip.textContent = text;
      const room = this.#list.clientWidth - tip.offsetWidth;
      tip.style.left = `${Math.max(0, Math.min(room, point.x - tip.offsetWidth / 2))}px`;
      tip.style.top = `${panel.plot.offsetTop + point.y + 6}px`;
    }
    this.#redraw();
  }

  #redraw() {
    for (const panel of this.#panels.values()) panel.redraw();
  }

  /** Divides the stage's height among the lanes, at a run's start. Where they need less, the stage shrinks to their height. */
  #fit() {
    const panels = [...this.#panels.values()];
    if (panels.length === 0) return;
    const frame = /** @type {HTMLElement} */ (this.#list.parentElement);
    frame.style.minHeight = '';
    const axis = this.#axis.offsetHeight;
    const room = parseFloat(getComputedStyle(frame).minHeight) - axis;
    // A hidden stage has no height.
    if (!(room > 0)) return;
    const head = /** @type {Element} */ (panels[0].plot.previousElementSibling).getBoundingClientRect().height;
    const heights = laneHeights(panels.map(({ state }) => state.lanes.length), room, head);
    panels.forEach((panel, place) => panel.resize(heights[place]));
    const needed = panels.reduce((sum, { state }, place) => sum + head + state.lanes.length * heights[place], axis);
    // Nothing moves for a few pixels.
    if (needed < SNUG * room) frame.style.minHeight = `${Math.ceil(needed)}px`;
  }

  /** @param {Panel} panel */
  #draw(panel) {
    if (this.#width === 0 || this.#panels.get(keyOf(panel.job)) !== panel) return;
    const scale = this.#measure();
    const atMs = this.#share >= 1 ? Infinity : scale.fromMs + this.#share * (scale.toMs - scale.fromMs);
    panel.draw(scale, this.#before, atMs, this.#chosen?.panel === panel ? this.#chosen.block : null);
    // Running bars grow, so the panel draws itself again.
    if (panel.state.isRunning) panel.redraw();
  }

  /** The current scale. When it changes, the axis is drawn at once and all panels are drawn soon.
   * @returns {Scale} */
  #measure() {
    const states = [...this.#panels.values()].map(({ state }) => state);
    const { fromMs, toMs, end, before } = extentOf(states, this.#showStartup.checked, this.#end);
    this.#end = end;
    this.#before = before;
    if (this.#scale?.toMs === toMs && this.#scale.fromMs === fromMs && this.#scale.width === this.#width) return this.#scale;
    this.#scale = createScale(fromMs, toMs, this.#width);
    drawAxis(this.#axis, this.#scale);
    this.#redraw();
    return this.#scale;
  }
}
