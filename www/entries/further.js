// What is further down the page: no run needs it, so it comes when the page has nothing else to do.

import { predict } from '../model/predict.js';
import { createCode } from '../views/code.js';
import { createDoctor } from '../views/doctor.js';
import { createInstrument } from '../views/instrument.js';
import { createKeepAndShare } from '../views/keep-and-share.js';
import { createPrediction } from '../views/prediction.js';
import { createSpeedup } from '../views/speedup.js';

/** @import {State} from '../run/state.js' */
/** @import {RunRecord, Setup} from '../types/shapes.js' */

/** @param {object} parts
 * @param {number} parts.cores
 * @param {() => Setup} parts.setup
 * @param {readonly RunRecord[]} parts.runs
 * @param {ReturnType<import('../views/comparison.js').createComparison>} parts.comparison
 * @param {ReturnType<import('../views/gallery.js').createGallery>} parts.gallery
 * @param {() => string} parts.said what the last run showed
 * @param {(workers: number[]) => void} parts.sweep
 * @param {(workers: number) => void} parts.useWorkers */
export function createFurther({ cores, setup, runs, comparison, gallery, said, sweep, useWorkers }) {
  Object.assign(window, { predict });
  const code = createCode();
  const doctor = createDoctor();
  const speedup = createSpeedup(cores, sweep);
  const prediction = createPrediction({ entries: () => comparison.entries().values(), runs });
  const keepAndShare = createKeepAndShare({ setup, runs, comparison, gallery, cores, said });
  const instrument = createInstrument({ cores, setup, useWorkers });

  return {
    speedup,
    examined: doctor.show,
    /** The set-up is another now. */
    show: () => code.choose(setup().executor),
    /** A run is over. */
    over() {
      keepAndShare.refresh();
      prediction.refresh();
    },
    /** @param {State} state of the page */
    changed(state) {
      instrument.enable(state !== 'running' && state !== 'loading');
      prediction.enable(state !== 'running');
      if (state === 'running') instrument.end();
      else if (state !== 'loading') speedup.enable();
    },
  };
}
