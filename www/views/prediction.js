// What more cores would do: a run carried over to machines that aren't here, as lanes and figures, and held to what was measured.

import { byId, make } from '../dom.js';
import { percent, plural, shortTime, times } from '../figures/format.js';
import { toTrace } from '../export/trace.js';
import { saveFile } from '../host/save.js';
import { median } from '../figures/median.js';
import { contextOf, errorOf, stepsOf } from '../model/context.js';
import { predict } from '../model/predict.js';
import { executorOf } from '../setup/executors.js';
import { parameterOf } from '../setup/parameters.js';
import { taskOf } from '../setup/tasks.js';
import { createPredictedLanes, MOST_LANES } from '../timeline/predicted.js';

/** @import {Entry, RunnerName, RunRecord} from '../types.js' */
/** @import {Prediction, WhatIf} from '../model/predict.js' */

/** What can be asked for besides, by its field: the factors are powers of two. */
const FACTORS = /** @type {const} */ (['latency', 'core']);

/** @param {{entries: () => Iterable<Entry>, runs: readonly RunRecord[]}} parts */
export function createPrediction({ entries, runs }) {
  const section = byId('prediction', HTMLElement);
  const executor = byId('predicted-executor', HTMLSelectElement);
  const slider = byId('predicted-workers', HTMLInputElement);
  const count = byId('predicted-count', HTMLOutputElement);
  const said = byId('prediction-said', HTMLElement);
  const figures = byId('predicted-figures', HTMLElement);
  const held = byId('held-table', HTMLTableElement);
  const lanes = createPredictedLanes(byId('predicted-lanes', HTMLElement), byId('predicted-axis', HTMLElement), (text) => {
    figures.textContent = text;
  });
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (section.querySelectorAll('[data-what]'));
  const steps = stepsOf(1024);
  slider.max = String(steps.length - 1);

  /** The run that is carried over. @returns {Entry | undefined} */
  const present = () => [...entries()].find(({ record }) => record.executor === executor.value);

  /** What is otherwise than in the run.
   * @returns {WhatIf} */
  function asked() {
    /** @type {{[name: string]: string | number}} */
    const what = {};
    for (const field of fields) {
      const name = field.dataset.what ?? '';
      if (field.disabled || field.value === '' || !field.checkValidity()) continue;
      const value = FACTORS.some((factor) => factor === name) ? 2 ** Number(field.value) : Number(field.value);
      what[name] = field instanceof HTMLSelectElement ? field.value : value;
    }
    return what;
  }

  function show() {
    const entry = present();
    if (!entry) return;
    const { record, job } = entry;
    const workers = steps[Number(slider.value)];
    const what = asked();
    const prediction = predict(record, workers, what);
    count.textContent = plural(workers, 'worker');
    slider.setAttribute('aria-valuetext', plural(workers, 'worker'));
    for (const field of fields) {
      const output = field.parentElement?.querySelector('output');
      if (output) output.textContent = times(2 ** Number(field.value));
    }
    said.textContent = prediction ? describe(prediction, record) : 'This run tells too little to be carried over.';
    if (!prediction) return;
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
    held.tBodies[0].replaceChildren(...rows.map(({ other, measured, predicted, off, isWithin }) =>
      make('tr', {},
        make('td', { class: 'number' }, String(other.workers)),
        make('td', { class: 'number' }, times(measured)),
        make('td', { class: 'number' }, times(predicted)),
        make('td', { class: 'number' }, `${off < 0 ? '−' : '+'}${percent(Math.abs(off))}`),
        make('td', {}, isWithin ? 'within its band' : 'outside its band: doubt it'),
      )));
  }

  /** Which fields say something of this run, and what it had there. */
  function fill() {
    const entry = present();
    if (!entry) return;
    const { record } = entry;
    const { kind } = taskOf(record.task);
    for (const field of fields) {
      const name = field.dataset.what ?? '';
      const applies = name === 'count' || name === 'core' || (kind === 'waits' ? name === 'latency' || name === 'connections' : name in record.parameters);
      field.disabled = !applies;
      /** @type {HTMLElement} */ (field.closest('.field')).hidden = !applies;
      const parameter = parameterOf(name, record.task);
      if (name in record.parameters) field.value = String(record.parameters[name]);
      else field.value = name === 'count' ? String(record.inputs.length) : FACTORS.some((one) => one === name) ? '0' : '';
      if (parameter?.number && field instanceof HTMLInputElement) Object.assign(field, { min: parameter.number.min, max: parameter.number.max });
    }
  }

  function choose() {
    fill();
    show();
    hold();
  }

  byId('save-prediction', HTMLButtonElement).addEventListener('click', () => {
    const entry = present();
    const prediction = entry && predict(entry.record, steps[Number(slider.value)], asked());
    if (prediction) saveFile(new Blob([toTrace([prediction])], { type: 'application/json' }), 'easy-concurrency-prediction.json');
  });
  executor.addEventListener('change', choose);
  slider.addEventListener('input', show);
  for (const field of fields) field.addEventListener('input', show);

  return {
    /** What can be carried over is another now. */
    refresh() {
      const all = [...entries()].filter(({ record }) => predict(record, 1) !== null);
      section.hidden = all.length === 0;
      if (all.length === 0) return;
      const names = all.map(({ record }) => record.executor);
      const wanted = names.includes(/** @type {RunnerName} */ (executor.value)) ? executor.value : bestOf(names);
      executor.replaceChildren(...names.map((name) => make('option', { value: name, selected: name === wanted }, executorOf(name).label)));
      choose();
    },
    /** While something is measured nobody predicts.
     * @param {boolean} possible */
    enable(possible) {
      slider.disabled = executor.disabled = !possible;
      for (const field of fields) if (!(/** @type {HTMLElement} */ (field.closest('.field')).hidden)) field.disabled = !possible;
    },
  };
}

/** The one of which more workers do most.
 * @param {readonly RunnerName[]} names */
function bestOf(names) {
  return names.find((name) => executorOf(name).splits) ?? names.find((name) => executorOf(name).parallel) ?? names.at(-1);
}

/** @param {Prediction} prediction
 * @param {RunRecord} record */
function describe({ workers, timeMs, lowMs, highMs, workMs, spanMs, parallelism, spans }, { executor, beside }) {
  const { label, pool } = executorOf(executor);
  const who = pool ? `${label} on ${plural(workers, 'worker')}` : label;
  const range = highMs > lowMs * 1.005 ? ` (${shortTime(lowMs)} to ${shortTime(highMs)})` : '';
  const ratio = beside && beside.timesMs.length > 0 ? `, ${times(median(beside.timesMs) / timeMs)} as fast as the loop` : '';
  const bound = workers > parallelism ? `so ${plural(workers, 'worker')} can’t all be used` : 'so more workers could be used';
  const busy = new Set(spans.map(({ lane }) => lane)).size;
  const many = workers > MOST_LANES ? ` ${busy} of them would get something to do; lanes are drawn up to ${MOST_LANES} workers.` : '';
  const why = pool ? ` Work ${shortTime(workMs)} over span ${shortTime(spanMs)} is a parallelism of ${parallelism.toFixed(1)}, ${bound}.` : ' It has one worker, however many cores there are.';
  return `Predicted, not measured: ${who}, ${shortTime(timeMs)}${range}${ratio}.${why}${many}`;
}
