// A predicted run's lanes, drawn as those of a measured one are, in another texture.

import { make } from '../platform/dom.js';
import { watchPrinting } from '../platform/printing.js';
import { drawAxis } from './labels.js';
import { byLane, createScale, laneHeights, ticks } from './layout.js';
import { LOOKS, paint, paintsFor, surfaceOf, unpainted } from './paint.js';
import { watchPointer } from './pointer.js';

/** @import {Prediction} from '../model/predict.js' */
/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** More lanes than that aren't told apart. */
export const MOST_LANES = 64;

/** @param {HTMLElement} place
 * @param {HTMLElement} axis
 * @param {(text: string) => void} tell a bar's figures */
export function createPredictedLanes(place, axis, tell) {
  const canvas = make('canvas', { 'aria-hidden': 'true' });
  place.append(canvas);
  /** @type {{prediction: Prediction, job: Job, lanes: Block[][], toMs: number} | null} */
  let shown = null;
  /** @type {Scale | null} */
  let scale = null;
  /** @type {Block | null} */
  let chosen = null;
  let height = 1;

  function draw() {
    if (!shown || place.clientWidth === 0) return;
    const { lanes, toMs, prediction } = shown;
    if (scale?.toMs !== toMs || scale.width !== place.clientWidth) {
      scale = createScale(0, toMs, place.clientWidth);
      drawAxis(axis, scale);
    }
    const surface = surfaceOf(canvas, scale.width, lanes.length * height);
    if (!surface) return;
    const { context, density } = surface;
    paint(context, paintsFor(context, density, true), density, {
      lanes,
      going: [],
      painted: lanes.map(unpainted),
      laneHeight: height,
      scale,
      ticks: ticks(0, toMs),
      startupMs: 0,
      warmupMs: 0,
      endMs: prediction.timeMs,
      atMs: Infinity,
      chosen,
      chain: [],
    });
  }

  const pointer = watchPointer(
    {
      get job() {
        return /** @type {NonNullable<typeof shown>} */ (shown).job;
      },
      get lanes() {
        return shown?.lanes.length ?? 0;
      },
      plot: place,
      laneHeight: () => height,
      sorted: () => shown?.lanes ?? [],
      chain: () => [],
    },
    () => scale,
    (block, text) => {
      chosen = block;
      tell(block ? `predicted: ${text}` : '');
      draw();
    },
  );
  new ResizeObserver(draw).observe(place);
  for (const look of LOOKS) look.addEventListener('change', draw);
  watchPrinting(draw);

  return {
    /** @param {Prediction} prediction
     * @param {Job} job
     * @param {number} toMs where the axis ends */
    show(prediction, job, toMs) {
      const count = Math.min(MOST_LANES, prediction.workers);
      const isDrawn = prediction.workers <= MOST_LANES;
      place.hidden = axis.hidden = !isDrawn;
      chosen = null;
      pointer.forget();
      tell('');
      if (!isDrawn) return;
      shown = { prediction, job, lanes: byLane(prediction.spans, count), toMs };
      [height] = laneHeights([count], parseFloat(getComputedStyle(place).maxHeight), 0);
      place.style.height = `${count * height}px`;
      draw();
    },
  };
}
