// From the stream of events to the record of a finished run.

import { nameFailure } from '../settings/job.js';
import { ratioOf } from '../statistics/ratio.js';
import { summaryOf } from '../statistics/summary.js';

/** @import {Beside, Environment, Job, RunEvent, RunRecord, Value} from '../types/shapes.js' */

/** Gathers one series' events; `finish` closes the record.
 * @param {Job} job
 * @param {Omit<Environment, 'flavour'>} environment */
export function createRecord(job, environment) {
  const { task, executor, workers, inputs, ...parameters } = job;
  /** @type {RunRecord} */
  const record = {
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
    results: job.inputs.map(() => null),
    failures: [],
    spans: [],
    environment: { ...environment, flavour: null },
  };
  /** @type {(Value | null)[]} */
  let results = [];
  /** @type {Set<number>} */
  let finished = new Set();
  /** @type {string | null} */
  let fault = null;
  /** @type {string | null} */
  let file = null;
  let repeating = false;

  /** @param {RunEvent} event */
  function handle(event) {
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
        results = job.inputs.map(() => null);
        finished = new Set();
        repeating = true;
        break;
      case 'finished': {
        const input = job.inputs[event.index];
        finished.add(event.index);
        results[event.index] = event.value;
        if (event.error !== null) record.failures.push({ repeat: event.repeat, input, error: event.error });
        if (event.span) record.spans.push({ repeat: event.repeat, input, ...event.span });
        break;
      }
      case 'spans':
        for (const { index, ...span } of event.spans) {
          record.spans.push({ repeat: event.repeat, input: job.inputs[index], ...span });
        }
        break;
      case 'report':
        record.repeats = event.repeat;
        record.timesMs.push(event.timeMs);
        record.results = event.results;
        repeating = false;
        break;
      case 'measured':
        if (event.besideMs === null) break;
        record.beside ??= { timesMs: [], inTurn: true };
        record.beside.timesMs.push(event.besideMs);
        break;
      case 'series-end':
        record.stop = event.stop;
        break;
      case 'fault':
        fault = event.message;
        file = event.file ?? null;
        breakOff(event.repeat, event.message);
        break;
    }
  }

  /** What was finished is kept, and the rest is named.
   * @param {number} repeat
   * @param {string} message */
  function breakOff(repeat, message) {
    if (!repeating) {
      if (record.repeats > 0) return;
      results = job.inputs.map(() => null);
      finished = new Set();
    }
    record.results = results;
    job.inputs.forEach((input, index) => {
      if (finished.has(index)) return;
      record.failures.push({
        repeat: Math.max(1, repeat),
        input,
        error: nameFailure(job.task, input, `not finished, because ${message}`),
      });
    });
    repeating = false;
  }

  return {
    handle,
    /** The record as it stands, and what broke the run, if anything did.
     * @param {Beside | null} [loop] what it is compared with, if not with a loop in turn */
    finish(loop = null) {
      record.beside ??= loop;
      const { beside, timesMs } = record;
      record.summary = summaryOf(timesMs);
      // Where the loop broke off, some have no other beside them.
      if (beside && (!beside.inTurn || beside.timesMs.length === timesMs.length)) {
        record.ratio = ratioOf(beside.timesMs, timesMs, beside.inTurn);
      }
      return { record, fault, file };
    },
  };
}

/** `done` if the last repeat brought at least one result and nothing broke the run.
 * @param {RunRecord} record
 * @param {string | null} fault
 * @returns {'done' | 'failed'} */
export function outcomeOf(record, fault) {
  return fault === null && record.results.some((result) => result !== null) ? 'done' : 'failed';
}
