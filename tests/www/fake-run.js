// A controller whose coordinators, drawing and page are played, so that runs can be tested without a browser.

import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';

import { watchErrors } from '../../www/entries/errors.js';
import { Controller } from '../../www/run/controller.js';
import { parse } from '../../www/settings/parameters.js';

export const ENVIRONMENT = { userAgent: 'test', cores: 2, crossOriginIsolated: true, timerResolutionMs: 0.005 };
export const setupOf = (search) => parse(search, 2).setup;

/** What a coordinator breaks by. */
export const IT_BROKE = { code: 'thrown', cause: 'it broke' };

/** Nothing is drawn here. */
export const PACE = { pause: () => Promise.resolve(), measure() {}, rest() {}, end() {} };

/** Fires an event at the page, as browsers do at its window. */
export const fire = (type, properties) => window.dispatchEvent(Object.assign(new Event(type), properties));

/** Starts coordinators that answer at once. `breakAt` is the repeat in which one breaks, all or those `broken`; `hang` one that is never
 * over; `timeOf` says how long a repeat takes, if not as many milliseconds as there have been. */
export function fakeStart({ breakAt = Infinity, broken = null, hang = Infinity, timeOf = (_executor, repeat) => repeat } = {}) {
  const started = [];
  const ended = [];
  function start(job, listen) {
    let repeats = 0;
    let over = false;
    const say = (message) => queueMicrotask(() => !over && listen(message));
    started.push(job.executor);
    say({ type: 'ready', startupMs: 5, prepaidMs: 1, sharedMs: 4, flavour: 'plain' });
    say({ type: 'warm', warmupMs: 2 });
    return {
      repeat() {
        repeats += 1;
        const span = { lane: 0, startMs: 0, endMs: 1, waits: [] };
        say({ type: 'finished', index: 0, atMs: 1, value: 0, fault: null, blob: null, span });
        if (repeats >= hang) return;
        if (repeats >= breakAt && (broken ?? [job.executor]).includes(job.executor)) return say({ type: 'fault', fault: IT_BROKE });
        job.inputs.slice(1).forEach((_, index) => {
          say({ type: 'finished', index: index + 1, atMs: 1, value: null, fault: { code: 'lost' }, blob: null, span: null });
        });
        say({ type: 'report', timeMs: timeOf(job.executor, repeats), results: job.inputs.map((_, index) => (index ? null : 0)) });
      },
      end() {
        if (!over) ended.push(job.executor);
        over = true;
      },
    };
  }
  return Object.assign(start, { started, ended, assertAllEnded: () => assert.deepEqual([...ended].sort(), [...started].sort()) });
}

/** A page with a controller: what its last view heard, what the page said, and what its console shows. `views` come before that
 * one. */
export function createPage({ start = fakeStart(), views = [], environment = () => ENVIRONMENT, ...others } = {}) {
  const seen = { events: [], looks: [], entries: [], results: [], changes: [], warnings: [], reported: [] };
  globalThis.window = new EventTarget();
  globalThis.reportError = (error) => {
    seen.reported.push(error);
    fire('error', { error });
  };
  const heard = new EventEmitter();
  const last = {
    changed: ({ phase, state }) => seen.changes.push(phase === 'idle' || phase === 'running' ? state : phase),
    handle(event) {
      seen.events.push(event);
      heard.emit(event.type);
    },
    look: (entries, _plan, rounds) => seen.looks.push({ entries, rounds }),
    add: (entry) => seen.entries.push(entry),
    over: (result) => void seen.results.push(result),
  };
  const parts = { pace: PACE, whenDrawn: () => Promise.resolve(), isHidden: () => false, ...others, start };
  const controller = new Controller(environment, [...views, last], parts);
  watchErrors(controller, { warn: (warnings) => seen.warnings.push(...warnings.map(({ text }) => text)) });
  controller.settle();
  /** Resolves with the last result when nothing goes on. */
  const over = () => controller.whenIdle().then(() => seen.results.at(-1));
  const press = (prepare) => {
    controller.press(prepare);
    return over();
  };
  return {
    controller,
    start,
    ...seen,
    types: () => seen.events.map(({ type }) => type),
    outcomes: () => seen.results.map(({ outcome }) => outcome),
    press,
    over,
    run: (plan) => press(() => plan),
    cancel() {
      controller.cancel();
      return over();
    },
    /** Resolves at the next event of this type. */
    when: (type) => once(heard, type),
  };
}
