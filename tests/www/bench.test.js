// What the benchmark says of times that are made up.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { controlsOf, PROMISES } from '../../bench/promises.js';
import { describe, measured, table, verdict, worstOfEach } from '../../bench/report.js';

const machine = { processor: 'P', cores: 2, browser: 'chrome 1', date: '2026-01-01' };
const steady = (ms) => Array(9).fill(ms);
const describing = (samples) => describe({ machine, samples, longestTaskMs: null });

test('a promise is kept up to its bound, and what can’t be told keeps and breaks none', () => {
  const cases = [[{ most: 1.02 }, 1.02, 'yes'], [{ most: 1.02 }, 1.03, 'no'], [{ least: 0.97 }, 0.98, 'yes'], [{ least: 0.97 }, 0.96, 'no'], [{ most: 1 }, null, '-'], [{}, 1, '-']];
  for (const [bound, value, said] of cases) assert.equal(verdict(bound, value), said);
});

test('a ratio is of rounds, and an arm may be computed of the others', () => {
  const arms = { a: [2, 4, 6], b: [1, 2, 3] };
  assert.equal(measured({ over: 'a', under: 'b' }, arms).value, 2);
  assert.equal(measured({ over: ({ a, b }) => a * b, under: 'b' }, arms).value, 4);
  assert.equal(measured({ over: 'a', under: 'not measured' }, { a: [] }), null);
});

test('the table names target, figure and verdict', () => {
  const lines = table([
    { what: 'a against b', bound: { least: 0.97 }, ratio: { value: 0.981, low: 0.971, high: 0.991 } },
    { what: 'size', bound: { most: 39 }, value: 38.25, unit: ' kB' },
    { what: 'untold', bound: { most: 50 }, ratio: null },
  ]).split('\n');
  assert.deepEqual(lines.slice(2, 5), [
    '| a against b | at least 0.97 | 0.981 (0.971 to 0.991) | yes |',
    '| size | at most 39 kB | 38.3 kB | yes |',
    '| untold | at most 50 | not measured here | - |',
  ]);
});

test('of rows with the same words the worst is told: beyond its bound, or the farthest from 1', () => {
  const worst = (bound, ...values) => {
    const rows = values.map((value, index) => ({ what: 'w', bound, of: `run ${index}`, ratio: value && { value } }));
    return worstOfEach(rows).map(({ what }) => what);
  };
  assert.deepEqual(worst({ most: 1 }, 0.9, 1.05, 1, null), ['w, the worst of 4: run 1']);
  assert.deepEqual(worst({ least: 1 }, 0.9, 1.05), ['w, the worst of 2: run 0']);
  assert.deepEqual(worst({}, 1.05, 0.9, 1), ['w, the worst of 3: run 1']);
  assert.deepEqual(worst({}, 2), ['w']);
});

test('an arm against itself is a control, by which the whole is in doubt', () => {
  assert.deepEqual(controlsOf({ loop: [], 'loop again': [], other: [] }).map(({ over, under }) => [over, under]), [['loop again', 'loop']]);
  assert.doesNotMatch(describing({ x: { loop: steady(100), 'loop again': steady(104) } }), /DOUBTFUL/);
  assert.match(describing({ x: { loop: steady(100), 'loop again': steady(106) } }), /DOUBTFUL/);
});

test('each set of samples has its promises, by name', () => {
  const samples = {
    'fib(1..=40)': { loop: steady(100), ideal: steady(50), threads: steady(50), 'threads, ascending': steady(60), processes: steady(61) },
    'on the page, fib(1..=30): loop': { shown: steady(100), hidden: steady(100), arena: steady(100) },
    'cutoffs of fib(1..=30)': { loop: steady(10), alone: steady(10), auto: steady(5), 'cutoff 20': steady(6), 'cutoff 22': steady(4.9) },
    'frames, loop, fib': { run: steady(17), idle: steady(16) },
  };
  const text = describing(samples);
  for (const row of [
    /threads, fib\(1..=40\): .*min.* at least 0.97 \| 1.000 .* yes/, /fib\(1..=30\), everything shown over views hidden .* yes/,
    /over a fixed cutoff, the worst of 2.* 1.020/, /frame rate in a run .* 0.941 .* no/,
  ]) assert.match(text, row);
  for (const name of Object.keys(samples)) assert.equal(PROMISES.filter(([of]) => of.test(name)).length, 1, name);
});
