// Examines the page as a measuring instrument: the button, the findings, and an offer to use as many workers as really run at once.

import { byId } from '../platform/dom.js';
import { FaultError, faultOf } from '../platform/faults.js';
import { drawSoon, pace } from '../run/draw.js';
import { examine } from '../run/instrument.js';
import { MOST_WORKERS } from '../settings/catalogue.js';
import { jobOf } from '../settings/job.js';
import { change } from '../settings/parameters.js';
import { TASKS } from '../settings/tasks.js';
import { createScale } from '../timeline/layout.js';
import { Panel } from '../timeline/panel.js';
import { describeFault } from '../words/faults.js';
import { number, percent, signedPercent } from '../words/format.js';
import { LATER } from '../words/later.js';
import { cells, namedRow } from './rows.js';

/** @import {Finding} from '../run/instrument.js' */
/** @import {Job, Ratio, Setup} from '../types/shapes.js' */

/** The task that the examination runs: each number takes φ times as long as the one before. Without that task the button is disabled. */
const LOAD = TASKS.find(({ name }) => name === 'fib');

/** The sample timeline: the height of a lane, the most lanes, and the length of the axis. */
const SAMPLE_LANE_PX = 10;
const MOST_SAMPLE_LANES = 16;
const SAMPLE_MS = 2000;

export class Instrument {
  #button = byId('examine', HTMLButtonElement);
  #said = byId('examine-said', HTMLElement);
  #sample = byId('examine-sample', HTMLElement);
  #table = byId('instrument-table', HTMLTableElement);
  #offer = byId('use-workers', HTMLButtonElement);
  #cores;
  #setup;
  #ending = new AbortController();
  #isPossible = false;
  #isExamining = false;
  #found = 0;
  #words = '';

  /** @param {object} parts
   * @param {number} parts.cores
   * @param {() => Setup} parts.setup
   * @param {(workers: number) => void} parts.useWorkers */
  constructor({ cores, setup, useWorkers }) {
    this.#cores = cores;
    this.#setup = setup;
    this.#button.addEventListener('click', () => this.#examine());
    this.#offer.addEventListener('click', () => useWorkers(this.#found));
  }

  /** A run begins: ends the examination. */
  end() {
    this.#ending.abort(new FaultError({ code: 'ended' }));
  }

  /** @param {boolean} isPossible */
  enable(isPossible) {
    this.#isPossible = isPossible;
    this.#button.disabled = !isPossible || this.#isExamining || !LOAD;
  }

  async #examine() {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    this.#setExamining(true);
    this.#say(LATER.instrument.starting);
    try {
      this.#show(
        await examine({
          cores: this.#cores,
          jobOf: (n) => this.#jobOf(n),
          measure: (work, drawing) => this.#measure(work, drawing),
          tell: (share) => this.#say(LATER.instrument.going({ share: percent(share) })),
          signal,
        }),
      );
      this.#say(LATER.instrument.done);
    } catch (cause) {
      this.#say(LATER.instrument.failed({ fault: describeFault(faultOf(cause)) }));
    } finally {
      this.#sample.replaceChildren();
      if (!signal.aborted) pace.end();
      this.#setExamining(false);
    }
  }

  /** @param {boolean} isExamining */
  #setExamining(isExamining) {
    this.#isExamining = isExamining;
    this.enable(this.#isPossible);
  }

  /** @param {string} text */
  #say(text) {
    this.#words = text;
    drawSoon(this.#drawWords, this.#said);
  }

  #drawWords = () => {
    this.#said.textContent = this.#words;
  };

  /** A loop over one number.
   * @param {number} n */
  #jobOf(n) {
    const setup = this.#setup();
    return jobOf(LOAD ? change(setup, { task: LOAD.name }, this.#cores) : setup, 'loop', [n]);
  }

  /** @template T
   * @param {() => Promise<T>} work
   * @param {boolean} drawing */
  async #measure(work, drawing) {
    const { signal } = this.#ending;
    this.#sample.replaceChildren();
    const grow = drawing ? this.#showBars() : () => {};
    await pace.pause();
    // Once a run has ended the examination, the pace belongs to that run.
    signal.throwIfAborted();
    pace.measure();
    grow();
    try {
      return await work();
    } finally {
      if (!signal.aborted) pace.rest();
    }
  }

  /** Shows a panel like the timeline's; the function that it returns starts its bars. */
  #showBars() {
    const scale = createScale(0, SAMPLE_MS, this.#sample.clientWidth);
    /** @type {Job} */
    const job = { ...this.#jobOf(1), executor: 'threads', workers: Math.min(MOST_SAMPLE_LANES, this.#cores) };
    const panel = new Panel(job, () => {
      if (!panel.element.isConnected) return;
      panel.draw(scale, { startupMs: 0, warmupMs: 0 }, Infinity, null);
      if (panel.state.isRunning) panel.redraw();
    });
    panel.resize(SAMPLE_LANE_PX);
    this.#sample.replaceChildren(panel.element);
    const place = { series: 0, repeat: 1 };
    panel.state.handle({ type: 'repeat', ...place, share: [0, 1], leftMs: null });
    panel.redraw();
    return () => {
      panel.state.handle({ type: 'started-repeat', ...place });
      panel.state.lanes.forEach((_, lane) => panel.state.handle({ type: 'started', index: lane, lane, atMs: 0, ...place }));
      panel.redraw();
    };
  }

  /** @param {Finding} finding */
  #show(finding) {
    const words = LATER.instrument;
    const found = Math.max(1, Math.round(finding.atOnce));
    this.#found = Math.min(MOST_WORKERS, found);
    this.#table.tBodies[0].replaceChildren(
      namedRow(words.drawing, ...cells([off(finding.drawn), words.drawingMeans])),
      namedRow(words.itself, ...cells([off(finding.itself), words.itselfMeans])),
      namedRow(words.atOnce, ...cells([number(Number(finding.atOnce.toFixed(1))), describeCores(found, this.#cores)])),
    );
    this.#table.hidden = false;
    this.#offer.hidden = found <= this.#cores;
    this.#offer.textContent = words.use({ workers: this.#found });
  }
}

/** @param {number} found
 * @param {number} cores the number that the browser reports */
function describeCores(found, cores) {
  const { moreThanSaid, fewerThanSaid, asSaid } = LATER.instrument;
  const say = found > cores ? moreThanSaid : found < cores ? fewerThanSaid : asSaid;
  return say({ said: number(cores) });
}

/** A ratio's distance from 1 in percent, with its interval.
 * @param {Ratio} ratio */
function off({ value, low, high }) {
  const share = /** @param {number} ratio */ (ratio) => signedPercent(ratio - 1, 1);
  return low === null || high === null ? share(value) : LATER.instrument.off({ off: share(value), low: share(low), high: share(high) });
}
