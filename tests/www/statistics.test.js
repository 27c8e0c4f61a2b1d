import assert from 'node:assert/strict';
import { test } from 'node:test';

import { measureTimerResolution } from '../../www/platform/timer.js';
import { articleFigures, taskOf } from '../../www/settings/tasks.js';
import { amdahl, amdahlOf, fitAmdahl } from '../../www/statistics/amdahl.js';
import { median, typicalRepeat } from '../../www/statistics/median.js';
import { pointOf } from '../../www/statistics/point.js';
import { randomFrom } from '../../www/statistics/ratio.js';
import { summaryOf } from '../../www/statistics/summary.js';
import { sweepSteps, topOf } from '../../www/views/chart.js';
import { doubts } from '../../www/words/doubts.js';
import { bytes, percent, roughly, seconds, shortTime, times } from '../../www/words/format.js';

test('times are written in seconds with three digits', () => {
  assert.equal(seconds(42), '0.042 s');
  assert.equal(seconds(4099.4), '4.099 s');
});

test('other figures keep the digits that tell something', () => {
  assert.deepEqual([0.1234, 9.999, 42.42, 250.4, 1234, 12345].map(shortTime), [
    '0.12 ms', '10.0 ms', '42.4 ms', '250 ms', '1.23 s', '12.3 s',
  ]);
  assert.deepEqual([1, 2.618, 10.04].map(times), ['1.00×', '2.62×', '10.0×']);
  assert.equal(percent(0.384), '38%');
  assert.deepEqual([999, 12300, 2_500_000].map(bytes), ['999 B', '12.3 kB', '2.5 MB']);
  assert.deepEqual([400, 59_000, 150_000].map(roughly), ['about 1 second', 'about 59 seconds', 'about 3 minutes']);
});

test('medians do not care about order or outliers', () => {
  assert.equal(median([3, 1, 1000]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test('times are summed up with the deviation of a sample, a single one without any, and none not at all', () => {
  const { stddevMs, ...others } = summaryOf([10, 2, 4, 4]);
  assert.deepEqual(others, { minMs: 2, medianMs: 4, meanMs: 5, maxMs: 10 });
  assert.ok(Math.abs(stddevMs - Math.sqrt(12)) < 1e-12);
  assert.deepEqual(summaryOf([4]), { minMs: 4, medianMs: 4, meanMs: 4, stddevMs: 0, maxMs: 4 });
  assert.equal(summaryOf([]), null);
});

test('the repeat that is shown is the one nearest to the median', () => {
  assert.equal(typicalRepeat([50, 10, 11]), 3);
  assert.equal(typicalRepeat([]), 1);
});

function entry(changes = {}, more = {}) {
  const timesMs = changes.timesMs ?? [50, 50, 50];
  const record = {
    task: 'fib', executor: 'threads', workers: 2, timesMs, spans: [],
    summary: { minMs: 1, medianMs: median(timesMs), meanMs: median(timesMs), stddevMs: 0, maxMs: 1 },
    environment: { cores: 2, timerResolutionMs: 0.005 },
    ...changes,
  };
  return { record, hidden: false, ...more };
}

const sure = (value) => ({ ratio: { value, low: value * 0.99, high: value * 1.01 } });

test('a sound measurement has no doubts', () => {
  assert.deepEqual(doubts(entry(), sure(1.9)), []);
});

test('where handing work over took most of the time, more work is advised', () => {
  const spans = [0, 1].map((lane) => ({ repeat: 1, input: lane, lane, startMs: lane, endMs: lane + 2, waits: [] }));
  assert.match(doubts(entry({ spans }), sure(1)).join(), /^Little work: all workers together computed for 8% of 50\.0 ms; .* Raise n\./);
  const busy = spans.map((span) => ({ ...span, endMs: 49 }));
  assert.deepEqual(doubts(entry({ spans: busy }), sure(1.9)), []);
});

test('slower is said only of what is slower for sure', () => {
  assert.deepEqual(doubts(entry(), { ratio: { value: 0.98, low: 0.95, high: 1.01 } }), []);
});

test('doubtful measurements are named, each with its reason', () => {
  const first = (value, beside = sure(1.5)) => doubts(value, beside)[0];
  assert.match(first(entry({}, { hidden: true })), /hidden/);
  assert.match(first(entry({ timesMs: [0.01, 0.01, 0.01] })), /Too fast/);
  assert.match(first(entry({ timesMs: [90, 50, 50] })), /first repeat/);
  assert.match(first(entry({ summary: { medianMs: 50, meanMs: 50, stddevMs: 20 } })), /Noisy/);
  assert.match(first(entry({ workers: 4 })), /4 workers share 2 cores/);
  assert.match(first(entry(), sure(0.8)), /Slower than the loop/);
  assert.match(first(entry(), { ...sure(1.5), apart: true }), /not measured in turn/);
});

test('the article’s ratios come from its own loop', () => {
  assert.equal(articleFigures('processes', 'fib')?.ratio.toFixed(2), '1.53');
  assert.equal(articleFigures('gil', 'pictures')?.ratio.toFixed(1), '10.0');
  assert.equal(articleFigures('async', 'fib'), null);
});

test('the ceiling of one task per number is φ squared', () => {
  assert.equal(taskOf('fib').ceiling?.[0], Number((((1 + Math.sqrt(5)) / 2) ** 2).toFixed(3)));
});

test('a fit finds the share that made the points', () => {
  for (const serial of [0, 0.05, 0.38, 1]) {
    const points = [1, 2, 4, 8, 16].map((workers) => ({ workers, ratio: amdahl(serial, workers) }));
    assert.ok(Math.abs(fitAmdahl(points) - serial) < 1e-3, String(serial));
  }
  assert.equal(fitAmdahl([{ workers: 1, ratio: 1 }]), null);
});

test('a point is the ratio of the medians with its interval', () => {
  const { workers, ratio, low, high } = pointOf(2, [10, 10, 10, 10, 10], [5, 5, 5, 5, 5]);
  assert.deepEqual({ workers, ratio, low, high }, { workers: 2, ratio: 2, low: 2, high: 2 });
  assert.equal(pointOf(2, [], []), null);
  assert.equal(pointOf(2, [], [1]), null);
});

/** Points of a sweep with that speed-up by number of workers, and some noise. */
function sweep(speedup, noise, counts = [1, 2, 3, 4]) {
  const random = randomFrom(5);
  const times = (ms) => Array.from({ length: 12 }, () => ms * (1 + noise * (random() - 0.5)));
  return counts.map((workers) => pointOf(workers, times(100), times(100 / speedup(workers))));
}

test('Amdahl’s law is fitted where the points bear it, with an interval that holds the share', () => {
  const fit = amdahlOf(sweep((workers) => amdahl(0.1, workers), 0.04));
  assert.ok(fit.low <= 0.1 && 0.1 <= fit.high, JSON.stringify(fit));
  assert.ok(fit.low <= fit.serial && fit.serial <= fit.high);
});

test('it is not fitted to one point, to points on no such curve, or to noise', () => {
  assert.equal(amdahlOf(sweep((workers) => workers, 0.01, [1, 2])), 'few');
  assert.equal(amdahlOf(sweep((workers) => Math.min(2, workers), 0.01)), 'off');
  assert.equal(amdahlOf(sweep((workers) => amdahl(0.3, workers), 1.2)), 'unsure');
});

test('a sweep measures few workers one by one and ends with the last', () => {
  assert.deepEqual(sweepSteps(4), [1, 2, 3, 4]);
  assert.equal(sweepSteps(64).at(-1), 64);
  assert.ok(sweepSteps(64).length < 20);
  assert.ok(topOf(4, []) >= 3);
});

test('the clock’s step is the smallest seen', () => {
  let reading = 0;
  const now = () => (reading += 1) * 0.5 - ((reading % 3) / 1000);
  assert.ok(measureTimerResolution(now, 100) <= 0.502);
  let still = 0;
  assert.equal(measureTimerResolution(() => (still += 1) % 5 ? Math.floor(still / 5) * 0.1 : Math.floor(still / 5) * 0.1, 100), 0.1);
});
