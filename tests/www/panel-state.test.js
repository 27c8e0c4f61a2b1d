import assert from 'node:assert/strict';
import { test } from 'node:test';

import { extentOf, labelsOf } from '../../www/timeline/axis.js';
import { PanelState } from '../../www/timeline/panel-state.js';
import { createScale } from '../../www/timeline/layout.js';
import { describeLanes } from '../../www/words/lanes.js';

const JOB = { task: 'pictures', executor: 'async', inputs: [7, 8], workers: 2 };
const event = (type, more = {}) => ({ type, series: 0, repeat: 1, ...more });

/** A state in its first repeat, with a clock that stands where it is put. */
function begun(job = JOB) {
  const clock = { ms: 0 };
  const state = new PanelState(job, 2, () => clock.ms);
  state.handle(event('repeat'));
  state.handle(event('started-repeat'));
  return { clock, state };
}

test('what is going on grows with the clock, and a download waits until it is told what it did, while what computes doesn’t', () => {
  for (const [task, waits] of [['pictures', [{ for: 'io', startMs: 10, endMs: 50 }]], ['fib', []]]) {
    const { clock, state } = begun({ ...JOB, task });
    state.handle(event('started', { index: 1, lane: 0, atMs: 10 }));
    clock.ms = 50;
    assert.deepEqual(state.bars()[0], [{ input: 8, lane: 0, startMs: 10, endMs: 50, waits }]);
  }
});

test('a run that is cancelled stands still', () => {
  const { clock, state } = begun();
  state.handle(event('started', { index: 0, lane: 0, atMs: 0 }));
  clock.ms = 20;
  state.stop();
  clock.ms = 90;
  assert.deepEqual([state.bars()[0][0].endMs, state.phase], [20, 'cancelled']);
});

test('a repeat too short to be watched leaves the one before it', () => {
  const { state } = begun();
  state.handle(event('report', { timeMs: 30 }));
  const { version } = state;
  state.handle(event('repeat', { repeat: 2 }));
  assert.deepEqual([state.version, state.repeat], [version, 1]);
});

test('in the end the bars are those of the repeat nearest to the median, and the time beside them is the median, as in the table', () => {
  const { state } = begun();
  const timesMs = [30, 10, 20, 60];
  const spans = timesMs.map((endMs, place) => ({ repeat: place + 1, input: 7, lane: 0, startMs: 0, endMs, waits: [] }));
  state.settle({ record: { timesMs, spans, environment: { timerResolutionMs: 0.1 } }, fault: null });
  assert.deepEqual([state.timeMs, state.endMs, state.lanes[0].map(({ endMs }) => endMs)], [25, 30, [30]]);
  assert.deepEqual(describeLanes(JOB, state).slice(0, 2), ['2 slots', 'repeat of 30.0\u00a0ms']);
});

const state = (endMs, waitedStartupMs = 0, warmupMs = 0, nowMs = null) => ({ endMs, nowMs, waitedStartupMs, warmupMs });

test('all share an axis that ends a hair after the longest', () => {
  const { fromMs, toMs } = extentOf([state(100), state(300)], true, 0);
  assert.ok(Math.abs(fromMs) === 0 && toMs > 300 && toMs < 303, `${fromMs} to ${toMs}`);
});

test('what comes before the work takes a third of the axis at most, and nothing where it is hidden', () => {
  const { fromMs, toMs, before } = extentOf([state(100, 900, 60)], true, 0);
  assert.ok(-fromMs / (toMs - fromMs) < 0.351, `${fromMs} to ${toMs}`);
  assert.ok(before.warmupMs < before.startupMs);
  assert.equal(Math.abs(extentOf([state(100, 900, 60)], false, 0).fromMs), 0);
});

test('a time that the edge would cut off is left out', () => {
  const labels = labelsOf(createScale(0, 1000, 400));
  assert.equal(labels[0].text, '0');
  assert.ok(labels.every(({ x }) => x <= 352), JSON.stringify(labels));
});
