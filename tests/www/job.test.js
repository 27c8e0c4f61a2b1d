import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inputsOf, jobOf, planComparison, planLonger, planRetry, planRun, planSweep, workKey } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';
import { describeWork } from '../../www/words/work.js';

const setupOf = (search) => parse(search, 4).setup;

test('inputs are fib’s numbers from 1, and pictures from 0', () => {
  assert.deepEqual(['?n=3', '?task=pictures&count=3'].map((search) => inputsOf(setupOf(search))), [[1, 2, 3], [0, 1, 2]]);
});

test('a sweep measures every executor with every number of workers', () => {
  const { series } = planSweep(setupOf('?repeats=1'), ['threads', 'processes'], [1, 2]);
  const points = series.map(({ job }) => `${job.executor} ${job.workers}`);
  assert.deepEqual(points.slice(1), ['threads 1', 'processes 1', 'threads 2', 'processes 2']);
});

test('where tasks share something, threads are compared with threads on one worker, too', () => {
  const seriesOf = (search) => planComparison(setupOf(search), ['threads', 'processes']).series.map(({ job }) => `${job.executor} ${job.workers}`);
  assert.deepEqual(seriesOf('?task=counter&workers=3'), ['loop 3', 'threads 1', 'threads 3', 'processes 3']);
  assert.deepEqual(seriesOf('?task=counter&workers=1'), ['loop 1', 'threads 1', 'processes 1']);
  assert.deepEqual(seriesOf('?workers=3'), ['loop 3', 'threads 3', 'processes 3']);
});

test('measuring longer goes on with what didn’t break and brought results, if that is the loop and another', () => {
  for (const [names, fates, expected] of [
    [['map', 'async'], ['sure', 'broke', 'sure'], ['loop', 'async']],
    [['map', 'async'], ['spent', 'spent', 'empty'], ['loop', 'map']],
    [['map', 'async'], ['broke', 'sure', 'sure'], null],
    [['map', 'async'], ['sure', 'broke', 'empty'], null],
    [[], ['sure'], ['threads']],
    [[], ['broke'], null],
  ]) {
    const setup = setupOf('?executor=threads&repeats=7');
    const plan = names.length > 0 ? planComparison(setup, names) : planRun(setup);
    const entries = fates.map((fate, place) => ({ job: plan.series[place].job, record: { stop: fate }, fault: fate === 'broke' ? fate : null }));
    const longer = planLonger(plan, entries.toReversed());
    assert.deepEqual(longer && longer.series.map(({ job }) => job.executor), expected, String(fates));
    const isNumberedOn = ({ job, repeats, earlier }) => repeats === 7 && earlier === entries.find((entry) => entry.job === job).record;
    assert.ok(!longer || longer.series.every(isNumberedOn));
  }
});

test('a retry asks for the same pictures with other simulated failures', () => {
  const job = jobOf(setupOf('?task=pictures&source=simulated&failures=50&seed=4294967295'));
  const [{ job: again }] = planRetry(job, [3, 7]).series;
  assert.deepEqual([again.inputs, again.seed], [[3, 7], 0]);
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
