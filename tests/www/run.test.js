// A run from its press to its records.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { createRecord } from '../../www/run/record.js';
import { Schedule } from '../../www/run/schedule.js';
import { planComparison, planLonger, planRun } from '../../www/settings/job.js';
import { createPage, ENVIRONMENT, fakeStart, IT_BROKE, PACE, setupOf } from './fake-run.js';

/** Runs a plan to its end, with coordinators that behave unless others are given. */
async function follow(plan, start = fakeStart(), others = {}) {
  const page = createPage({ start, ...others });
  await page.run(plan);
  return page;
}

/** A pace that keeps what it was told. */
function listened(pause) {
  const said = [];
  return { said, pace: { pause, ...Object.fromEntries(['measure', 'rest', 'end'].map((what) => [what, () => said.push(what)])) } };
}

test('a run is begun, made ready, repeated and ended, in this order', async () => {
  const { types } = await follow(planRun(setupOf('?n=1&repeats=2')));
  assert.deepEqual(types(), [
    'begin', 'starting', 'ready', 'warm',
    'repeat', 'started-repeat', 'finished', 'report',
    'repeat', 'started-repeat', 'finished', 'report', 'series-end', 'end',
  ]);
});

test('nothing is drawn while workers start or a repeat is measured, and what was there has been drawn before', async () => {
  const { said, pace } = listened(async () => {
    said.push('pause');
    await new Promise((resolve) => setImmediate(resolve));
    said.push('drawn');
  });
  await follow(planRun(setupOf('?n=1&repeats=2')), fakeStart(), { pace });
  const repeat = ['pause', 'drawn', 'measure', 'rest'];
  assert.deepEqual(said, ['measure', 'rest', 'pause', 'drawn', ...repeat, ...repeat, 'end']);
});

test('all executors of a comparison start first, run in rounds, and end together', async () => {
  const { types, events, start } = await follow(planComparison(setupOf('?n=1&repeats=3'), ['map', 'async']));
  assert.deepEqual(start.started, ['loop', 'map', 'async']);
  const repeats = events.filter(({ type }) => type === 'started-repeat').map(({ series }) => series);
  for (const round of [0, 3, 6]) assert.deepEqual(repeats.slice(round, round + 3).sort(), [0, 1, 2]);
  assert.ok(types().lastIndexOf('warm') < types().indexOf('repeat'));
  assert.deepEqual(types().slice(-4), ['series-end', 'series-end', 'series-end', 'end']);
});

test('on auto, rounds go on until all figures are sure, and the record says so', async () => {
  const { entries } = await follow(planComparison(setupOf('?n=1'), ['map']), fakeStart({ timeOf: () => 40 }));
  assert.deepEqual(entries.map(({ record }) => [record.executor, record.repeats, record.stop, record.looks]), [
    ['loop', 3, 'sure', 1], ['map', 3, 'sure', 1],
  ]);
});

test('what is known is shown after one round without intervals, and after three with them', async () => {
  const timeOf = (executor, repeat) => (executor === 'loop' ? 100 : 50) + repeat;
  const { looks } = await follow(planComparison(setupOf('?n=1&repeats=4'), ['map', 'async']), fakeStart({ timeOf }));
  assert.deepEqual(looks.map(({ rounds, entries }) => [rounds, ...entries.map(({ record }) => record.timesMs.length)]), [[1, 1, 1, 1], [3, 3, 3, 3]]);
  const [first, third] = looks.map(({ entries }) => entries[1].record);
  assert.deepEqual([first.ratio, first.beside.timesMs], [{ value: 101 / 51, low: null, high: null }, [101]]);
  assert.ok(third.ratio.low < third.ratio.value && third.ratio.value < third.ratio.high);
});

test('its record holds every repeat’s time, outcome and facts, and the spans of the one that is shown and of the last', async () => {
  const { entries } = await follow(planRun(setupOf('?n=2&repeats=3')));
  const [{ record, fault }] = entries;
  assert.deepEqual([fault, record.repeats, record.stop, record.startupMs, record.warmupMs], [null, 3, 'asked', 5, 2]);
  assert.deepEqual([record.timesMs, record.results, record.environment.flavour], [[1, 2, 3], [0, null], 'plain']);
  assert.deepEqual(record.failures.map(({ repeat, input }) => [repeat, input]), [[1, 2], [2, 2], [3, 2]]);
  assert.deepEqual(record.facts.map(({ tasks, timeMs }) => [tasks, timeMs]), [[1, 1], [1, 2], [1, 3]]);
  assert.deepEqual(record.spans.map(({ repeat, input }) => [repeat, input]), [[2, 1], [3, 1]]);
  assert.deepEqual(record.work, [], 'an input failed in each');
});

test('what was finished before a fault is kept, and the rest is named', async () => {
  const { entries, events, outcomes } = await follow(planRun(setupOf('?n=3&repeats=5')), fakeStart({ breakAt: 2 }));
  const [{ record, fault }] = entries;
  assert.deepEqual([fault, record.repeats, record.results], [IT_BROKE, 1, [0, null, null]]);
  const named = record.failures.filter(({ repeat }) => repeat === 2);
  assert.deepEqual(named.map(({ input }) => input), [2, 3]);
  assert.deepEqual(named[0].fault, { code: 'unfinished', fault: IT_BROKE });
  assert.deepEqual(outcomes(), ['failed']);
  assert.equal(events.at(-1).type, 'end');
});

test('a fault before the first repeat names every input', () => {
  const { job } = planRun(setupOf('?n=2')).series[0];
  const record = createRecord(job, ENVIRONMENT);
  record.handle({ type: 'fault', fault: { code: 'worker-not-started', cause: 'no workers' }, series: 0, repeat: 0 });
  assert.equal(record.soFar().record.failures.length, 2);
});

test('each executor remembers the loop’s times of its rounds, and its ratio is the median of theirs', async () => {
  for (const search of ['?n=2&repeats=3', '?task=pictures&count=2&repeats=3']) {
    const timeOf = (executor, repeat) => (executor === 'loop' ? [10, 40, 30] : [10, 10, 20])[repeat - 1];
    const { entries } = await follow(planComparison(setupOf(search), ['map', 'async']), fakeStart({ timeOf }));
    const [loop, ...others] = entries.map(({ record }) => record);
    assert.deepEqual([loop.beside, loop.ratio], [null, null]);
    for (const { beside, ratio } of others) assert.deepEqual([beside, ratio.value], [{ timesMs: [10, 40, 30], inTurn: true }, 1.5]);
  }
});

test('one executor that breaks does not keep the others from running, which have no ratio where it is the loop', async () => {
  for (const [broken, ratios] of [['map', [null, { value: 1, low: null, high: null }, { value: 1, low: 1, high: 1 }]], ['loop', [null, null, null]]]) {
    const start = fakeStart({ breakAt: 2, broken: [broken] });
    const { entries } = await follow(planComparison(setupOf('?n=2&repeats=4'), ['map', 'async']), start);
    const about = Object.fromEntries(entries.map(({ record, fault }) => [record.executor, [fault, record.repeats, record.stop]]));
    const whole = [null, 4, 'asked'];
    assert.deepEqual(about, { loop: whole, map: whole, async: whole, [broken]: [IT_BROKE, 1, null] });
    const byName = Object.fromEntries(entries.map(({ record }) => [record.executor, record.ratio]));
    assert.deepEqual(['loop', 'map', 'async'].map((name) => byName[name]), ratios);
  }
});

/** Measures a plan, and then longer, which starts up in 99 ms. */
async function measureLonger(plan, second = {}) {
  const { entries } = await follow(plan);
  const start = fakeStart(second);
  const slowly = (job, listen) => start(job, (message) => listen(message.type === 'ready' ? { ...message, startupMs: 99 } : message));
  return { entries, again: await follow(planLonger(plan, entries), slowly) };
}

test('measuring longer adds to what was measured, numbered on, and keeps the first start-up', async () => {
  const { entries, again } = await measureLonger(planComparison(setupOf('?n=2&repeats=2'), ['map']));
  for (const { record } of again.entries) {
    assert.deepEqual([record.timesMs, record.repeats, record.looks, record.startupMs], [[1, 2, 1, 2], 4, 3, 5]);
    assert.deepEqual(record.failures.map(({ repeat }) => repeat), [1, 2, 3, 4]);
  }
  assert.deepEqual(again.entries[1].record.beside.timesMs, [1, 2, 1, 2]);
  assert.deepEqual(again.events.filter(({ type, series }) => type === 'repeat' && series === 1).map(({ repeat }) => repeat), [3, 4]);
  assert.deepEqual(entries[1].record.timesMs, [1, 2], 'the earlier record stays as it was');
});

test('series whose workers break in their third round, before a look, have no interval that claims too much', async () => {
  const start = fakeStart({ timeOf: (executor, repeat) => (executor === 'loop' ? 100 : 50) + repeat });
  const listeners = [];
  let repeats = 0;
  const together = (job, listen) => {
    listeners.push(listen);
    const { repeat, end } = start(job, listen);
    const breakAll = () => listeners.forEach((tell) => tell({ type: 'fault', fault: IT_BROKE }));
    return { end, repeat: () => ((repeats += 1) === 9 ? breakAll() : repeat()) };
  };
  const scheduleOf = (plan) => new Schedule(plan, { now: () => performance.now(), random: () => 0.999 });
  const { entries } = await follow(planComparison(setupOf('?n=1&repeats=4'), ['map', 'async']), together, { scheduleOf });
  const { low, high } = entries[1].record.ratio;
  assert.ok(low === null || high - low > 0.01, `${low} to ${high}`);
});

test('where the loop breaks while it is measured longer, what was known before is no ratio of the whole', async () => {
  const { again } = await measureLonger(planComparison(setupOf('?n=2&repeats=3'), ['map', 'async']), { breakAt: 1, broken: ['loop'] });
  const { record } = again.entries[1];
  assert.deepEqual([record.timesMs.length, record.beside.timesMs.length, record.ratio], [6, 3, null]);
});

test('cancelling ends every worker at once, and nothing follows', async () => {
  const page = createPage();
  const over = page.run(planComparison(setupOf('?n=2&repeats=50')));
  await page.when('report');
  page.controller.cancel();
  page.start.assertAllEnded();
  assert.ok(page.start.started.length > 1);
  const heard = page.events.length;
  await over;
  assert.deepEqual(page.events.slice(heard), [{ type: 'end', cancelled: true }]);
});

test('whenever it is cancelled, the page may draw again afterwards', async () => {
  for (let turns = 0; turns < 30; turns += 1) {
    const { said, pace } = listened(PACE.pause);
    const page = createPage({ pace });
    page.run(planRun(setupOf('?n=2&repeats=9')));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    await page.cancel();
    assert.equal(said.at(-1), 'end', `${turns} turns: ${said}`);
    page.start.assertAllEnded();
  }
});

test('workers start before the page shows anything, and cancelled then, they end and the run is told as cancelled', async () => {
  const startedBefore = [];
  const page = createPage();
  page.controller.join({ changed: ({ phase }) => startedBefore.push([phase, page.start.started.length]) });
  page.run(planRun(setupOf('')));
  assert.deepEqual([startedBefore, page.types()], [[['idle', 0], ['running', 1]], []]);
  await page.cancel();
  page.start.assertAllEnded();
  assert.deepEqual(page.types(), ['begin', 'starting', 'end']);
});

test('workers that take long to get ready are shown while they start', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const page = createPage({ start: () => ({ repeat() {}, end() {} }) });
  page.run(planRun(setupOf('')));
  mock.timers.tick(50);
  await page.when('begin');
  assert.equal(page.controller.state, 'running');
  await page.cancel();
  mock.timers.reset();
});
