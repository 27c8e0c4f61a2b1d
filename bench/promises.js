// What is promised of what src/ measures: for each set of arms by name, its rows; and the arms against themselves.

import { TASKS } from '../www/settings/catalogue.js';

const FIB = TASKS.find(({ name }) => name === 'fib');

/** What the samples of all executors together are of. */
const ALL = 'all of them';

const atMost = (most) => ({ most });
const atLeast = (least) => ({ least });
const ANY = {};

/** A row: what it says, its bound, and one arm over another, each by name or as a function of a round's times. */
const row = (what, bound, over, under) => ({ what, bound, over, under });

/** What an ideal executor would take of JavaScript's time, by what the machine gave in the same round. */
const idealOfJavascript = (times) => (times.javascript * times.ideal) / times.loop;
/** fib(n) alone is that part of fib(1) to fib(n). */
const idealOfThreads = (times) => Math.max(times.ideal, times.loop / FIB.ceiling[0]);
/** What is past a first part of a run. */
const late = (times) => times.many - times.some;
const early = (times) => times.some - times.few;

/** By what the name of the samples matches: rows from its groups. Where several samples match the same, a row whose words are the same is
 * that of the worst of them. */
export const PROMISES = [
  [/^fib\(1\.\.=35\)$/, () => [
    row('fork-join, fib(1..=35), against C(P) times the loop', atLeast(0.93), 'ideal', 'fork-join'),
    row('fork-join on 1 worker against the loop', atMost(1.02), 'fork-join on 1', 'loop'),
    row('the loop in wasm against the same source native', atMost(0.95), 'loop', 'native'),
    row('the loop against JavaScript: times as fast', atLeast(3), 'javascript', 'loop'),
    row('fork-join against JavaScript: times as fast, by C(P)', atLeast(3), idealOfJavascript, 'fork-join'),
    row('the loop’s first run after ready against its warm median', atMost(1.3), 'first loop', 'loop'),
    row('fork-join’s first run after ready against its warm median', atMost(1.3), 'first fork-join', 'fork-join'),
    row('C(P) itself, by fib(1..=35)', ANY, 'loop', 'ideal'),
  ]],
  [/^fib\(1\.\.=40\)$/, () => [
    row('threads, n = 40, against min(C(P), 2.618) times the loop', atLeast(0.97), idealOfThreads, 'threads'),
    row('processes against threads, both in ascending order, n = 40', atMost(1.05), 'processes', 'threads, ascending'),
    row('processes, in ascending order, against threads, longest first', ANY, 'processes', 'threads'),
  ]],
  [/^fib\(1\.\.=42\)$/, () => [row('fork-join, fib(1..=42), against C(P) times the loop', atLeast(0.97), 'ideal', 'fork-join')]],
  [/^cutoffs of fib\(1\.\.=(\d+)\)$/, (n, arms) => [
    ...Object.keys(arms).filter((arm) => arm.startsWith('cutoff ')).map((cutoff) =>
      row(`fork-join, n = ${n}, that finds its cutoff, against the best of fixed ones`, atMost(1.02), 'auto', cutoff)),
    row(`the same on 1 worker, n = ${n}, against the loop`, atMost(1.1), 'alone', 'loop'),
  ]],
  [/^Mandelbrot set$/, () => [
    row('threads, the Mandelbrot set, against C(P) times the loop', atLeast(0.97), 'ideal', 'threads'),
    row('the Mandelbrot set in wasm against the same source native', atMost(1.15), 'loop', 'native'),
  ]],
  [/^start-up, (.*)$/, (name) => [
    row(`press to ready, ${name}, over as many bare workers`, atMost(1.5), 'ready', 'bare'),
    row(`what being ready cost, ${name}, what was prepaid included, likewise`, ANY, 'cost', 'bare'),
  ]],
  [/^first start-up, (.*)$/, (name) => [row(`press to ready, ${name}, the first of a visit over the second`, atMost(2), 'first', 'second')]],
  [/^a link with run, (.*)$/, (host) => [
    row(`a link with run, from nothing to its end, ${host}, over the page alone`, atMost(2), 'run', 'page'),
  ]],
  [/^(\d+) bare loops at once, (\w+)$/, (count, cores) => [
    row(`bare wasm: the throughput of ${count} loops at once, over one (${cores} cores)`, ANY, (times) => times.one * count, 'all'),
  ]],
  [/^bare workers$/, () => [row('a bare worker that runs wasm, over one that doesn’t', ANY, 'engine-worker.js', 'bare.js')]],
  [/^bare first lap$/, () => [row('bare wasm: the first lap after 60 ms of warm-up, over the twelfth', ANY, 'first', 'warm')]],
  [/^bare isolation$/, () => [
    row('a bare page that a reload isolates, to its first worker’s answer, over the same without a reload', ANY, 'reloaded', 'page'),
  ]],
  [/^pictures$/, () => [
    row('async, 20 pictures, against the slowest of them', atMost(1.1), 'async', 'async, its slowest'),
    row('async against a bare Promise.all in JavaScript', atMost(1.03), 'async', 'promise-all'),
    ...['gil', 'threads', 'processes'].map((executor) =>
      row(`${executor}, 20 workers, against the slowest picture`, atMost(1.25), executor, `${executor}, its slowest`)),
  ]],
  [/^pictures and the loop$/, () => [
    row('async against the slowest picture of the loop, which has the network for itself', ANY, 'async', 'loop, its slowest'),
    row('async against the loop: times as fast', atLeast(17), 'loop', 'async'),
    row('a bare Promise.all against the loop: times as fast', ANY, 'loop', 'promise-all'),
  ]],
  [/^frames, /, () => [row('frames in a run against the idle page’s, P = cores - 1', atLeast(0.97), 'idle', 'run')]],
  [/^growth, (.*)$/, (what) => [
    row(`what ${what} costs the page’s thread in the second half of a long run against the first`, atMost(1.15), late, early),
  ]],
  [/^comparing, (.*)$/, (work) => [
    row(`a comparison of ${work}, from the press to its end, in seconds`, atMost({ 'fib(1..=35)': 11, 'the Mandelbrot set': 12 }[work] ?? 24), 'over', () => 1000),
    row(`a comparison of ${work}, from the press until every lane has a bar, in seconds`, /pictures/.test(work) ? ANY : atMost(4), 'lanes', () => 1000),
  ]],
  [/^the loop among others$/, () => [row('the loop, while the workers of all other executors wait, over the loop alone', atMost(1.02), 'among', 'alone')]],
  [/^on the page, (.*): (.*)$/, (work, executors, _arms, browser) => {
    const bound = atMost(/webkit|minibrowser/i.test(browser) ? 1.05 : 1.02);
    const what = executors === ALL ? `${work}, all executors together` : work;
    return [
      row(`${what}, everything shown over views hidden`, bound, 'shown', 'hidden'),
      row(`${what}, everything shown over the empty arena`, bound, 'shown', 'arena'),
    ];
  }],
];

/** The same arm against itself: what should be 1, and says how far the machine can be trusted. */
export const controlsOf = (arms) =>
  Object.keys(arms).filter((arm) => arm.endsWith(' again')).map((again) => {
    const arm = again.slice(0, -' again'.length);
    return row(`${arm} against itself`, ANY, again, arm);
  });
