// The performance targets: the rows for each set of arms that src/ measures, by its name; and the controls.

import { TASKS } from '../www/settings/catalogue.js';

const FIB = TASKS.find(({ name }) => name === 'fib');

/** The name of the samples of all executors together. */
const ALL = 'all of them';

const atMost = (most) => ({ most });
const atLeast = (least) => ({ least });
const ANY = {};

/** A row: its label, its bound, and one arm over another, each by name or as a function of a round's times. */
const row = (what, bound, over, under) => ({ what, bound, over, under });

/** JavaScript's time divided by C(P) of the same round. */
const idealOfJavascript = (times) => (times.javascript * times.ideal) / times.loop;
/** fib(n) alone is that part of fib(1) to fib(n), so threads can't be faster. */
const idealOfThreads = (times) => Math.max(times.ideal, times.loop / FIB.ceiling[0]);
/** The second half of a long run, and the first. */
const late = (times) => times.many - times.some;
const early = (times) => times.some - times.few;

/** For samples whose name matches: rows made from the match's groups. Rows with the same label become one, that of the worst samples. */
export const PROMISES = [
  [/^fib\(1\.\.=35\)$/, () => [
    row('fork-join, fib(1..=35): speed-up as a share of C(P)', atLeast(0.93), 'ideal', 'fork-join'),
    row('fork-join on 1 worker over the loop', atMost(1.02), 'fork-join on 1', 'loop'),
    row('the loop in wasm over the same source compiled natively', atMost(0.95), 'loop', 'native'),
    row('the loop: speed-up over JavaScript', atLeast(3), 'javascript', 'loop'),
    row('fork-join: speed-up over JavaScript, divided by C(P)', atLeast(3), idealOfJavascript, 'fork-join'),
    row('the loop: first run after ready over its warm median', atMost(1.3), 'first loop', 'loop'),
    row('fork-join: first run after ready over its warm median', atMost(1.3), 'first fork-join', 'fork-join'),
    row('C(P), measured with fib(1..=35)', ANY, 'loop', 'ideal'),
  ]],
  [/^fib\(1\.\.=40\)$/, () => [
    row('threads, fib(1..=40): speed-up as a share of min(C(P), 2.618)', atLeast(0.97), idealOfThreads, 'threads'),
    row('processes over threads, both in ascending order, fib(1..=40)', atMost(1.05), 'processes', 'threads, ascending'),
    row('processes in ascending order over threads, longest first, fib(1..=40)', ANY, 'processes', 'threads'),
  ]],
  [/^fib\(1\.\.=42\)$/, () => [row('fork-join, fib(1..=42): speed-up as a share of C(P)', atLeast(0.97), 'ideal', 'fork-join')]],
  [/^cutoffs of fib\(1\.\.=(\d+)\)$/, (n, arms) => [
    ...Object.keys(arms).filter((arm) => arm.startsWith('cutoff ')).map((cutoff) =>
      row(`fork-join, fib(1..=${n}): cutoff=auto over a fixed cutoff`, atMost(1.02), 'auto', cutoff)),
    row(`fork-join on 1 worker, fib(1..=${n}): cutoff=auto over the loop`, atMost(1.1), 'alone', 'loop'),
  ]],
  [/^Mandelbrot set$/, () => [
    row('threads, the Mandelbrot set: speed-up as a share of C(P)', atLeast(0.97), 'ideal', 'threads'),
    row('the Mandelbrot set in wasm over the same source compiled natively', atMost(1.15), 'loop', 'native'),
  ]],
  [/^start-up, (.*)$/, (name) => [
    row(`press to ready, ${name}, over as many bare workers`, atMost(1.5), 'ready', 'bare'),
    row(`start-up, prepaid part included, ${name}, over as many bare workers`, ANY, 'cost', 'bare'),
  ]],
  [/^first start-up, (.*)$/, (name) => [row(`press to ready, ${name}, the first run of a visit over the second`, atMost(2), 'first', 'second')]],
  [/^a link with run, (.*)$/, (host) => [
    row(`a link with run, from opening it to the run’s end, ${host}, over the page alone`, atMost(2), 'run', 'page'),
  ]],
  [/^(\d+) bare loops at once, (\w+)$/, (count, cores) => [
    row(`bare wasm: throughput of ${count} loops at once over one (${cores} cores)`, ANY, (times) => times.one * count, 'all'),
  ]],
  [/^bare workers$/, () => [row('a bare worker that runs wasm over one that doesn’t', ANY, 'engine-worker.js', 'bare.js')]],
  [/^bare first lap$/, () => [row('bare wasm: first lap after 60 ms of warm-up over the twelfth', ANY, 'first', 'warm')]],
  [/^bare isolation$/, () => [
    row('a bare page until its first worker answers, isolated by a reload over isolated by headers', ANY, 'reloaded', 'page'),
  ]],
  [/^pictures$/, () => [
    row('async, 20 pictures, over the slowest picture', atMost(1.1), 'async', 'async, its slowest'),
    row('async over a bare Promise.all in JavaScript', atMost(1.03), 'async', 'promise-all'),
    ...['gil', 'threads', 'processes'].map((executor) =>
      row(`${executor}, 20 workers, over the slowest picture`, atMost(1.25), executor, `${executor}, its slowest`)),
  ]],
  [/^pictures and the loop$/, () => [
    row('async over the slowest picture of the loop, which has the network to itself', ANY, 'async', 'loop, its slowest'),
    row('async: speed-up over the loop', atLeast(17), 'loop', 'async'),
    row('a bare Promise.all: speed-up over the loop', ANY, 'loop', 'promise-all'),
  ]],
  [/^frames, /, () => [row('frame rate in a run over the idle page’s, P = cores - 1', atLeast(0.97), 'idle', 'run')]],
  [/^growth, (.*)$/, (what) => [
    row(`cost of ${what} on the page’s thread, second half of a long run over the first`, atMost(1.15), late, early),
  ]],
  [/^comparing, (.*)$/, (work) => [
    row(`a comparison of ${work}, from the press to the end, in seconds`, atMost({ 'fib(1..=35)': 11, 'the Mandelbrot set': 12 }[work] ?? 24), 'over', () => 1000),
    row(`a comparison of ${work}, from the press until every lane has a bar, in seconds`, /pictures/.test(work) ? ANY : atMost(4), 'lanes', () => 1000),
  ]],
  [/^the loop among others$/, () => [row('the loop while all other executors’ workers wait, over the loop alone', atMost(1.02), 'among', 'alone')]],
  [/^on the page, (.*): (.*)$/, (work, executors, _arms, browser) => {
    const bound = atMost(/webkit|minibrowser/i.test(browser) ? 1.05 : 1.02);
    const what = executors === ALL ? `${work}, all executors together` : work;
    return [
      row(`${what}, everything shown over views hidden`, bound, 'shown', 'hidden'),
      row(`${what}, everything shown over the empty arena`, bound, 'shown', 'arena'),
    ];
  }],
];

/** The same arm against itself: should be 1, and shows how far to trust the machine. */
export const controlsOf = (arms) =>
  Object.keys(arms).filter((arm) => arm.endsWith(' again')).map((again) => {
    const arm = again.slice(0, -' again'.length);
    return row(`${arm} against itself`, ANY, again, arm);
  });
