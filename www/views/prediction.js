// What more cores would do: a run carried over to machines that aren't here, as lanes and figures, and held to what was measured.

import { toTrace } from '../export/trace.js';
import { contextOf, errorOf, stepsOf } from '../model/context.js';
import { canPredict, MOST_WORKERS, predict } from '../model/predict.js';
import { byId, make } from '../platform/dom.js';
import { saveFile } from '../platform/save.js';
import { executorOf } from '../settings/executors.js';
import { parameterOf } from '../settings/parameters.js';
import { computes, taskOf } from '../settings/tasks.js';
import { median } from '../statistics/median.js';
import { MOST_LANES, PredictedLanes } from '../timeline/predicted.js';
import { percent, plural, shortTime, times } from '../words/format.js';

/** @import {Prediction, WhatIf} from '../model/predict.js' */
/** @import {Entry, RunnerName, RunRecord} from '../types/shapes.js' */

/** Those of what can be asked for that are factors: their fields have powers of two. A task may have parameters of these names. */
const FACTORS = ['latency', 'core'];

/** @param {{entries: () => Iterable<Entry>, runs: readonly RunRecord[]}} parts */
export function createPrediction({ entries, runs }) {
  const section = byId('prediction', HTMLElement);
  const executor = byId('predicted-executor', HTMLSelectElement);
  const slider = byId('predicted-workers', HTMLInputElement);
  const count = byId('predicted-count', HTMLElement);
  const said = byId('prediction-said', HTMLElement);
  const figures = byId('predicted-figures', HTMLElement);
  const held = byId('held-table', HTMLTableElement);
  const save = byId('save-prediction', HTMLButtonElement);
  const lanes = new PredictedLanes(byId('predicted-lanes', HTMLElement), byId('predicted-axis', HTMLElement), (text) => {
    figures.textContent = text;
  });
  const fields = [.../** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (section.querySelectorAll('[data-what]'))].map(
    (field) => ({ field, name: field.dataset.what ?? '', isFactor: FACTORS.includes(field.dataset.what ?? ''), place: /** @type {HTMLElement} */ (field.parentElement) }),
  );
  const steps = stepsOf(MOST_WORKERS);
  slider.max = String(steps.length - 1);
  /** The run that the fields were filled from. @type {RunRecord | null} */
  let filled = null;

  /** The run that is carried over. @returns {Entry | undefined} */
  const present = () => [...entries()].find(({ record }) => record.executor === executor.value);

  /** What is otherwise than in the run.
   * @returns {WhatIf} */
  function asked() {
    /** @type {{[name: string]: string | number}} */
    const what = {};
    for (const { field, name, isFactor, place } of fields) {
      if (place.hidden || field.value === '') continue;
      // One that is disabled while something runs counts as valid, whatever is in it.
      const isIn = field instanceof HTMLSelectElement || (Number(field.value) >= Number(field.min) && Number(field.value) <= Number(field.max));
      if (!isIn) continue;
      what[name] = field instanceof HTMLSelectElement ? field.value : isFactor ? 2 ** Number(field.value) : Number(field.value);
    }
    return what;
  }

  /** @returns {{entry: Entry, prediction: Prediction, what: WhatIf} | null} */
  function predicted() {
    const entry = present();
    const what = asked();
    const prediction = entry ? predict(entry.record, steps[Number(slider.value)], what) : null;
    return entry && prediction ? { entry, prediction, what } : null;
  }

  function show() {
    const found = predicted();
    if (!found) return;
    const { entry: { record, job }, prediction, what } = found;
    count.textContent = String(prediction.workers);
    slider.setAttribute('aria-valuetext', `${plural(prediction.workers, 'worker')}: ${shortTime(prediction.timeMs)}, predicted`);
    for (const { field, isFactor, place } of fields) {
      if (isFactor) /** @type {Element} */ (place.querySelector('.factor')).textContent = `${times(2 ** Number(field.value))} as long`;
    }
    said.textContent = describe(prediction, record, what);
    lanes.show(prediction, { ...job, workers: prediction.workers }, Math.max(median(record.timesMs), prediction.timeMs) * 1.004);
  }

  /** What was measured on other numbers of workers, beside what is predicted of them from this run. */
  function hold() {
    const entry = present();
    if (!entry) return;
    const rows = contextOf(entry.record, runs).flatMap((other) => {
      const error = errorOf(entry.record, other);
      return error ? [{ other, ...error }] : [];
    });
    byId('held', HTMLElement).hidden = rows.length === 0;
    byId('held-hint', HTMLElement).hidden = rows.length > 0 || !executorOf(entry.record.executor).pool;
    held.tBodies[0].replaceChildren(...rows.map(({ other, measured, predicted: ratio, off, isWithin }) =>
      make('tr', {},
        make('td', { class: 'number' }, String(other.workers)),
        make('td', { class: 'number' }, times(measured)),
        make('td', { class: 'number' }, times(ratio)),
        make('td', { class: 'number' }, `${off < 0 ? '−' : '+'}${percent(Math.abs(off))}`),
        make('td', {}, isWithin ? 'within its band' : 'outside its band: doubt it'),
      )));
  }

  /** Shows the fields that say something of a run, each with what the run had.
   * @param {RunRecord} record */
  function fill(record) {
    const { inputs } = taskOf(record.task);
    for (const { field, name, isFactor, place } of fields) {
      const isOfRun = !isFactor && name in record.parameters;
      const parameter = parameterOf(name === 'count' ? inputs.count : name, record.task);
      if (!isFactor && parameter?.number && field instanceof HTMLInputElement) Object.assign(field, { min: parameter.number.min, max: parameter.number.max });
      place.hidden = !(name === 'count' || name === 'core' || isOfRun || (!computes(record.task) && (name === 'latency' || name === 'connections')));
      field.value = isFactor ? '0' : name === 'count' ? String(record.inputs.length) : isOfRun ? String(record.parameters[name]) : '';
    }
    filled = record;
  }

  function choose() {
    const entry = present();
    if (entry && entry.record !== filled) fill(entry.record);
    show();
    hold();
  }

  save.addEventListener('click', () => {
    const found = predicted();
    if (found) saveFile(new Blob([toTrace([found.prediction])], { type: 'application/json' }), 'easy-concurrency-prediction.json');
  });
  executor.addEventListener('change', choose);
  slider.addEventListener('input', show);
  for (const { field } of fields) for (const type of ['input', 'change']) field.addEventListener(type, show);

  return {
    /** What can be carried over is another now. */
    refresh() {
      const names = [...entries()].filter(({ record }) => canPredict(record)).map(({ record }) => record.executor);
      section.hidden = names.length === 0;
      if (names.length === 0) return;
      const wanted = names.includes(/** @type {RunnerName} */ (executor.value)) ? executor.value : bestOf(names);
      executor.replaceChildren(...names.map((name) => make('option', { value: name, selected: name === wanted }, executorOf(name).label)));
      choose();
    },
    /** While something is measured nobody predicts.
     * @param {boolean} possible */
    enable(possible) {
      for (const control of [slider, executor, save, ...fields.map(({ field }) => field)]) control.disabled = !possible;
    },
  };
}

/** The one of which more workers do most.
 * @param {readonly RunnerName[]} names */
function bestOf(names) {
  return names.find((name) => executorOf(name).splits) ?? names.find((name) => executorOf(name).parallel) ?? names.at(-1);
}

/** @param {Prediction} prediction
 * @param {RunRecord} record
 * @param {WhatIf} what */
function describe({ workers, timeMs, lowMs, highMs, workMs, spanMs, parallelism, spans }, { executor, task, beside, inputs }, what) {
  const { label, pool, parallel } = executorOf(executor);
  const who = pool ? `${label} on ${plural(workers, 'worker')}` : label;
  const range = highMs > lowMs * 1.005 ? ` (${shortTime(lowMs)} to ${shortTime(highMs)})` : '';
  // The loop was measured doing the same.
  const isSame = (what.count ?? inputs.length) === inputs.length && (what.core ?? 1) === 1 && (what.latency ?? 1) === 1;
  const ratio = isSame && beside && beside.timesMs.length > 0 ? `, ${times(median(beside.timesMs) / timeMs)} as fast as the loop` : '';
  const busy = new Set(spans.map(({ lane }) => lane)).size;
  const many = workers > MOST_LANES ? ` ${busy} of them would get something to do; lanes are drawn up to ${MOST_LANES} workers.` : '';
  const bound = `Work ${shortTime(workMs)} over span ${shortTime(spanMs)}: no number of workers is more than ${times(parallelism)} as fast as one.`;
  const why = !pool ? 'It has one worker, however many cores there are.' : !parallel && computes(task) ? 'One computes at a time, however many there are.' : bound;
  return `Predicted, not measured: ${who}, ${shortTime(timeMs)}${range}${ratio}. ${why}${many}`;
}
