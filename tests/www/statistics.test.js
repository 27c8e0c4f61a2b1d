import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleFigures, taskOf } from '../../www/settings/tasks.js';
import { amdahl, amdahlOf } from '../../www/statistics/amdahl.js';
import { median, typicalRepeat } from '../../www/statistics/median.js';
import { pointOf } from '../../www/statistics/point.js';
import { randomFrom } from '../../www/statistics/random.js';
import { summaryOf } from '../../www/statistics/summary.js';
import { sweepSteps, topOf } from '../../www/views/chart.js';
import { doubts } from '../../www/words/doubts.js';
import { bytes, duration, percent, roughly, times } from '../../www/words/format.js';

/** Figures stay on the line of their unit. */
const unbroken = (text) => text.replace(' ', '\u00a0');

test('every time has three significant digits, and other figures those that say something', () => {
  assert.deepEqual([0, 0.005, 0.9994, 0.9996, 1.61, 9.996, 42.42, 250.4, 999.6, 12345, 99_960, 7_206_400].map(duration), [
    '0.00 ms', '5.00 µs', '999 µs', '1.00 ms', '1.61 ms', '10.0 ms', '42.4 ms', '250 ms', '1.00 s', '12.3 s', '100 s', '7206 s',
  ].map(unbroken));
  assert.deepEqual([1, 2.618, 10.04].map(times), ['1.00×', '2.62×', '10.0×']);
  assert.equal(percent(0.384), '38%');
  assert.deepEqual([999, 12300, 2_500_000].map(bytes), ['999 B', '12.3 kB', '2.5 MB'].map(unbroken));
  assert.deepEqual([400, 59_000, 150_000].map(roughly), ['about 1 second', 'about 59 seconds', 'about 3 minutes']);
});

test('medians do not care about order or outliers', () => assert.deepEqual([[3, 1, 1000], [4, 1, 3, 2]].map(median), [3, 2.5]));

test('times are summed up with the deviation of a sample, a single one without any, and none not at all', () => {
  const { stddevMs, ...others } = summaryOf([10, 2, 4, 4]);
  assert.deepEqual(others, { minMs: 2, medianMs: 4, meanMs: 5, maxMs: 10 });
  assert.ok(Math.abs(stddevMs - Math.sqrt(12)) < 1e-12);
  assert.deepEqual(summaryOf([4]), { minMs: 4, medianMs: 4, meanMs: 4, stddevMs: 0, maxMs: 4 });
  assert.equal(summaryOf([]), null);
});

test('the repeat that is shown is the one nearest to the median', () => assert.deepEqual([[50, 10, 11], []].map(typicalRepeat), [3, 1]));

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

test('a sound measurement has no doubts, nor is slower said of what isn’t for sure', () => {
  for (const beside of [sure(1.9), { ratio: { value: 0.98, low: 0.95, high: 1.01 } }]) assert.deepEqual(doubts(entry(), beside), []);
});

test('where handing work over took most of the time, more work is advised', () => {
  const spans = [0, 1].map((lane) => ({ repeat: 1, input: lane, lane, startMs: lane, endMs: lane + 2, waits: [] }));
  assert.match(doubts(entry({ spans }), sure(1)).join(), /^Little work: all workers together computed for only 8% of 50\.0\sms\. Handing .* Use a larger n\./);
  const busy = spans.map((span) => ({ ...span, endMs: 49 }));
  assert.deepEqual(doubts(entry({ spans: busy }), sure(1.9)), []);
});

test('doubtful measurements are named, each with its reason', () => {
  for (const [doubtful, reason, beside = sure(1.5)] of [
    [entry({}, { hidden: true }), /hidden/],
    [entry({ timesMs: [0.01, 0.01, 0.01] }), /Too fast/],
    [entry({ timesMs: [90, 50, 50] }), /first repeat.*may/],
    [entry({ summary: { medianMs: 50, meanMs: 50, stddevMs: 20 } }), /Noisy/],
    [entry({ workers: 4 }), /4 workers on 2 cores/],
    [entry(), /Slower than the loop/, sure(0.8)],
    [entry(), /measured at another time/, { ...sure(1.5), apart: true }],
  ]) assert.match(doubts(doubtful, beside)[0], reason);
});

test('the article’s ratios come from its own loop', () => {
  const ratios = [['processes', 'fib'], ['gil', 'pictures'], ['async', 'fib']].map((of) => articleFigures(...of)?.ratio.toFixed(2));
  assert.deepEqual(ratios, ['1.53', '10.05', undefined]);
});

test('the ceiling of one task per number is φ squared', () => assert.equal(taskOf('fib').ceiling[0], 2.618));

const point = (timesMs, loopMs, points) => pointOf({ workers: 2, timesMs, beside: loopMs && { timesMs: loopMs, inTurn: true }, looks: 1 }, points);

test('a point is the median of the rounds’ ratios with its interval, which is wider the more points are to hold together', () => {
  assert.deepEqual(point([5, 5, 5], [10, 10, 10]), { workers: 2, ratio: 2, low: 2, high: 2 });
  const [one, ofEight] = [1, 8].map((points) => point([50, 51, 49], [100, 100, 100], points));
  assert.ok(ofEight.low < one.low && ofEight.high > one.high);
  assert.deepEqual(point([5], [10]), { workers: 2, ratio: 2, low: null, high: null });
  assert.deepEqual([point([], []), point([5, 5], [10]), point([5], null)], [null, null, null], 'the loop has to run in each round');
});

/** Points of a sweep with that speed-up by number of workers, and some noise. */
function sweep(speedup, noise, counts = [1, 2, 3, 4]) {
  const random = randomFrom(5);
  const times = (ms) => Array.from({ length: 12 }, () => ms * (1 + noise * (random() - 0.5)));
  return counts.map((workers) => pointOf({ workers, beside: { timesMs: times(100) }, timesMs: times(100 / speedup(workers)), looks: 1 }, counts.length));
}

test('Amdahl’s law is fitted where the points bear it, with an interval that holds the share', () => {
  for (const [share, noise] of [[0, 0.001], [0.05, 0.001], [0.1, 0.04], [0.38, 0.001], [1, 0.001]]) {
    const fit = amdahlOf(sweep((workers) => amdahl(share, workers), noise, [1, 2, 4, 8, 16]));
    assert.ok(fit.low <= share && share <= fit.high && fit.low <= fit.serial && fit.serial <= fit.high, JSON.stringify(fit));
    assert.ok(Math.abs(fit.serial - share) < 0.001 + noise / 4, `${fit.serial}, not ${share}`);
  }
});

test('it is not fitted to one point, to points on no such curve, or to noise', () => {
  const sweeps = [sweep((workers) => workers, 0.01, [1, 2]), sweep((workers) => Math.min(2, workers), 0.01), sweep((workers) => amdahl(0.3, workers), 1.2)];
  assert.deepEqual(sweeps.map(amdahlOf), ['few', 'off', 'unsure']);
});

test('a sweep measures few workers one by one and ends with the last', () => {
  assert.deepEqual(sweepSteps(4), [1, 2, 3, 4]);
  assert.ok(sweepSteps(64).at(-1) === 64 && sweepSteps(64).length < 20);
  assert.ok(topOf(4, []) >= 3);
});
