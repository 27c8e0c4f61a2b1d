import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createBook } from '../../www/run/book.js';
import { createRecord, outcomeOf } from '../../www/run/record.js';
import { startRun } from '../../www/run/run.js';
import { next } from '../../www/run/state.js';
import { planComparison, planRun } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';

const ENVIRONMENT = { userAgent: 'test', cores: 2, crossOriginIsolated: true, timerResolutionMs: 0.005 };
const setupOf = (search) => parse(search, 2).setup;

/** Nothing is drawn here. */
const PACE = { pause: () => Promise.resolve(), measure() {}, rest() {}, end() {} };

/** A coordinator that answers at once. `breakAt` is the repeat in which it breaks. */
function fakeStart({ breakAt = Infinity, timeMs = null, ended = [], started = [] } = {}) {
  return (job, listen) => {
    let repeats = 0;
    let over = false;
    const say = (message) => queueMicrotask(() => !over && listen(message));
    started.push(job.executor);
    say({ type: 'ready', startupMs: 5, flavour: 'plain' });
    say({ type: 'warm', warmupMs: 2 });
    return {
      repeat() {
        repeats += 1;
        const span = { lane: 0, startMs: 0, endMs: 1, waits: [] };
        say({ type: 'finished', index: 0, atMs: 1, value: 0, error: null, blob: null, span });
        if (repeats >= breakAt) return say({ type: 'fault', message: 'it broke' });
        job.inputs.slice(1).forEach((_, index) => {
          say({ type: 'finished', index: index + 1, atMs: 1, value: null, error: 'no', blob: null, span: null });
        });
        say({ type: 'report', timeMs: timeMs ?? repeats, results: job.inputs.map((_, index) => (index ? null : 0)) });
      },
      end() {
        over = true;
        ended.push(job.executor);
      },
    };
  };
}

function follow(plan, start, pace = PACE) {
  const events = [];
  const entries = [];
  const book = createBook(() => ENVIRONMENT, () => false, (entry) => entries.push(entry));
  return new Promise((resolve) => {
    const run = startRun(
      plan,
      (event) => {
        events.push(event);
        book(event);
        if (event.type === 'end') resolve({ events, entries });
      },
      pace,
      start,
    );
    follow.run = run;
  });
}

test('a run is begun, made ready, repeated and ended, in this order', async () => {
  const { events } = await follow(planRun(setupOf('?n=1&repeats=2')), fakeStart());
  assert.deepEqual(events.map(({ type }) => type), [
    'begin', 'starting', 'ready', 'warm',
    'repeat', 'started-repeat', 'finished', 'report', 'measured',
    'repeat', 'started-repeat', 'finished', 'report', 'measured', 'series-end', 'end',
  ]);
});

test('nothing is drawn while workers start or a repeat is measured, and what was there has been drawn before', async () => {
  const said = [];
  const pace = {
    async pause() {
      said.push('pause');
      await new Promise((resolve) => setTimeout(resolve, 1));
      said.push('drawn');
    },
    measure: () => said.push('measure'),
    rest: () => said.push('rest'),
    end: () => said.push('end'),
  };
  await follow(planRun(setupOf('?n=1&repeats=2')), fakeStart(), pace);
  const repeat = ['pause', 'drawn', 'measure', 'rest'];
  assert.deepEqual(said, ['measure', 'rest', 'pause', 'drawn', ...repeat, ...repeat, 'end']);
});

test('on auto, a series is repeated until its figure is sure, and says so', async () => {
  const { entries } = await follow(planComparison(setupOf('?n=1'), ['map']), fakeStart({ timeMs: 40 }));
  assert.deepEqual(entries.map(({ record }) => [record.executor, record.repeats, record.stop]), [
    ['map', 5, 'sure'], ['loop', 5, 'beside'],
  ]);
});

test('its record holds every repeat’s time, outcome and span', async () => {
  const { entries } = await follow(planRun(setupOf('?n=2&repeats=3')), fakeStart());
  const [{ record, fault }] = entries;
  assert.equal(fault, null);
  assert.deepEqual(record.timesMs, [1, 2, 3]);
  assert.deepEqual([record.repeats, record.stop, record.startupMs, record.warmupMs], [3, 'asked', 5, 2]);
  assert.equal(record.environment.flavour, 'plain');
  assert.deepEqual(record.results, [0, null]);
  assert.deepEqual(record.failures.map(({ repeat, input }) => [repeat, input]), [[1, 2], [2, 2], [3, 2]]);
  assert.deepEqual(record.spans.map(({ repeat, input }) => [repeat, input]), [[1, 1], [2, 1], [3, 1]]);
});

test('what was finished before a fault is kept, and the rest is named', async () => {
  const { entries, events } = await follow(planRun(setupOf('?n=3&repeats=5')), fakeStart({ breakAt: 2 }));
  const [{ record, fault }] = entries;
  assert.equal(fault, 'it broke');
  assert.equal(record.repeats, 1);
  assert.deepEqual(record.results, [0, null, null]);
  const named = record.failures.filter(({ repeat }) => repeat === 2);
  assert.deepEqual(named.map(({ input }) => input), [2, 3]);
  assert.match(named[0].error, /fib\(2\): not finished, because it broke/);
  assert.equal(outcomeOf(record, fault), 'failed');
  assert.equal(events.at(-1).type, 'end');
});

test('a fault before the first repeat names every input', () => {
  const { job } = planRun(setupOf('?n=2')).series[0];
  const record = createRecord(job, ENVIRONMENT);
  record.handle({ type: 'fault', message: 'no workers', series: 0, repeat: 0 });
  assert.equal(record.finish().record.failures.length, 2);
});

test('one executor that breaks does not keep the others from running', async () => {
  const start = fakeStart();
  const broken = fakeStart({ breakAt: 1 });
  const { entries } = await follow(planComparison(setupOf('?n=2&repeats=2'), ['map', 'async']), (job, listen) =>
    (job.executor === 'map' ? broken : start)(job, listen),
  );
  assert.deepEqual(entries.map(({ record, fault }) => [record.executor, fault]).sort(), [
    ['async', null], ['loop', null], ['map', 'it broke'],
  ]);
});

test('each executor remembers the loop’s times of its own turns', async () => {
  const { entries } = await follow(planComparison(setupOf('?n=2&repeats=2'), ['map', 'async']), fakeStart());
  const beside = Object.fromEntries(entries.map(({ record }) => [record.executor, record.beside?.timesMs ?? null]));
  assert.deepEqual(beside, { loop: null, map: [1, 2], async: [3, 4] });
  assert.equal(entries.find(({ record }) => record.executor === 'async')?.record.ratio?.value, 3.5 / 1.5);
});

test('executors that wait are compared with the loop that ran before them', async () => {
  const { entries } = await follow(planComparison(setupOf('?task=pictures&count=2&repeats=2'), ['async']), fakeStart());
  const { record } = entries[1];
  assert.deepEqual(record.beside, { timesMs: [1, 2], inTurn: false });
  assert.equal(record.ratio?.value, 1);
});

test('cancelling ends every worker at once, and nothing follows', async () => {
  const ended = [];
  const started = [];
  const promise = follow(planComparison(setupOf('?n=2&repeats=50')), fakeStart({ ended, started }));
  // Far enough for two workers, not for the end.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  follow.run.cancel();
  const { events } = await promise;
  const count = events.length;
  assert.deepEqual(ended, started);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(events.length, count);
  assert.deepEqual(events.at(-1), { type: 'end', cancelled: true });
});

test('whenever it is cancelled, the page may draw again afterwards', async () => {
  for (let turns = 0; turns < 30; turns += 1) {
    const said = [];
    const say = (what) => () => said.push(what);
    const pace = { pause: async () => void said.push('pause'), measure: say('measure'), rest: say('rest'), end: say('end') };
    const promise = follow(planRun(setupOf('?n=2&repeats=9')), fakeStart(), pace);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    follow.run.cancel();
    await promise;
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(said.at(-1), 'end', `${turns} turns: ${said}`);
  }
});

test('workers start before anything is told, and cancelled then, they end and the run is told as cancelled', async () => {
  const started = [];
  const ended = [];
  const events = [];
  const run = startRun(planRun(setupOf('')), (event) => events.push(event.type), PACE, fakeStart({ started, ended }));
  assert.deepEqual([started, events], [['loop'], []]);
  run.cancel();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(ended, started);
  assert.deepEqual(events, ['begin', 'starting', 'end']);
});

test('the state goes from loading to ready, running and an outcome', () => {
  let state = next('loading', { type: 'settled' });
  assert.equal(state, 'ready');
  state = next(state, { type: 'start' });
  assert.equal(state, 'running');
  assert.equal(next(state, { type: 'settled' }), 'running');
  assert.equal(next(state, { type: 'over', outcome: 'cancelled' }), 'cancelled');
  assert.equal(next('done', { type: 'start' }), 'running');
});
