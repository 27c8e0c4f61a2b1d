// From the stream of events to the record of a finished run.

import { laneCount } from '../settings/job.js';
import { totalOf } from '../settings/tasks.js';
import { slackOf } from '../statistics/critical-path.js';
import { missesAt } from '../statistics/interval.js';
import { ratioOf } from '../statistics/ratio.js';
import { summaryOf } from '../statistics/summary.js';
import { Repeats } from './repeats.js';

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
    sizes: inputs,
    halves: null,
    parameters: /** @type {RunRecord['parameters']} */ (parameters),
    repeats: 0,
    stop: null,
    startupMs: null,
    prepaidMs: null,
    sharedMs: null,
    warmupMs: null,
    timesMs: [],
    beside: null,
    ratio: null,
    looks: 0,
    summary: null,
    results: inputs.map(() => null),
    total: null,
    sharedTotals: [],
    failures: [],
    facts: [],
    work: [],
    spans: [],
    environment: { ...environment, flavour: null },
  };
}

class Recorder {
  #job;
  #record;
  #repeats;
  /** Those of the repeat that goes on. @type {(Value | null)[]} */
  #results = [];
  /** The inputs of that repeat that are done, by their places. @type {Set<number>} */
  #finished = new Set();
  #isRepeating = false;
  /** Nothing has failed in it. */
  #isSound = true;
  /** Why the series broke off. @type {Fault | null} */
  #fault = null;

  /** @param {Job} job
   * @param {Omit<Environment, 'flavour'>} environment
   * @param {RunRecord} [earlier] what it goes on with */
  constructor(job, environment, earlier) {
    this.#job = job;
    this.#record = earlier ? { ...copyOf(earlier), stop: null } : emptyRecord(job, environment);
    this.#repeats = new Repeats({ inputs: job.inputs, lanes: laneCount(job), slackMs: slackOf(environment.timerResolutionMs) }, earlier);
  }

  /** @param {RunEvent} event */
  handle(event) {
    const record = this.#record;
    switch (event.type) {
      case 'ready':
        record.startupMs ??= event.startupMs;
        record.prepaidMs ??= event.prepaidMs;
        record.sharedMs ??= event.sharedMs;
        record.environment.flavour = event.flavour;
        break;
      case 'warm':
        record.warmupMs ??= event.warmupMs;
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
          this.#repeats.add({ repeat: event.repeat, input: this.#job.inputs[index], ...span });
        }
        break;
      case 'report':
        record.repeats = event.repeat;
        record.timesMs.push(event.timeMs);
        record.results = event.results;
        if (event.sharedTotal !== undefined) record.sharedTotals.push(event.sharedTotal);
        this.#repeats.close(event.timeMs, this.#isSound);
        this.#isRepeating = false;
        break;
      case 'series-end':
        record.stop = event.stop;
        this.compare(event.beside, event.looks);
        break;
      case 'fault':
        this.#fault = event.fault;
        this.#breakOff(event.repeat, event.fault);
        break;
    }
  }

  /** What it is compared with, at a look or at its end.
   * @param {RunRecord['beside']} beside
   * @param {number} looks how often one looked by now */
  compare(beside, looks) {
    Object.assign(this.#record, { beside, looks });
  }

  #expectResults() {
    this.#results = this.#job.inputs.map(() => null);
    this.#finished = new Set();
    this.#isSound = true;
  }

  /** @param {Extract<RunEvent, {type: 'finished'}>} event */
  #finish({ index, repeat, value, fault, span }) {
    const input = this.#job.inputs[index];
    this.#finished.add(index);
    this.#results[index] = value;
    if (fault !== null) {
      this.#record.failures.push({ repeat, input, fault });
      this.#isSound = false;
    }
    if (span) this.#repeats.add({ repeat, input, ...span });
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

  /** The record as it stands at a look, and what broke the series, if anything did. */
  soFar() {
    const record = { ...copyOf(this.#record), ...this.#repeats.soFar() };
    const { beside, timesMs, looks } = record;
    record.summary = summaryOf(timesMs);
    record.total = totalOf(record.task, record.results, record.sharedTotals[record.repeats - 1]);
    // Where the loop broke off, some rounds have none beside them.
    const isWhole = beside?.timesMs.length === timesMs.length;
    record.ratio = isWhole ? ratioOf(beside.timesMs, timesMs, true, missesAt(Math.max(1, looks))) : null;
    return { record, fault: this.#fault };
  }
}

/** A record that goes on apart from that one.
 * @param {RunRecord} record
 * @returns {RunRecord} */
function copyOf(record) {
  const { timesMs, sharedTotals, failures, environment } = record;
  return { ...record, timesMs: [...timesMs], sharedTotals: [...sharedTotals], failures: [...failures], environment: { ...environment } };
}

/** Gathers one series' events into a record.
 * @param {Job} job
 * @param {Omit<Environment, 'flavour'>} environment
 * @param {RunRecord} [earlier] what it goes on with */
export const createRecord = (job, environment, earlier) => new Recorder(job, environment, earlier);
