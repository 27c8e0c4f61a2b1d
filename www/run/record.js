// From the stream of events to the record of a finished run.

import { ratioOf } from '../statistics/ratio.js';
import { summaryOf } from '../statistics/summary.js';

/** @import {Environment, Fault, Job, RunEvent, RunRecord, Value} from '../types/shapes.js' */

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
  /** Why the series broke off. @type {Fault | null} */
  #fault = null;

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
        this.#fault = event.fault;
        this.#breakOff(event.repeat, event.fault);
        break;
    }
  }

  #expectResults() {
    this.#results = this.#job.inputs.map(() => null);
    this.#finished = new Set();
  }

  /** @param {Extract<RunEvent, {type: 'finished'}>} event */
  #finish({ index, repeat, value, fault, span }) {
    const input = this.#job.inputs[index];
    this.#finished.add(index);
    this.#results[index] = value;
    if (fault !== null) this.#record.failures.push({ repeat, input, fault });
    if (span) this.#record.spans.push({ repeat, input, ...span });
  }

  /** What was finished is kept, and the rest is named.
   * @param {number} repeat
   * @param {Fault} fault */
  #breakOff(repeat, fault) {
    if (!this.#isRepeating) {
      if (this.#record.repeats > 0) return;
      this.#expectResults();
    }
    this.#record.results = this.#results;
    this.#job.inputs.forEach((input, index) => {
      if (this.#finished.has(index)) return;
      this.#record.failures.push({ repeat: Math.max(1, repeat), input, fault: { code: 'unfinished', fault } });
    });
    this.#isRepeating = false;
  }

  /** The record as it stands, and what broke the series, if anything did. */
  finish() {
    const record = this.#record;
    const { beside, timesMs } = record;
    record.summary = summaryOf(timesMs);
    // Where the loop broke off, some have no other beside them.
    if (beside && (!beside.inTurn || beside.timesMs.length === timesMs.length)) {
      record.ratio = ratioOf(beside.timesMs, timesMs, beside.inTurn);
    }
    return { record, fault: this.#fault };
  }
}

/** Gathers one series' events; `finish` closes the record.
 * @param {Job} job
 * @param {Omit<Environment, 'flavour'>} environment */
export const createRecord = (job, environment) => new Recorder(job, environment);

/** `done` if the last repeat brought at least one result and nothing broke the run.
 * @param {RunRecord} record
 * @param {Fault | null} fault
 * @returns {'done' | 'failed'} */
export function outcomeOf(record, fault) {
  return fault === null && record.results.some((result) => result !== null) ? 'done' : 'failed';
}
