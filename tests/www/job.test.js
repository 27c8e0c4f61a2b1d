import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeWork, inputsOf, jobOf, planComparison, planRetry, planRun, planSweep, workKey } from '../../www/setup/job.js';
import { parse } from '../../www/setup/parameters.js';

const setupOf = (search) => parse(search, 4).setup;

test('inputs are fib’s numbers from 1, and pictures from 0', () => {
  assert.deepEqual(inputsOf(setupOf('?n=3')), [1, 2, 3]);
  assert.deepEqual(inputsOf(setupOf('?task=pictures&count=3')), [0, 1, 2]);
});

test('a run repeats one executor and ends it after the last repeat', () => {
  const plan = planRun(setupOf('?executor=threads&repeats=3'));
  assert.deepEqual(plan.steps.map(({ last }) => last), [false, false, true]);
  assert.equal(plan.series[0].job.executor, 'threads');
});

test('comparing fib, each executor takes turns with the loop, which goes first', () => {
  const plan = planComparison(setupOf('?repeats=2'), ['loop', 'map', 'threads']);
  assert.deepEqual(plan.series.map(({ job }) => job.executor), ['loop', 'map', 'threads']);
  assert.deepEqual(plan.steps.map(({ series }) => series), [0, 1, 0, 1, 0, 2, 0, 2]);
  assert.deepEqual(plan.steps.filter(({ last }) => last).map(({ series }) => series), [1, 0, 2]);
  assert.deepEqual(plan.series.map(({ repeats }) => repeats), [4, 2, 2]);
});

test('no more than two executors are alive at once while comparing', () => {
  for (const search of ['?repeats=2', '?task=pictures&repeats=2']) {
    const alive = new Set();
    for (const { series, last } of planComparison(setupOf(search)).steps) {
      alive.add(series);
      assert.ok(alive.size <= 2);
      if (last) alive.delete(series);
    }
    assert.equal(alive.size, 0);
  }
});

test('comparing pictures, the loop runs once for all', () => {
  const plan = planComparison(setupOf('?task=pictures'));
  assert.deepEqual(plan.steps.map(({ series }) => series), plan.series.map((_, index) => index));
});

test('a sweep measures every executor with every number of workers', () => {
  const { series } = planSweep(setupOf('?repeats=1'), ['threads', 'processes'], [1, 2]);
  assert.deepEqual(
    series.slice(1).map(({ job }) => [job.executor, job.workers]),
    [['threads', 1], ['processes', 1], ['threads', 2], ['processes', 2]],
  );
});

test('a retry asks for the same pictures with other simulated failures', () => {
  const job = jobOf(setupOf('?task=pictures&source=simulated&failures=50&seed=4294967295'));
  const [{ job: again }] = planRetry(job, [3, 7]).series;
  assert.deepEqual(again.inputs, [3, 7]);
  assert.equal(again.seed, 0);
});

test('only runs of the same work are compared', () => {
  const key = (search) => workKey(jobOf(setupOf(search)));
  assert.equal(key('?executor=threads&workers=2'), key('?executor=loop'));
  assert.notEqual(key('?n=30'), key('?n=31'));
  assert.notEqual(key('?task=pictures'), key('?task=pictures&source=simulated'));
  assert.notEqual(key('?task=pictures'), key('?task=pictures&width=100'));
});

test('the work is described with its conditions', () => {
  assert.equal(describeWork(jobOf(setupOf('?n=9'))), 'fib(1) to fib(9)');
  assert.match(describeWork(jobOf(setupOf('?task=pictures&source=simulated'))), /simulated latency of 200 ms/);
  assert.match(describeWork(jobOf(setupOf('?task=pictures&count=1'))), /^1 picture of/);
});
