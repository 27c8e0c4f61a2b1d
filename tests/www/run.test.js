// A run from its press to its records.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { createRecord, outcomeOf } from '../../www/run/record.js';
import { planComparison, planRun } from '../../www/settings/job.js';
import { createPage, ENVIRONMENT, fakeStart, IT_BROKE, PACE, setupOf } from './fake-run.js';

/** Runs a plan to its end, with coordinators that behave unless others are given. */
async function follow(plan, start = fakeStart(), others = {}) {
  const page = createPage({ start, ...others });
  await page.run(plan);
  return page;
}

test('a run is begun, made ready, repeated and ended, in this order', async () => {
  const { types } = await follow(planRun(setupOf('?n=1&repeats=2')));
  assert.deepEqual(types(), [
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
      await new Promise((resolve) => setImmediate(resolve));
      said.push('drawn');
    },
    measure: () => said.push('measure'),
    rest: () => said.push('rest'),
    end: () => said.push('end'),
  };
  await follow(planRun(setupOf('?n=1&repeats=2')), fakeStart(), { pace });
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
  const { entries } = await follow(planRun(setupOf('?n=2&repeats=3')));
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
  assert.deepEqual(fault, IT_BROKE);
  assert.equal(record.repeats, 1);
  assert.deepEqual(record.results, [0, null, null]);
  const named = record.failures.filter(({ repeat }) => repeat === 2);
  assert.deepEqual(named.map(({ input }) => input), [2, 3]);
  assert.deepEqual(named[0].fault, { code: 'unfinished', fault: IT_BROKE });
  assert.equal(outcomeOf(record, fault), 'failed');
  assert.equal(events.at(-1).type, 'end');
});

test('a fault before the first repeat names every input', () => {
  const { job } = planRun(setupOf('?n=2')).series[0];
  const record = createRecord(job, ENVIRONMENT);
  record.handle({ type: 'fault', fault: { code: 'worker-not-started', cause: 'no workers' }, series: 0, repeat: 0 });
  assert.equal(record.finish().record.failures.length, 2);
});

test('one executor that breaks does not keep the others from running', async () => {
  const start = fakeStart();
  const broken = fakeStart({ breakAt: 1 });
  const { entries } = await follow(planComparison(setupOf('?n=2&repeats=2'), ['map', 'async']), (job, listen) =>
    (job.executor === 'map' ? broken : start)(job, listen),
  );
  assert.deepEqual(entries.map(({ record, fault }) => [record.executor, fault]).sort(), [
    ['async', null], ['loop', null], ['map', IT_BROKE],
  ]);
});

test('each executor remembers the loop’s times of its own turns', async () => {
  const { entries } = await follow(planComparison(setupOf('?n=2&repeats=2'), ['map', 'async']));
  const beside = Object.fromEntries(entries.map(({ record }) => [record.executor, record.beside?.timesMs ?? null]));
  assert.deepEqual(beside, { loop: null, map: [1, 2], async: [3, 4] });
  assert.equal(entries.find(({ record }) => record.executor === 'async')?.record.ratio?.value, 3.5 / 1.5);
});

test('executors that wait are compared with the loop that ran before them', async () => {
  const { entries } = await follow(planComparison(setupOf('?task=pictures&count=2&repeats=2'), ['async']));
  const { record } = entries[1];
  assert.deepEqual(record.beside, { timesMs: [1, 2], inTurn: false });
  assert.equal(record.ratio?.value, 1);
});

test('cancelling ends every worker at once, and nothing follows', async () => {
  const page = createPage();
  const isMeasured = page.when('measured');
  const over = page.run(planComparison(setupOf('?n=2&repeats=50')));
  await isMeasured;
  page.controller.cancel();
  page.start.assertAllEnded();
  assert.ok(page.start.started.length > 1);
  const heard = page.events.length;
  await over;
  assert.deepEqual(page.events.slice(heard), [{ type: 'end', cancelled: true }]);
});

test('whenever it is cancelled, the page may draw again afterwards', async () => {
  for (let turns = 0; turns < 30; turns += 1) {
    const said = [];
    const say = (what) => () => said.push(what);
    const pace = { pause: async () => void said.push('pause'), measure: say('measure'), rest: say('rest'), end: say('end') };
    const page = createPage({ pace });
    const over = page.run(planRun(setupOf('?n=2&repeats=9')));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    page.controller.cancel();
    await over;
    assert.equal(said.at(-1), 'end', `${turns} turns: ${said}`);
    page.start.assertAllEnded();
  }
});

test('workers start before the page shows anything, and cancelled then, they end and the run is told as cancelled', async () => {
  const start = fakeStart();
  const startedBefore = [];
  const page = createPage({ start, views: [{ changed: ({ phase }) => startedBefore.push([phase, start.started.length]) }] });
  const over = page.run(planRun(setupOf('')));
  assert.deepEqual([startedBefore, page.types()], [[['idle', 0], ['running', 1]], []]);
  page.controller.cancel();
  await over;
  page.start.assertAllEnded();
  assert.deepEqual(page.types(), ['begin', 'starting', 'end']);
});

test('workers that take long to get ready are shown while they start', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const silent = () => ({ repeat() {}, end() {} });
  const page = createPage({ start: silent });
  const isBegun = page.when('begin');
  const over = page.run(planRun(setupOf('')));
  mock.timers.tick(50);
  await isBegun;
  assert.equal(page.controller.state, 'running');
  page.controller.cancel();
  await over;
  mock.timers.reset();
});
