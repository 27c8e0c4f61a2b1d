// The lanes of a predicted run, drawn like those of a measured one but with another pattern.

import { make } from '../platform/dom.js';
import { watchPrinting } from '../platform/printing.js';
import { MOST_WORKERS } from '../settings/catalogue.js';
import { LATER } from '../words/later.js';
import { drawAxis } from './labels.js';
import { byLane, createScale, laneHeights } from './layout.js';
import { COLOUR_QUERIES, paint, paintsFor, surfaceOf } from './paint.js';
import { BarPicker } from './pointer.js';

/** @import {Prediction} from '../model/predict.js' */
/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** As many lanes as a run may have; more are too thin to tell apart. */
export const MOST_LANES = MOST_WORKERS;

export class PredictedLanes {
  laneHeight = 1;
  /** @type {Scale | null} */
  scale = null;
  /** @type {never[]} */
  chain = [];
  #canvas = make('canvas', { 'aria-hidden': 'true' });
  #axis;
  #showFigures;
  #picker;
  /** @type {Block[][]} */
  #lanes = [];
  /** When the predicted run ends, in milliseconds. */
  #endMs = 0;
  /** Where the axis ends. */
  #toMs = 0;
  /** @type {Block | null} */
  #chosen = null;

  /** @param {HTMLElement} plot
   * @param {HTMLElement} axis
   * @param {(text: string) => void} showFigures shows the picked bar's figures */
  constructor(plot, axis, showFigures) {
    this.plot = plot;
    this.#axis = axis;
    this.#showFigures = showFigures;
    /** The job of the predicted run; set by `show`, before any bar can be picked. */
    this.job = /** @type {Job} */ ({});
    plot.append(this.#canvas);
    this.#picker = new BarPicker(this, (block, text) => {
      this.#chosen = block;
      showFigures(block ? LATER.prediction.bar({ figures: text }) : '');
      this.#draw();
    });
    const draw = () => this.#draw();
    new ResizeObserver(draw).observe(plot);
    for (const query of COLOUR_QUERIES) query.addEventListener('change', draw);
    watchPrinting(draw);
  }

  bars() {
    return this.#lanes;
  }

  /** @param {Prediction} prediction
   * @param {Job} job
   * @param {number} toMs where the axis ends */
  show({ workers, spans, timeMs }, job, toMs) {
    const isDrawn = workers <= MOST_LANES;
    this.plot.hidden = this.#axis.hidden = !isDrawn;
    this.#chosen = null;
    this.#picker.forget();
    this.#showFigures('');
    if (!isDrawn) return;
    this.job = job;
    this.#lanes = byLane(spans, workers);
    this.#endMs = timeMs;
    this.#toMs = toMs;
    [this.laneHeight] = laneHeights([workers], parseFloat(getComputedStyle(this.plot).maxHeight), 0);
    this.plot.style.height = `${workers * this.laneHeight}px`;
    this.#draw();
  }

  #draw() {
    const lanes = this.#lanes;
    const width = this.plot.clientWidth;
    if (lanes.length === 0 || width === 0) return;
    if (this.scale?.toMs !== this.#toMs || this.scale.width !== width) {
      this.scale = createScale(0, this.#toMs, width);
      drawAxis(this.#axis, this.scale);
    }
    const surface = surfaceOf(this.#canvas, width, lanes.length * this.laneHeight);
    if (!surface) return;
    const { context, density } = surface;
    paint(context, paintsFor(context, density, true), density, {
      lanes,
      laneHeight: this.laneHeight,
      scale: this.scale,
      endMs: this.#endMs,
      chosen: this.#chosen,
      chain: this.chain,
    });
  }
}
