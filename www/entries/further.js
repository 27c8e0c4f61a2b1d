// The lower part of the page: no run needs it, so it is loaded when the page has nothing else to do.

// The page's entry has run long before this. With this import, the build makes one file of it and of what this shares with it, which is
// smaller than two.
import './main.js';

import { readResults } from '../export/permalink.js';
import { predict } from '../model/predict.js';
import { isOnline } from '../platform/browser.js';
import { keepForLater, keptSoFar } from '../platform/keeping.js';
import { describePage } from '../platform/preview.js';
import { Authors } from '../views/authors.js';
import { Code } from '../views/code.js';
import { showDoctor } from '../views/doctor.js';
import { showDoubts } from '../views/doubts.js';
import { Instrument } from '../views/instrument.js';
import { KeepAndShare } from '../views/keep-and-share.js';
import { PredictionSection } from '../views/prediction.js';
import { Speedup } from '../views/speedup.js';
import { Stepper } from '../views/stepper.js';
import { describeFriend } from '../words/friend.js';
import { LATER } from '../words/later.js';
import { describeAnswer, describeOutcome } from '../words/outcome.js';

/** @import {Result, View} from '../run/controller.js' */
/** @import {Entry, RunRecord, Setup} from '../types/shapes.js' */
/** @import {Guess} from '../words/outcome.js' */

/** @param {object} parts
 * @param {number} parts.cores
 * @param {() => Setup} parts.setup
 * @param {readonly RunRecord[]} parts.runs
 * @param {import('../views/times.js').Times} parts.times
 * @param {import('../views/comparison.js').Comparison} parts.comparison
 * @param {import('../views/gallery.js').Gallery} parts.gallery
 * @param {() => string} parts.said what the last run showed
 * @param {import('../views/messages.js').Messages['warn']} parts.warn
 * @param {(workers: number[]) => void} parts.sweep
 * @param {(workers: number) => void} parts.useWorkers */
export function createFurther({ cores, setup, runs, times, comparison, gallery, said, warn, sweep, useWorkers }) {
  Object.assign(window, { predict });
  const code = new Code();
  const speedup = new Speedup(cores, sweep);
  const prediction = new PredictionSection({ entries: () => comparison.entries().values(), runs });
  const keepAndShare = new KeepAndShare({ setup, runs, comparison, gallery, cores, said });
  const authors = new Authors(gallery);
  const instrument = new Instrument({ cores, setup, useWorkers });

  const stepper = new Stepper(warn);

  function refresh() {
    keepAndShare.refresh();
    prediction.refresh();
    if (comparison.isComplete()) showDoubts(comparison.entries());
  }

  return {
    goOnWithSpeedup: () => speedup.goOn(),
    keepForLater,
    /** @type {Stepper['step']} */
    step: (name) => stepper.step(name),
    nameAuthors: (/** @type {Entry[]} */ entries) => authors.name(entries),
    /** What this browser and this host can do.
     * @param {Parameters<typeof showDoctor>[0]} facts
     * @param {{cores: number, timerResolutionMs: number}} known */
    examined: (facts, known) => showDoctor(facts, { ...known, offline: !isOnline(), kept: keptSoFar() }),
    /** What a run shows, in a sentence: the answer to a question, if it was one.
     * @param {Entry[]} entries those of the run
     * @param {Guess | null} guess */
    describe(entries, guess) {
      const all = comparison.entries();
      return guess ? describeAnswer(guess, entries, all) : describeOutcome(entries, all);
    },
    /** @param {string} hash of a link with results */
    showResults(hash) {
      const { friend, isBroken } = readResults(hash);
      comparison.compareWith(friend);
      if (friend) times.say(describeFriend(friend));
      if (isBroken) warn([{ code: 'results', text: LATER.link.broken }]);
    },
    /** @param {string} text what the last run showed */
    conclude(text) {
      if (text) describePage(text);
    },
    /** The set-up is another now. */
    show: () => code.choose(setup().executor),
    refresh,
    /** @type {NonNullable<View['handle']>} */
    handle(event) {
      if (event.type !== 'begin') return;
      if (event.plan.purpose === 'sweep') speedup.begin(event.plan.series[0].job);
      else showDoubts(new Map());
    },
    /** @type {NonNullable<View['look']>} */
    look(entries, plan) {
      if (plan.purpose === 'sweep') entries.forEach((entry) => speedup.add(entry));
    },
    /** @type {NonNullable<View['add']>} */
    add(entry, plan) {
      if (plan.purpose === 'sweep') speedup.add(entry);
    },
    /** @param {Result} result */
    over({ outcome, plan }) {
      refresh();
      if (plan?.purpose === 'sweep' && outcome === 'done') speedup.end();
    },
    /** @type {NonNullable<View['changed']>} */
    changed({ state }) {
      instrument.enable(state !== 'running' && state !== 'loading');
      prediction.enable(state !== 'running');
      if (state === 'running') {
        authors.stop();
        instrument.end();
      } else if (state !== 'loading') {
        speedup.enable();
      }
    },
  };
}
