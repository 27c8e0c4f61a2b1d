import assert from 'node:assert/strict';
import { test } from 'node:test';

import { orderOf } from '../../www/run/order.js';
import { inputsOf, jobOf, planComparison, planRetry, planRun, planSweep, workKey } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';
import { describeWork } from '../../www/words/work.js';

const setupOf = (search) => parse(search, 4).setup;

test('inputs are fib’s numbers from 1, and pictures from 0', () => {
  assert.deepEqual(inputsOf(setupOf('?n=3')), [1, 2, 3]);
  assert.deepEqual(inputsOf(setupOf('?task=pictures&count=3')), [0, 1, 2]);
});

/** The steps of a plan whose series are over after `count` repeats each, in short. */
function stepsOf(plan, count) {
  const repeats = new Map();
  const steps = [];
  for (const step of orderOf(plan, (series) => repeats.get(series) >= count)) {
    const [[what, series]] = Object.entries(step);
    if (what === 'repeat') repeats.set(series, (repeats.get(series) ?? 0) + 1);
    steps.push(what === 'repeat' ? series : `${what} ${series}`);
  }
  return steps;
}

test('a run repeats one executor and ends it after the last repeat', () => {
  const plan = planRun(setupOf('?executor=threads&repeats=3'));
  assert.deepEqual(stepsOf(plan, 3), ['start 0', 0, 0, 0, 'end 0']);
  assert.equal(plan.series[0].job.executor, 'threads');
});

test('comparing fib, each executor takes turns with the loop, which goes first', () => {
  const plan = planComparison(setupOf('?repeats=2'), ['loop', 'map', 'threads']);
  assert.deepEqual(plan.series.map(({ job }) => job.executor), ['loop', 'map', 'threads']);
  assert.deepEqual(stepsOf(plan, 2), [
    'start 0', 'start 1', 0, 1, 0, 1, 'end 1', 'start 2', 0, 2, 0, 2, 'end 2', 'end 0',
  ]);
});

test('comparing the loop with nothing else, it runs alone', () => {
  assert.deepEqual(stepsOf(planComparison(setupOf(''), ['loop']), 2), ['start 0', 0, 0, 'end 0']);
});

test('no more than two executors are alive at once while comparing', () => {
  for (const search of ['', '?task=pictures']) {
    const alive = new Set();
    for (const step of orderOf(planComparison(setupOf(search)), () => true)) {
      if ('start' in step) alive.add(step.start);
      assert.ok(alive.size <= 2);
      if ('end' in step) alive.delete(step.end);
    }
    assert.equal(alive.size, 0);
  }
});

test('comparing pictures, the loop runs first, once for all', () => {
  const plan = planComparison(setupOf('?task=pictures'));
  const repeats = stepsOf(plan, 1).filter((step) => typeof step === 'number');
  assert.deepEqual(repeats, plan.series.map((_, index) => index));
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
