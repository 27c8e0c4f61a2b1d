// What a run repeats, in which order and until when.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { scheduleOf } from '../../www/run/schedule.js';
import { planComparison, planRun, planSweep } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';

const setupOf = (search) => parse(search, 4).setup;

/** The steps of a plan, in short, and the times of the loop beside each series. Each repeat takes 10 ms longer than the one before;
 * `breaks` says after which step a series breaks. */
function follow(plan, breaks = {}) {
  const schedule = scheduleOf(plan);
  const steps = [];
  let timeMs = 0;
  for (let step = schedule.next(); step; step = schedule.next()) {
    const { what, series } = step;
    steps.push(what === 'repeat' ? series : `${what} ${series}`);
    if (what === 'repeat') schedule.measured(series, (timeMs += 10), false);
    if (steps.length in breaks) schedule.broke(breaks[steps.length]);
  }
  return { steps, schedule };
}

test('a run repeats one executor and ends it after the last repeat', () => {
  const plan = planRun(setupOf('?executor=threads&repeats=3'));
  const { steps, schedule } = follow(plan);
  assert.deepEqual(steps, ['start 0', 0, 0, 0, 'end 0']);
  assert.equal(plan.series[0].job.executor, 'threads');
  assert.deepEqual([schedule.stopOf(0), schedule.besideOf(0)], ['asked', null]);
});

test('comparing fib, each executor takes turns with the loop, which goes first', () => {
  const plan = planComparison(setupOf('?repeats=2'), ['loop', 'map', 'threads']);
  assert.deepEqual(plan.series.map(({ job }) => job.executor), ['loop', 'map', 'threads']);
  const { steps, schedule } = follow(plan);
  assert.deepEqual(steps, ['start 0', 'start 1', 0, 1, 0, 1, 'end 1', 'start 2', 0, 2, 0, 2, 'end 2', 'end 0']);
  assert.deepEqual([0, 1, 2].map(schedule.stopOf), ['beside', 'asked', 'asked']);
  assert.deepEqual([0, 1, 2].map((series) => schedule.besideOf(series)?.timesMs), [undefined, [10, 30], [50, 70]]);
});

test('comparing the loop with nothing else, it runs alone', () => {
  assert.deepEqual(follow(planComparison(setupOf('?repeats=2'), ['loop'])).steps, ['start 0', 0, 0, 'end 0']);
});

test('no more than two executors are alive at once while comparing', () => {
  for (const search of ['?repeats=1', '?task=pictures&repeats=1']) {
    const alive = new Set();
    for (const step of follow(planComparison(setupOf(search))).steps) {
      const [what, series] = String(step).split(' ');
      if (what === 'start') alive.add(series);
      assert.ok(alive.size <= 2);
      if (what === 'end') alive.delete(series);
    }
    assert.equal(alive.size, 0);
  }
});

test('comparing pictures, the loop runs first, once for all', () => {
  const plan = planComparison(setupOf('?task=pictures&repeats=1'));
  const { steps, schedule } = follow(plan);
  assert.deepEqual(steps.filter((step) => typeof step === 'number'), plan.series.map((_, index) => index));
  assert.deepEqual(schedule.besideOf(0), null);
  assert.deepEqual(schedule.besideOf(1), { timesMs: [10], inTurn: false });
});

test('an executor that breaks is left out, and the others go on', () => {
  const plan = planComparison(setupOf('?repeats=2'), ['map', 'threads']);
  assert.deepEqual(follow(plan, { 4: 1 }).steps, ['start 0', 'start 1', 0, 1, 'start 2', 0, 2, 0, 2, 'end 2', 'end 0']);
});

test('where the loop breaks, the others go on without it', () => {
  const { steps, schedule } = follow(planSweep(setupOf('?repeats=2'), ['threads'], [1]), { 3: 0 });
  assert.deepEqual(steps, ['start 0', 'start 1', 0, 1, 1, 'end 1']);
  assert.equal(schedule.besideOf(1), null);
});
