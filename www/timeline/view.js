// The timeline: runs of different executors under each other on one axis.

import { byId } from '../platform/dom.js';
import { drawSoon } from '../platform/draw.js';
import { watchPrinting } from '../platform/printing.js';
import { EXECUTORS, JAVASCRIPT } from '../settings/executors.js';
import { workKey } from '../settings/job.js';
import { extentOf } from './axis.js';
import { drawAxis } from './labels.js';
import { createScale, laneHeights } from './layout.js';
import { LOOKS } from './paint.js';
import { createPanel } from './panel.js';
import { watchPointer } from './pointer.js';
import { createReplay } from './replay.js';

/** @import {Block, Entry, Plan, RunEvent, RunnerName} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */
/** @import {Panel} from './panel.js' */

const ORDER = [...EXECUTORS, JAVASCRIPT].map(({ name }) => name);

export function createTimeline() {
  const drawing = byId('drawing', HTMLElement);
  const list = byId('panels', HTMLElement);
  const axis = byId('axis', HTMLElement);
  const tip = byId('bar-figures', HTMLElement);
  const showStartup = byId('show-startup', HTMLInputElement);
  /** @type {Map<RunnerName, Panel>} */
  const panels = new Map();
  /** @type {Map<number, Panel>} */
  let bySeries = new Map();
  let key = '';
  /** @type {Scale | null} */
  let scale = null;
  let end = 0;
  /** How much is shown of what comes before the work. @type {{startupMs: number, warmupMs: number}} */
  let before = { startupMs: 0, warmupMs: 0 };
  let share = 1;
  let width = 0;
  /** @type {{panel: Panel, block: Block} | null} */
  let chosen = null;
  /** Each panel's drawing; weak, so that panels that are replaced are forgotten. @type {WeakMap<Panel, () => void>} */
  const drawings = new WeakMap();

  const replay = createReplay({
    button: byId('replay', HTMLButtonElement),
    scrubber: byId('scrubber', HTMLInputElement),
    show(value) {
      share = value;
      // At once, for a smooth replay, and not as seldom as what a run tells.
      for (const panel of panels.values()) draw(panel);
    },
  });

  /** @param {Iterable<Panel>} [which] */
  function redraw(which = panels.values()) {
    for (const panel of which) {
      let task = drawings.get(panel);
      if (!task) drawings.set(panel, (task = () => draw(panel)));
      drawSoon(task, panel.plot);
    }
  }

  /** Gives the lanes the room that the stage has: it stays as high as it is, whatever runs. */
  function fit() {
    const all = [...panels.values()];
    if (all.length === 0) return;
    const frame = /** @type {HTMLElement} */ (list.parentElement);
    const room = parseFloat(getComputedStyle(frame).minHeight) - axis.offsetHeight;
    // What isn't shown has no size.
    if (!(room > 0)) return;
    const head = /** @type {Element} */ (all[0].plot.previousElementSibling).getBoundingClientRect().height;
    const heights = laneHeights(all.map(({ lanes }) => lanes), room, head);
    all.forEach((panel, place) => panel.resize(heights[place]));
  }

  /** Whether the axis is another now. */
  function measure() {
    const next = extentOf([...panels.values()], showStartup.checked, end);
    ({ end, before } = next);
    const changed = !scale || scale.toMs !== next.toMs || scale.fromMs !== next.fromMs || scale.width !== width;
    if (changed) scale = createScale(next.fromMs, next.toMs, width);
    return changed;
  }

  /** @param {Panel} panel */
  function draw(panel) {
    if (width === 0 || panels.get(panel.job.executor) !== panel) return;
    if (measure()) {
      drawAxis(axis, /** @type {Scale} */ (scale));
      // All share the axis.
      redraw();
    }
    const current = /** @type {Scale} */ (scale);
    const atMs = share >= 1 ? Infinity : current.fromMs + share * (current.toMs - current.fromMs);
    panel.draw(current, before, atMs, chosen?.panel === panel ? chosen.block : null);
    // Bars that are going on grow.
    if (panel.isLive()) redraw([panel]);
  }

  /** @param {Plan} plan */
  function begin(plan) {
    const wanted = workKey(plan.series[0].job);
    if (wanted !== key || plan.alone) {
      panels.clear();
      end = 0;
    }
    key = wanted;
    chosen = null;
    tip.hidden = true;
    bySeries = new Map();
    plan.series.forEach(({ job }, series) => {
      const panel = createPanel(job, () => redraw([panel]));
      panels.set(job.executor, panel);
      bySeries.set(series, panel);
      watchPointer(panel, () => scale, (block, text, place) => choose(panel, block, text, place));
    });
    const sorted = [...panels.values()].sort((a, b) => ORDER.indexOf(a.job.executor) - ORDER.indexOf(b.job.executor));
    list.replaceChildren(...sorted.map((panel) => panel.element));
    // The drawing becomes the run.
    drawing.hidden = true;
    fit();
    replay.reset(false);
    redraw();
  }

  /** @param {Panel} panel
   * @param {Block | null} block
   * @param {string} text
   * @param {{x: number, y: number}} place */
  function choose(panel, block, text, place) {
    chosen = block ? { panel, block } : null;
    tip.hidden = !block;
    if (block) {
      tip.textContent = text;
      const room = list.clientWidth - tip.offsetWidth;
      tip.style.left = `${Math.max(0, Math.min(room, place.x - tip.offsetWidth / 2))}px`;
      tip.style.top = `${panel.plot.offsetTop + place.y + 6}px`;
    }
    redraw();
  }

  showStartup.addEventListener('change', () => redraw());
  new ResizeObserver(([{ contentRect }]) => {
    width = contentRect.width;
    fit();
    redraw();
  }).observe(list);
  for (const look of LOOKS) look.addEventListener('change', () => redraw());
  watchPrinting(() => {
    for (const panel of panels.values()) draw(panel);
  });

  return {
    /** @param {RunEvent} event */
    handle(event) {
      if (event.type === 'begin') {
        bySeries = new Map();
        if (event.plan.purpose === 'run' || event.plan.purpose === 'compare') begin(event.plan);
        return;
      }
      if (event.type === 'end') {
        for (const panel of bySeries.values()) panel.stop();
        redraw(bySeries.values());
        replay.reset(panels.size > 0);
        return;
      }
      const panel = bySeries.get(event.series);
      if (!panel) return;
      panel.handle(event);
      redraw([panel]);
    },
    /** @param {Entry} entry */
    add(entry) {
      const panel = panels.get(entry.record.executor);
      if (!panel || panel.job !== entry.job) return;
      panel.settle(entry);
      redraw([panel]);
    },
  };
}
