// What more cores would do: a run predicted on other numbers of workers, as lanes and figures, compared with measurements.

import { saveTrace } from '../export/trace.js';
import { contextOf, errorOf, stepsOf } from '../model/context.js';
import { canPredict, MOST_PREDICTED, predict } from '../model/predict.js';
import { byId, make } from '../platform/dom.js';
import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { MOST_LANES, PredictedLanes } from '../timeline/predicted.js';
import { executorLabel } from '../words/catalogue.js';
import { duration, number, signedPercent, times } from '../words/format.js';
import { LATER } from '../words/later.js';
import { describePrediction } from '../words/prediction.js';
import { cells, numbers } from './rows.js';
import { WhatIf } from './what-if.js';

/** @import {Prediction} from '../model/predict.js' */
/** @import {Entry, RunnerName, RunRecord} from '../types/shapes.js' */

const STEPS = stepsOf(MOST_PREDICTED);

export class PredictionSection {
  #section = byId('prediction', HTMLElement);
  #executor = byId('predicted-executor', HTMLSelectElement);
  #slider = byId('predicted-workers', HTMLInputElement);
  #count = byId('predicted-count', HTMLElement);
  #said = byId('prediction-said', HTMLElement);
  #figures = byId('predicted-figures', HTMLElement);
  #measured = byId('compared-predictions', HTMLElement);
  #measuredTable = byId('compared-predictions-table', HTMLTableElement);
  #measuredHint = byId('compared-predictions-hint', HTMLElement);
  #save = byId('save-prediction', HTMLButtonElement);
  #lanes = new PredictedLanes(byId('predicted-lanes', HTMLElement), byId('predicted-axis', HTMLElement), (text) => {
    this.#figures.textContent = text;
  });
  #whatIf = new WhatIf(this.#section, () => this.#show());
  #entries;
  #runs;
  /** The run whose values the fields show. @type {RunRecord | null} */
  #filled = null;

  /** @param {{entries: () => Iterable<Entry>, runs: readonly RunRecord[]}} parts */
  constructor({ entries, runs }) {
    this.#entries = entries;
    this.#runs = runs;
    this.#slider.max = String(STEPS.length - 1);
    this.#slider.addEventListener('input', () => this.#show());
    this.#executor.addEventListener('change', () => this.#choose());
    this.#save.addEventListener('click', () => {
      const found = this.#predict();
      if (found) saveTrace([found.prediction], 'easy-concurrency-prediction.json');
    });
  }

  /** The runs that can be predicted from may have changed. */
  refresh() {
    const names = [...this.#entries()].filter(({ record }) => canPredict(record)).map(({ record }) => record.executor);
    this.#section.hidden = names.length === 0;
    if (names.length === 0) return;
    const { value } = this.#executor;
    const wanted = names.includes(/** @type {RunnerName} */ (value)) ? value : bestOf(names);
    this.#executor.replaceChildren(...names.map((name) => make('option', { value: name, selected: name === wanted }, executorLabel(name))));
    this.#choose();
  }

  /** Disabled while something is measured, which a simulation would disturb.
   * @param {boolean} isPossible */
  enable(isPossible) {
    for (const control of [this.#slider, this.#executor, this.#save]) control.disabled = !isPossible;
    this.#whatIf.enable(isPossible);
  }

  /** The run to predict from.
   * @returns {Entry | undefined} */
  get #entry() {
    return [...this.#entries()].find(({ record }) => record.executor === this.#executor.value);
  }

  #choose() {
    const entry = this.#entry;
    if (!entry) return;
    if (entry.record !== this.#filled) this.#whatIf.fill(entry.record);
    this.#filled = entry.record;
    this.#show();
    this.#showMeasured(entry.record);
  }

  #predict() {
    const entry = this.#entry;
    const what = this.#whatIf.get();
    const prediction = entry ? predict(entry.record, STEPS[Number(this.#slider.value)], what) : null;
    return entry && prediction ? { entry, prediction, what } : null;
  }

  #show() {
    const found = this.#predict();
    if (!found) return;
    const { entry: { record, job }, prediction, what } = found;
    const { workers, timeMs } = prediction;
    this.#count.textContent = number(workers);
    this.#slider.setAttribute('aria-valuetext', LATER.prediction.valueText({ workers, time: duration(timeMs) }));
    this.#whatIf.describe();
    this.#said.textContent = [describePrediction(prediction, record, what), describeUndrawn(prediction)].filter(Boolean).join(' ');
    this.#lanes.show(prediction, { ...job, workers }, Math.max(median(record.timesMs), timeMs) * 1.004);
  }

  /** Compares predictions from this run with measurements on other numbers of workers.
   * @param {RunRecord} record */
  #showMeasured(record) {
    const rows = contextOf(record, this.#runs).flatMap((other) => {
      const error = errorOf(record, other);
      if (!error) return [];
      const { measured, predicted, off, isWithin } = error;
      const figures = [number(other.workers), times(measured), times(predicted), signedPercent(off)];
      return [make('tr', {}, ...numbers(figures), ...cells([isWithin ? LATER.prediction.within : LATER.prediction.outside]))];
    });
    this.#measured.hidden = rows.length === 0;
    this.#measuredHint.hidden = rows.length > 0 || !executorOf(record.executor).pool;
    this.#measuredTable.tBodies[0].replaceChildren(...rows);
  }
}

/** The executor that gains most from more workers.
 * @param {readonly RunnerName[]} names */
function bestOf(names) {
  return names.find((name) => executorOf(name).splits) ?? names.find((name) => executorOf(name).parallel) ?? names.at(-1);
}

/** @param {Prediction} prediction */
function describeUndrawn({ workers, spans }) {
  if (workers <= MOST_LANES) return '';
  const busy = new Set(spans.map(({ lane }) => lane)).size;
  return LATER.prediction.undrawn({ workers: number(workers), busy: number(busy), most: number(MOST_LANES) });
}
