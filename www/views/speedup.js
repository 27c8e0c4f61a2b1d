// The speed-up over the number of workers: a sweep, its chart with a legend, and its figures as a table.

import { bandOf } from '../model/context.js';
import { byId, make, makeSvg } from '../platform/dom.js';
import { drawSoon } from '../run/draw.js';
import { keepValue } from '../platform/storage.js';
import { MOST_WORKERS } from '../settings/catalogue.js';
import { SWEPT } from '../settings/executors.js';
import { taskOf } from '../settings/tasks.js';
import { amdahlOf } from '../statistics/amdahl.js';
import { pointOf } from '../statistics/point.js';
import { ceilingOf, executorLabel } from '../words/catalogue.js';
import { interval, number, percent, times } from '../words/format.js';
import { LATER } from '../words/later.js';
import { describeWork } from '../words/work.js';
import { sweepSteps } from './chart.js';
import { numberIn } from './number-field.js';
import { namedRow, numbers } from './rows.js';
import { chartOf, symbolOf } from './speedup-chart.js';

/** @import {Band} from '../model/context.js' */
/** @import {Point} from '../statistics/point.js' */
/** @import {Entry, Job, RunnerName, RunRecord} from '../types/shapes.js' */
/** @import {Fit, Shown} from './speedup-chart.js' */

/** Predictions reach this many times the measured number of workers. */
const FURTHER = 4;

export class Speedup {
  #chart = byId('speedup-chart', SVGSVGElement);
  #most = byId('sweep-most', HTMLInputElement);
  #button = byId('sweep', HTMLButtonElement);
  #work = byId('speedup-work', HTMLElement);
  #legend = byId('speedup-legend', HTMLElement);
  #body = byId('speedup-table', HTMLTableElement).tBodies[0];
  #start;
  /** Each executor's runs, by their workers. @type {Map<RunnerName, RunRecord[]>} */
  #records = new Map();
  /** Fitted curves, cached by the runs that they were fitted to. @type {WeakMap<RunRecord[], Fit>} */
  #fits = new WeakMap();
  /** Predicted ranges beyond the measured points, once the sweep has ended. @type {{name: RunnerName, band: Band[]}[]} */
  #bands = [];
  /** The upper bound of the swept task's speed-up, if it has one. @type {Shown['ceiling']} */
  #ceiling = null;
  #widest;

  /** @param {number} cores
   * @param {(workers: number[]) => void} start */
  constructor(cores, start) {
    this.#start = start;
    this.#most.value = String(Math.max(4, Math.min(MOST_WORKERS, cores)));
    keepValue(this.#most);
    this.#widest = numberIn(this.#most, 'workers') ?? 4;
    this.#button.addEventListener('click', () => this.measure());
    this.#draw();
  }

  measure() {
    const most = numberIn(this.#most, 'workers');
    if (!this.#most.reportValidity() || most === null) return;
    this.#widest = most;
    this.#start(sweepSteps(this.#widest));
  }

  /** The page has reloaded since the button was pressed: the reader is back at it. */
  goOn() {
    this.#button.scrollIntoView({ block: 'center' });
    this.measure();
  }

  enable() {
    this.#button.disabled = false;
  }

  /** A sweep begins.
   * @param {Job} job its work */
  begin(job) {
    const { ceiling } = taskOf(job.task);
    this.#ceiling = ceiling && { ratio: ceiling[0], what: ceilingOf(job.task) };
    this.#work.textContent = LATER.speedup.work({ work: describeWork(job) });
    this.#records.clear();
    this.#bands = [];
    drawSoon(this.#draw, this.#chart);
  }

  /** @param {Entry} entry a series' results so far */
  add({ record }) {
    const { executor, workers } = record;
    if (!SWEPT.includes(executor) || !pointOf(record)) return;
    const others = (this.#records.get(executor) ?? []).filter((other) => other.workers !== workers);
    this.#records.set(executor, [...others, record].sort((one, other) => one.workers - other.workers));
    drawSoon(this.#draw, this.#chart);
  }

  /** The sweep has ended: predicts more workers from the runs with the most. */
  end() {
    const widest = [...this.#records].map(([name, records]) => ({ name, record: records[records.length - 1] }));
    const bands = widest.map(({ name, record }) => ({ name, band: bandOf(record, this.#widest * FURTHER) }));
    this.#bands = bands.filter(({ band }) => band.length > 1);
    drawSoon(this.#draw, this.#chart);
  }

  #draw = () => {
    const bands = this.#bands;
    const series = [...this.#records].map(([name, records]) => ({ name, points: pointsOf(records), fit: this.#fitOf(records) }));
    const reach = bands.length > 0 ? this.#widest * FURTHER : this.#widest;
    this.#chart.replaceChildren(...chartOf({ series, bands, widest: this.#widest, reach, ceiling: this.#ceiling }));
    this.#legend.replaceChildren(...series.map(({ name, fit }) => legendOf(name, fit)));
    this.#body.replaceChildren(...series.flatMap(measuredRows), ...bands.flatMap(predictedRows));
  };

  /** Fits a curve to points whose intervals hold for all of them together, since the curve goes through all.
   * @param {RunRecord[]} records */
  #fitOf(records) {
    const fit = this.#fits.get(records) ?? amdahlOf(pointsOf(records, records.length));
    this.#fits.set(records, fit);
    return fit;
  }
}

/** @param {readonly RunRecord[]} records
 * @param {number} [together] how many intervals have to hold together
 * @returns {Point[]} */
const pointsOf = (records, together) => records.flatMap((record) => pointOf(record, together) ?? []);

/** @param {RunnerName} name
 * @param {Fit} fit */
function legendOf(name, fit) {
  const key = makeSvg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, symbolOf(name, 8, 8));
  const executor = executorLabel(name);
  const said =
    typeof fit === 'string'
      ? LATER.speedup[fit]({ executor })
      : LATER.speedup.fit({ executor, serial: percent(fit.serial), low: percent(fit.low), high: percent(fit.high) });
  return make('li', {}, key, ` ${said}`);
}

/** @param {Shown['series'][number]} series */
function measuredRows({ name, points }) {
  return points.map((point) =>
    namedRow(executorLabel(name), ...numbers([number(point.workers), times(point.ratio), interval({ ...point, value: point.ratio })])),
  );
}

/** @param {Shown['bands'][number]} predicted */
function predictedRows({ name, band }) {
  return band.slice(1).map(({ workers, low, high }) => {
    const range = interval({ value: low, low, high });
    const row = namedRow(LATER.speedup.predicted({ executor: executorLabel(name) }), ...numbers([number(workers), '–', range]));
    row.className = 'predicted';
    return row;
  });
}
