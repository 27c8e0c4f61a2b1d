// What is said of runs whose tasks share a counter.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bestOf } from '../../www/statistics/comparison.js';
import { describeAnswer, describeOutcome } from '../../www/words/outcome.js';
import { describeTotal } from '../../www/words/work.js';

/** A run of two tasks that should count to eight million. */
function run(executor, workers, sharing, sharedTotals, timesMs = sharedTotals.map(() => 100)) {
  const record = {
    task: 'counter', executor, workers, sharedTotals, timesMs, results: [4e6, 4e6], failures: [], looks: 1, ratio: null,
    beside: { timesMs: sharedTotals.map(() => 20), inTurn: true },
  };
  return { record, job: { task: 'counter', executor, workers, sharing, inputs: [1, 2] }, fault: null };
}
const said = (...own) => describeOutcome(own, new Map(own.map((entry) => [entry.record.executor, entry])));

test('updates that were lost are counted and explained, with how much they varied', () => {
  const text = said(run('threads', 2, 'load-store', [4_800_000, 7_999_999, 4_713_902]));
  assert.match(text, /^Threads on 2 workers: expected 8,000,000, got 4,713,902 \(3,286,098 updates lost\)\./);
  assert.match(text, /The count varied: from 4,713,902 to 7,999,999 in 3 repeats\. When two threads load the same number/);
});

test('that none was lost between a load and a store is chance on two workers, and certain on one', () => {
  assert.match(said(run('threads', 2, 'load-store', [8e6])), /^Threads on 2 workers: 8,000,000, as expected\. No update was lost, by chance/);
  assert.equal(said(run('threads', 1, 'load-store', [8e6])), 'Threads on 1 worker: 8,000,000, as expected.');
  assert.equal(said(run('threads', 2, 'atomic', [8e6])), 'Threads on 2 workers: 8,000,000, as expected.');
});

test('under the GIL of this page nothing is lost, and that CPython’s does lose is said', () => {
  assert.match(said(run('gil', 2, 'load-store', [8e6])), /as expected\. Here a thread keeps the GIL for a whole task\. CPython/);
  assert.doesNotMatch(said(run('gil', 2, 'atomic', [8e6])), /CPython/);
});

test('processes count each for themselves, which is no lost update', () => {
  assert.match(said(run('processes', 2, 'atomic', [0])), /^Processes on 2 workers: expected 8,000,000, got 0\. Each process has its own memory/);
});

test('the best run is none that lost updates, and none that another is compared with, however fast it was', () => {
  const all = [run('processes', 2, 'atomic', [0], [10]), run('threads', 1, 'atomic', [8e6], [20]), run('threads', 2, 'atomic', [8e6], [90])];
  assert.equal(bestOf(all, new Map()), all[2]);
});

test('what sharing costs is told against one thread, with its cause where it is slower for sure', () => {
  const pair = (sharing, ms) => [run('threads', 1, sharing, [8e6, 8e6, 8e6]), run('threads', 2, sharing, [8e6, 8e6, 8e6], ms)];
  assert.match(said(...pair('atomic', [300, 310, 320])), /Two threads took 3\.10× as long as one \(95% CI .* to .*\), probably because the cache line with the counter moved/);
  assert.match(said(...pair('lock', [300, 310, 320])), /as long as one .*, probably because the lock moved back and forth/);
  assert.match(said(...pair('own', [50, 51, 52])), /Two threads ran 1\.96× as fast as one \(95% CI/);
  assert.match(said(...pair('atomic', [50, 100, 200])), /isn’t precise enough to tell whether two threads are faster or slower than one/);
  assert.doesNotMatch(said(...pair('own', [50, 51, 52])), /threads on 1 worker/);
});

test('a guess about the count is judged by each repeat', () => {
  const guess = (from, to) => ({ of: 'threads', over: 'count', answer: 'less', from, to });
  const answer = (of, counts) => describeAnswer(of, [run('threads', 1, 'load-store', counts), run('threads', 2, 'load-store', counts)], new Map());
  assert.match(answer(guess(0, 1), [5e6, 7_999_999]), /^You guessed “less”, and you were right: threads on 2/);
  assert.match(answer(guess(1, 1.0000001), [5e6, 7_999_999]), /^You guessed “less”, but it turned out differently:/);
  assert.match(answer(guess(1, 1.0000001), [8e6, 8e6]), /^You guessed “less”, and you were right:/);
  assert.match(answer(guess(0, 1), [5e6, 8e6]), /^You guessed “less”\. That is right for some of the repeats:/);
});

test('the log says of each repeat what was expected and what came', () => {
  assert.equal(describeTotal('counter', { results: [4e6, 4e6], sharedTotal: 7e6 }), 'expected 8,000,000, got 7,000,000 (1,000,000 updates lost)');
  assert.equal(describeTotal('counter', { results: [4e6, 4e6], sharedTotal: 8e6 }), 'counted to 8,000,000, as expected');
});
