// From the stream of events to the record of a finished run.

import { nameFailure } from '../settings/job.js';
import { totalOf } from '../settings/tasks.js';
import { ratioOf } from '../statistics/ratio.js';
import { summaryOf } from '../statistics/summary.js';

/** @import {Environment, Job, RunEvent, RunRecord, Value} from '../types/shapes.js' */

/** @param {Job} job
 * @param {Omit<Environment, 'flavour'>} environment
 * @returns {RunRecord} */
function emptyRecord(job, environment) {
  const { task, executor, workers, inputs, ...parameters } = job;
  return {
    task,
    executor,
    workers,
    inputs,
    sizes: inputs,
    halves: null,
    parameters: /** @type {RunRecord['parameters']} */ (parameters),
    repeats: 0,
    stop: null,
    startupMs: null,
    prepaidMs: null,
    warmupMs: null,
    timesMs: [],
    beside: null,
    ratio: null,
    summary: null,
    results: inputs.map(() => null),
    total: null,
    failures: [],
    spans: [],
    environment: { ...environment, flavour: null },
  };
}

class Recorder {
  #job;
  #record;
  /** Those of the repeat that goes on. @type {(Value | null)[]} */
  #results = [];
  /** The inputs of that repeat that are done, by their places. @type {Set<number>} */
  #finished = new Set();
  #isRepeating = false;
  /** @type {{fault: string | null, file: string | null}} */
  #broken = { fault: null, file: null };

  /** @param {Job} job
   * @param {Omit<Environment, 'flavour'>} environment */
  constructor(job, environment) {
    this.#job = job;
    this.#record = emptyRecord(job, environment);
  }

  /** @param {RunEvent} event */
  handle(event) {
    const record = this.#record;
    switch (event.type) {
      case 'ready':
        record.startupMs = event.startupMs;
        record.prepaidMs = event.prepaidMs ?? 0;
        record.environment.flavour = event.flavour;
        break;
      case 'warm':
        record.warmupMs = event.warmupMs;
        break;
      case 'parts':
        record.sizes = event.sizes;
        record.halves = event.halves;
        break;
      case 'repeat':
        this.#expectResults();
        this.#isRepeating = true;
        break;
      case 'finished':
        this.#finish(event);
        break;
      case 'spans':
        for (const { index, ...span } of event.spans) {
          record.spans.push({ repeat: event.repeat, input: this.#job.inputs[index], ...span });
        }
        break;
      case 'report':
        record.repeats = event.repeat;
        record.timesMs.push(event.timeMs);
        record.results = event.results;
        this.#isRepeating = false;
        break;
      case 'series-end':
        record.stop = event.stop;
        record.beside = event.beside;
        break;
      case 'fault':
        this.#broken = { fault: event.message, file: event.file ?? null };
        this.#breakOff(event.repeat, event.message);
        break;
    }
  }

  #expectResults() {
    this.#results = this.#job.inputs.map(() => null);
    this.#finished = new Set();
  }

  /** @param {Extract<RunEvent, {type: 'finished'}>} event */
  #finish({ index, repeat, value, error, span }) {
    const input = this.#job.inputs[index];
    this.#finished.add(index);
    this.#results[index] = value;
    if (error !== null) this.#record.failures.push({ repeat, input, error });
    if (span) this.#record.spans.push({ repeat, input, ...span });
  }

  /** What was finished is kept, and the rest is named.
   * @param {number} repeat
   * @param {string} message */
  #breakOff(repeat, message) {
    if (!this.#isRepeating) {
      if (this.#record.repeats > 0) return;
      this.#expectResults();
    }
    const { task, inputs } = this.#job;
    this.#record.results = this.#results;
    inputs.forEach((input, index) => {
      if (this.#finished.has(index)) return;
      const error = nameFailure(task, input, `not finished, because ${message}`);
      this.#record.failures.push({ repeat: Math.max(1, repeat), input, error });
    });
    this.#isRepeating = false;
  }

  /** The record as it stands, and what broke the series, if anything did. */
  finish() {
    const record = this.#record;
    const { beside, timesMs } = record;
    record.summary = summaryOf(timesMs);
    record.total = totalOf(record.task, record.results);
    // Where the loop broke off, some have no other beside them.
    if (beside && (!beside.inTurn || beside.timesMs.length === timesMs.length)) {
      record.ratio = ratioOf(beside.timesMs, timesMs, beside.inTurn);
    }
    return { record, ...this.#broken };
  }
}

/** Gathers one series' events; `finish` closes the record.
 * @param {Job} job
 * @param {Omit<Environment, 'flavour'>} environment */
export const createRecord = (job, environment) => new Recorder(job, environment);

/** `done` if the last repeat brought at least one result and nothing broke the run.
 * @param {RunRecord} record
 * @param {string | null} fault
 * @returns {'done' | 'failed'} */
export function outcomeOf(record, fault) {
  return fault === null && record.results.some((result) => result !== null) ? 'done' : 'failed';
}
