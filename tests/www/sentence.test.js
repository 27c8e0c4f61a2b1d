// What is said of a run, and what is not said since the measured intervals don't bear it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { laneCount } from '../../www/settings/job.js';
import { factsOf } from '../../www/statistics/facts.js';
import { describeFriend } from '../../www/words/friend.js';
import { describeAnswer, describeOutcome } from '../../www/words/outcome.js';
import { describeRun as describe } from '../../www/words/sentence.js';

/** Without what keeps a figure beside its unit. */
const describeRun = (...about) => describe(...about).replaceAll('\u00a0', ' ');

const io = (startMs, endMs) => ({ for: 'io', startMs, endMs });
const lock = (startMs, endMs) => ({ for: 'lock', startMs, endMs });
const bar = (input, lane, startMs, endMs, waits = []) => ({ input, lane, startMs, endMs, waits });

/** A run whose every repeat has these bars. */
function run(task, executor, workers, repeats, changes = {}) {
  const timesMs = repeats.map((bars) => Math.max(...bars.map(({ endMs }) => endMs)));
  const inputs = [...new Set(repeats.flat().map(({ input }) => input))];
  const record = {
    task, executor, workers, inputs, sizes: inputs, halves: null, parameters: {}, timesMs, failures: [], results: [1], sharedTotals: [], beside: null, ratio: null, looks: 1,
    summary: { medianMs: timesMs[0] },
    facts: repeats.map((bars, index) => (bars.length > 0 ? factsOf(bars, { lanes: laneCount({ executor, workers, inputs }), timeMs: timesMs[index], slackMs: 0.05 }) : null)), spans: [],
    environment: { timerResolutionMs: 0.005, cores: 2 },
    ...changes,
  };
  return { record, job: { task, executor, workers, inputs }, fault: null };
}
const thrice = (bars) => [bars, bars, bars];
const together = (slowest) => Array.from({ length: 20 }, (_, lane) => {
  const endMs = lane === slowest ? 310 : 220;
  return bar(lane, lane, 0, endMs, [io(1, endMs - 1)]);
});

test('those that waited together took as long as the slowest, which is named if it always was the same', () => {
  const said = describeRun(run('pictures', 'async', 20, thrice(together(7))), 4400);
  assert.equal(said, 'All 20 pictures were downloading at the same time, so together they took as long as the slowest one (picture 7): 310 ms instead of 4.40 s.');
  const varied = describeRun(run('pictures', 'async', 20, [together(7), together(3), together(7)]));
  assert.equal(varied, 'All 20 pictures were downloading at the same time, so together they took as long as the slowest one: 310 ms.');
});

/** Waits that fill the time of a picture's bar but for a millisecond at each end. */
const picture = (input, lane, startMs) => bar(input, lane, startMs, startMs + 100, [io(startMs + 1, startMs + 99)]);
const bigLast = [bar(34, 0, 0, 62), bar(35, 1, 0, 100)];
for (const [title, [task, executor, workers], bars, said] of [
  ['fewer workers than pictures wait a few at once', ['pictures', 'threads', 4], Array.from({ length: 8 }, (_, input) => picture(input, input % 4, input < 4 ? 0 : 100)),
    /^Up to 4 pictures were downloading at the same time: 784 ms of waiting took 200 ms\.$/],
  ['a loop waits for one after the other', ['pictures', 'loop', 1], [0, 1, 2].map((input) => picture(input, 0, input * 100)),
    /^The pictures were downloaded one after another: 98% of the 300 ms was spent waiting\.$/],
  ['a big number that ends the run keeps the other worker idle', ['fib', 'threads', 2], bigLast,
    /^fib\(35\) alone was 62% of the work, and the other worker was idle for 38\.0 ms\.$/],
  ['under a lock one computes at a time', ['fib', 'gil', 2], [bar(34, 0, 0, 50), bar(35, 1, 0, 100, [lock(0, 50)])],
    /^Only one worker could compute at a time: waiting for the lock took 25% of all workers’ time\.$/],
  ['a lock that hardly costs anything among many threads is still what they waited for', ['fib', 'gil', 60],
    Array.from({ length: 60 }, (_, lane) => bar(lane + 1, lane, 0, lane === 59 ? 100 : 1, lane === 59 ? [lock(0, 1)] : [])),
    /^Only one worker could compute at a time/],
  ['two are both, and one alone is not up to one', ['pictures', 'async', 2], [bar(0, 0, 0, 100, [io(0.5, 99.5)]), bar(1, 1, 0, 99, [io(0.5, 98)])],
    /^Both pictures were downloading at the same time/],
  ['on one thread computing overlaps with nothing', ['fib', 'async', 2], [bar(34, 0, 0, 50), bar(35, 1, 50, 100)],
    /^Nothing waited, so nothing overlapped/],
  ['fork-join’s workers share even the biggest, if they did', ['fib', 'fork-join', 2], [bar(35, 0, 0, 50), bar(35, 1, 0, 49)],
    /^Even fib\(35\), the biggest task, was shared by 2 workers: 99\.0 ms of computing took 50\.0 ms, with the workers idle for 1%/],
  ['fork-join that had nothing to split says what was so', ['fib', 'fork-join', 2], bigLast, /^fib\(35\) alone was 62% of the work/],
  ['fork-join that had nobody to share with says what was so', ['fib', 'fork-join', 1], [bar(34, 0, 0, 38), bar(35, 0, 38, 60), bar(35, 0, 60, 100)],
    /^The tasks ran one after another: fib\(35\) alone took 62% of the time\.$/],
  ['processes that mostly wait for messages are not taken for one', ['fib', 'processes', 2],
    [bar(1, 0, 0, 1), bar(2, 1, 5, 6), bar(3, 0, 10, 11), bar(4, 1, 15, 20)], /^(?!.*(one thread|overlapped))/],
]) {
  test(title, () => assert.match(describeRun(run(task, executor, workers, thrice(bars))), said));
}

test('what held in some repeats only is left unsaid', () => {
  const other = [bar(34, 0, 0, 100), bar(35, 1, 0, 100)];
  assert.doesNotMatch(describeRun(run('fib', 'threads', 2, [bigLast, other, bigLast])), /alone|other worker/);
});

test('workers computed at once only where their bars overlapped, and how much is said', () => {
  const bars = [bar(1, 0, 0, 60), bar(2, 1, 20, 80), bar(3, 0, 60, 79)];
  const said = describeRun(run('fib', 'threads', 2, thrice(bars), { summary: { medianMs: 81 } }));
  const shared = 'Two workers computed at the same time for 74% of that, and the two workers were idle for 13% of their time.';
  assert.equal(said, `139 ms of computing took 81.0 ms. ${shared}`, 'the median, as in the table');
  const even = [bar(1, 0, 0, 60), bar(2, 1, 0, 61)];
  assert.equal(describeRun(run('fib', 'threads', 2, thrice(even))), 'Two workers shared the work almost evenly: 121 ms of computing took 61.0 ms.');
  const apart = [bar(1, 0, 0, 1), bar(2, 1, 5, 6), bar(3, 0, 10, 11)];
  assert.equal(describeRun(run('fib', 'processes', 2, thrice(apart))), 'No two workers ever computed at the same time: 3.00 ms of computing took 11.0 ms.');
  assert.equal(describeRun(run('fib', 'threads', 2, [bars, apart, bars])), '', 'neither always');
});

test('fork-join that split nothing although it could says so', () => {
  const bars = [bar(34, 0, 0, 62), bar(35, 1, 0, 100)];
  const parts = { sizes: [12, 12], halves: [[34, 36, 37, 12], [35, 38, 39, 12]] };
  const at = (cutoff) => describeRun(run('fib', 'fork-join', 2, thrice(bars), { ...parts, parameters: { cutoff } }));
  assert.match(at(20), /^Nothing was split: no input is larger than 12, and the cutoff is 20\. fib\(35\) alone/);
  assert.match(at('auto'), /^Nothing was shared: the inputs could be split/);
  assert.match(at(4), /^fib\(35\) alone/);
});

test('nothing is said of what failed, or is too short for the clock', () => {
  for (const changes of [{ failures: [{ repeat: 1, input: 3, fault: { code: 'lost' } }] }, { environment: { timerResolutionMs: 100, cores: 2 } }]) {
    assert.equal(describeRun(run('pictures', 'async', 20, thrice(together(7)), changes)), '');
  }
});

const times = (ms) => Array.from({ length: 8 }, (_, index) => ms * (1 + ((index % 4) - 1.5) / 400));
/** A run beside the loop, whose bars say nothing. */
const beside = (executor, ms) => {
  const timesMs = times(ms);
  const loop = times(100);
  const low = 100 / ms;
  return run('fib', executor, 2, [[]], {
    timesMs, results: [1], summary: null, beside: { timesMs: loop, inTurn: true }, ratio: { value: low, low: low * 0.99, high: low * 1.01 },
  });
};
const loop = run('fib', 'loop', 1, [[]], { timesMs: times(100), summary: null });
const mapOf = (entries) => new Map(entries.map((one) => [one.record.executor, one]));
const answered = (guess, entries) => describeAnswer(guess, entries, mapOf(entries));
const NO_FASTER = { of: 'gil', over: 'loop', answer: 'no faster', from: 0, to: 1.1 };

test('a question is answered with the ratio it asked for, and a guess is right only if the interval is', () => {
  const entries = [loop, beside('gil', 100.5), beside('threads', 51)];
  assert.match(answered(NO_FASTER, entries), /^You guessed “no faster”, and you were right: threads with a GIL ran as fast as the loop, to within 5% \(.*\)\. Threads ran 1\.96× as fast/);
  assert.match(answered({ ...NO_FASTER, answer: 'somewhat', from: 1.1, to: 1.6 }, entries), /^You guessed “somewhat”, but it turned out differently/);
  assert.match(answered({ ...NO_FASTER, to: 1 }, entries), /^You guessed “no faster”\. That fits/);
  assert.match(answered({ ...NO_FASTER, from: 1 }, entries), /^You guessed “no faster”\. That may be right/);
});

test('two of which neither is the loop are compared with each other, round by round', () => {
  const said = answered({ ...NO_FASTER, of: 'fork-join', over: 'threads' }, [loop, beside('threads', 65), beside('fork-join', 50)]);
  assert.match(said, /fork-join ran 1\.30× as fast as threads \(95% CI 1\.\d\d to 1\.\d\d\)/);
});

test('what failed answers no question', () => {
  const failed = { ...loop, record: { ...loop.record, failures: [{ repeat: 1, input: 1, fault: { code: 'lost' } }] } };
  assert.match(answered(NO_FASTER, [failed, beside('gil', 100)]), /failed.*again/);
});

test('where what was asked for can’t run, what did run is described', () => {
  const entries = [loop, beside('processes', 50)];
  assert.equal(answered(NO_FASTER, entries), describeOutcome(entries, mapOf(entries)));
  assert.match(answered(NO_FASTER, entries), /^Processes ran 2\.00× as fast as the loop/);
});

test('before three rounds a guess fits or may be right, a run stands beside the loop’s, and nothing is faster', () => {
  const once = (executor, ms) => run('fib', executor, 2, [[]], {
    timesMs: [ms], summary: null, beside: { timesMs: [100], inTurn: true }, ratio: { value: 100 / ms, low: null, high: null },
  });
  const entries = [run('fib', 'loop', 1, [[]], { timesMs: [100], summary: null }), once('gil', 99), once('threads', 50)];
  const answer = (from, to) => answered({ of: 'threads', over: 'gil', answer: 'twice', from, to }, entries);
  assert.match(answer(1.6, 2.5), /^You guessed “twice”\. That fits.*: threads ran 1\.98× as fast as threads with a GIL, based on a single run of each\.$/);
  assert.match(answer(2.5, 9), /^You guessed “twice”\. That may be right/);
  assert.equal(describeOutcome([entries[2]], mapOf(entries)), 'Threads ran 2.00× as fast as the loop, based on a single run of each.');
});

test('a link’s results say who was the fastest there', () => {
  const row = { executor: 'threads', workers: 8, medianMs: 20, besideMs: 100, low: 4.9, high: 5.1 };
  const friend = { key: 'fib 35 1', cores: 8, rows: [{ ...row, executor: 'loop', medianMs: 100 }, row] };
  assert.equal(describeFriend(friend), 'Measured by the author of this link on 8 cores: threads ran 5.00× as fast as the loop (95% CI 4.90 to 5.10).');
  const several = { ...friend, rows: [...friend.rows, { ...row, executor: 'map', medianMs: 99, low: 0.99, high: 1.03 }] };
  assert.match(describeFriend(several), /threads ran 5\.00× as fast as the loop \(95% CI 4\.90 to 5\.10, not adjusted for 2 comparisons\)\.$/);
  assert.match(describeFriend({ ...friend, rows: [{ ...row, low: null, high: null }] }), /which may be chance/);
});
