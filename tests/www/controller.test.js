// The controller of runs: what comes of presses at any moment, and of errors at any place.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { scheduleOf } from '../../www/run/schedule.js';
import { planComparison, planRun } from '../../www/settings/job.js';
import { createPage, fakeStart, fire, PACE, setupOf } from './fake-run.js';

const PLAN = planRun(setupOf('?n=2&repeats=2'));
const COMPARISON = planComparison(setupOf('?n=2&repeats=2'), ['map']);
/** A run whose second repeat is never over. */
const hanging = () => fakeStart({ hang: 2 });
const slip = new Error('a slip');
/** What it makes of a run. */
const BROKE = { code: 'page-broke', cause: 'a slip' };
const fails = () => {
  throw slip;
};

/** Something that a test lets happen when it wants. */
function promised() {
  let settle;
  const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

/** Nothing goes on, no worker is left, and what is pressed next begins. */
async function assertUsable({ controller, start }) {
  assert.equal(controller.phase, 'idle');
  start.assertAllEnded();
  let hasBegun = false;
  controller.press(() => {
    hasBegun = true;
    return null;
  });
  await controller.whenIdle();
  assert.ok(hasBegun);
}

// From press to outcome

test('a press that has to wait is prepared, runs, and has an outcome', async () => {
  const page = createPage();
  page.controller.press(async () => PLAN);
  await page.controller.whenIdle();
  assert.deepEqual(page.changes, ['ready', 'preparing', 'running', 'done']);
});

test('a press that need not wait starts workers before any view hears of it', () => {
  const start = fakeStart();
  const page = createPage({ start });
  page.controller.press(() => PLAN);
  assert.deepEqual(start.started, ['loop']);
  assert.deepEqual(page.changes, ['ready', 'running']);
});

test('a press that nothing can be run for fails, and no run is begun', async () => {
  const page = createPage();
  page.controller.press(() => null);
  await page.controller.whenIdle();
  assert.deepEqual([page.controller.state, page.types()], ['failed', []]);
  assert.deepEqual(page.results, [{ outcome: 'failed', plan: null, entries: [], fault: null }]);
});

test('a run that brought no result fails, one that was cancelled is cancelled, others are done', async () => {
  const page = createPage({ start: fakeStart({ breakAt: 1 }) });
  assert.equal((await page.run(PLAN)).outcome, 'failed');
  const done = createPage();
  assert.equal((await done.run(PLAN)).outcome, 'done');
  const cancelled = createPage({ start: hanging() });
  const over = cancelled.run(PLAN);
  cancelled.controller.cancel();
  assert.equal((await over).outcome, 'cancelled');
});

test('a page settles once, and not while something goes on', async () => {
  const page = createPage({ start: hanging() });
  const over = page.run(PLAN);
  page.controller.settle();
  assert.equal(page.controller.state, 'running');
  page.controller.cancel();
  await over;
  page.controller.settle();
  assert.equal(page.controller.state, 'cancelled');
});

// Views that throw

const EVENTS = ['begin', 'starting', 'ready', 'warm', 'repeat', 'started-repeat', 'finished', 'report', 'measured', 'series-end', 'end'];
const VIEWS = [
  ...EVENTS.map((type) => [`when it hears of ${type}`, { handle: (event) => event.type === type && fails() }]),
  ...['preparing', 'running', 'idle'].map((phase) => [`when the page is ${phase}`, { changed: (now) => now.phase === phase && fails() }]),
  ['when a series has ended', { add: fails }],
  ['when a run is over', { over: fails }],
  ['some time after a run is over', { over: async () => fails(await Promise.resolve()) }],
];

for (const [moment, view] of VIEWS) {
  test(`a view that throws ${moment} is reported, and the run and the other views go on`, async () => {
    const healthy = createPage();
    healthy.controller.press(async () => PLAN);
    await healthy.controller.whenIdle();
    const page = createPage({ views: [view] });
    page.controller.press(async () => PLAN);
    await page.controller.whenIdle();
    assert.equal(page.controller.state, 'done');
    assert.deepEqual(page.types(), healthy.types());
    assert.deepEqual(page.changes, healthy.changes);
    assert.ok(page.reported.length > 0 && page.reported.every((error) => error === slip));
    // However often it throws, the page says it once.
    assert.deepEqual(page.warnings.map((words) => words.includes('a slip')), [true]);
    page.start.assertAllEnded();
  });
}

test('a view that throws as a run is cancelled keeps nothing from ending', async () => {
  const views = [{ changed: ({ phase }) => phase === 'cancelling' && fails(), handle: ({ type }) => type === 'end' && fails() }];
  const page = createPage({ start: hanging(), views });
  const over = page.run(PLAN);
  await page.when('measured');
  page.controller.cancel();
  assert.equal((await over).outcome, 'cancelled');
  page.start.assertAllEnded();
});

// Errors of the page's own code

/** What a run is made of, but for one part that throws or rejects, if not the first time. */
const later = (count, part) => (...parts) => (count-- > 0 ? part(...parts) : fails());
const brokenSchedule = (name, count) => (plan) => {
  const schedule = scheduleOf(plan);
  return { ...schedule, [name]: later(count, schedule[name]) };
};
const BROKEN = {
  'the first workers can’t be started': () => ({ start: Object.assign(() => fails(), { assertAllEnded() {} }) }),
  'drawing before the first repeat': () => ({ pace: { ...PACE, pause: async () => fails() } }),
  'drawing before a later repeat': () => ({ pace: { ...PACE, pause: later(2, async () => {}) } }),
  'the drawing stops': () => ({ pace: { ...PACE, measure: fails } }),
  'the drawing may go on': () => ({ pace: { ...PACE, rest: fails } }),
  'the drawing goes on': () => ({ pace: { ...PACE, end: fails } }),
  'the schedule begins': () => ({ scheduleOf: fails }),
  'the schedule says what comes next': () => ({ scheduleOf: brokenSchedule('next', 2) }),
  'the schedule hears of a time': () => ({ scheduleOf: brokenSchedule('measured', 1) }),
  'the schedule says why a series ended': () => ({ scheduleOf: brokenSchedule('stopOf', 0) }),
  'records are begun': () => ({ environment: fails }),
  'what was shown is drawn': () => ({ whenDrawn: async () => fails() }),
};

for (const [place, parts] of Object.entries(BROKEN)) {
  test(`an exception where ${place} fails the run with its words, and no worker stays`, async () => {
    const page = createPage(parts());
    const { outcome, fault } = await page.run(COMPARISON);
    assert.deepEqual([outcome, fault], ['failed', BROKE]);
    assert.equal(page.controller.state, 'failed');
    assert.deepEqual(page.reported, [slip]);
    page.start.assertAllEnded();
    await assertUsable(page);
  });
}

for (const [way, prepare] of [['at once', fails], ['after a while', async () => fails(await Promise.resolve())]]) {
  test(`an exception in what a press prepares, ${way}, fails it with its words`, async () => {
    const page = createPage();
    page.controller.press(prepare);
    await page.controller.whenIdle();
    assert.deepEqual(page.results, [{ outcome: 'failed', plan: null, entries: [], fault: BROKE }]);
    await assertUsable(page);
  });
}

test('where the workers of a later series can’t be started, what was measured is kept', async () => {
  const start = fakeStart();
  let starts = 0;
  const second = Object.assign((...parts) => ((starts += 1) === 2 ? fails() : start(...parts)), start);
  const page = createPage({ start: second });
  const { outcome, entries } = await page.run(COMPARISON);
  assert.equal(outcome, 'failed');
  assert.deepEqual(entries.map(({ record, fault }) => [record.executor, fault]), [['loop', BROKE], ['map', BROKE]]);
  start.assertAllEnded();
});

test('where a message of a worker can’t be handled, the run fails and the worker is ended', async () => {
  const start = fakeStart();
  const garbled = Object.assign((job, listen) => start(job, (message) => listen({ ...message, results: null })), start);
  const page = createPage({ start: garbled });
  const { outcome, fault } = await page.run(PLAN);
  assert.equal(outcome, 'failed');
  assert.match(fault.cause, /null/);
  start.assertAllEnded();
});

for (const [type, properties] of [['error', { error: slip }], ['unhandledrejection', { reason: slip }]]) {
  test(`an ${type} of the page ends the run as failed, with words, and what was finished is kept`, async () => {
    const page = createPage({ start: hanging() });
    const over = page.run(PLAN);
    await page.when('measured');
    await page.when('finished');
    fire(type, properties);
    page.start.assertAllEnded();
    const { outcome, fault, entries } = await over;
    assert.deepEqual([outcome, fault], ['failed', BROKE]);
    const [{ record }] = entries;
    assert.deepEqual([record.repeats, record.stop, record.results], [1, null, [0, null]]);
    assert.deepEqual(record.failures.at(-1), { repeat: 2, input: 2, fault: { code: 'unfinished', fault: BROKE } });
    // The browser has it in its console already.
    assert.deepEqual(page.reported, []);
    await assertUsable(page);
  });

  test(`an ${type} while something is prepared ends that as failed, and nothing runs`, async () => {
    const page = createPage();
    page.controller.press(() => new Promise(() => {}));
    fire(type, properties);
    await page.controller.whenIdle();
    assert.deepEqual(page.results, [{ outcome: 'failed', plan: null, entries: [], fault: BROKE }]);
    assert.deepEqual(page.start.started, []);
  });

  test(`an ${type} while nothing goes on is a warning`, () => {
    const page = createPage();
    fire(type, properties);
    assert.equal(page.controller.state, 'ready');
    assert.match(page.warnings.join(), /a slip.*reload the page/);
  });
}

test('what browsers tell as an error without one ends no run', async () => {
  const page = createPage({ start: hanging() });
  const over = page.run(PLAN);
  fire('error', { message: 'ResizeObserver loop completed with undelivered notifications.' });
  assert.equal(page.controller.phase, 'running');
  page.controller.cancel();
  await over;
});

test('an error once a run has been measured changes nothing about it', async () => {
  const drawn = promised();
  const page = createPage({ whenDrawn: () => drawn.promise });
  const over = page.run(PLAN);
  await page.when('end');
  fire('error', { error: slip });
  drawn.resolve();
  assert.equal((await over).outcome, 'done');
  assert.match(page.warnings.join(), /a slip/);
});

// Another press, and Cancel, in each state

test('pressed while another press is prepared, only the last one runs', async () => {
  const first = promised();
  const page = createPage();
  let given;
  page.controller.press((signal) => {
    given = signal;
    return first.promise;
  });
  page.controller.press(() => PLAN);
  assert.ok(given.aborted, 'the first can stop what it waits for');
  await page.controller.whenIdle();
  first.resolve(COMPARISON);
  await page.controller.whenIdle();
  assert.deepEqual(page.entries.map(({ record }) => record.executor), ['loop']);
  assert.deepEqual(page.results.map(({ outcome }) => outcome), ['cancelled', 'done']);
});

test('of many presses, only the last one runs', async () => {
  const page = createPage({ start: hanging() });
  page.controller.press(() => PLAN);
  const unwanted = () => assert.fail('it was pressed before the last');
  page.controller.press(unwanted);
  page.controller.press(unwanted);
  page.controller.press(() => null);
  await page.controller.whenIdle();
  assert.deepEqual(page.results.map(({ outcome }) => outcome), ['cancelled', 'failed']);
});

test('pressed while a run goes on, its workers end before the next run’s start', async () => {
  const start = hanging();
  const page = createPage({ start });
  page.controller.press(() => PLAN);
  await page.when('measured');
  page.controller.press(() => {
    start.assertAllEnded();
    return null;
  });
  assert.equal(page.controller.phase, 'cancelling');
  await page.controller.whenIdle();
  assert.deepEqual(page.events.at(-1), { type: 'end', cancelled: true });
  // To those who look at the page only, one run became the other.
  assert.deepEqual(page.changes, ['ready', 'running', 'cancelling', 'failed']);
});

test('pressed while a run is being cancelled, the next one runs', async () => {
  const views = [];
  const page = createPage({ start: hanging(), views });
  page.controller.join({ changed: ({ phase }) => phase === 'cancelling' && page.controller.press(() => ({ ...PLAN, series: [] })) });
  page.controller.press(() => PLAN);
  await page.when('measured');
  page.controller.cancel();
  await page.controller.whenIdle();
  assert.deepEqual(page.results.map(({ outcome }) => outcome), ['cancelled', 'done']);
});

test('pressed while a run’s end is being drawn or shown, nothing waits for that', async () => {
  const never = () => new Promise(() => {});
  for (const parts of [{ whenDrawn: never }, { views: [{ over: ({ plan }) => (plan ? never() : undefined) }] }]) {
    const page = createPage(parts);
    page.controller.press(() => PLAN);
    await page.when('end');
    page.controller.press(() => null);
    await page.controller.whenIdle();
    assert.deepEqual(page.results.map(({ outcome }) => outcome), ['done', 'failed']);
  }
});

test('what is shown of a run’s end can tell that something else was pressed', async () => {
  const isShown = promised();
  let given;
  const over = (_, signal) => {
    given = signal;
    isShown.resolve();
    return new Promise(() => {});
  };
  const page = createPage({ views: [{ over }] });
  page.controller.press(() => PLAN);
  await isShown.promise;
  assert.ok(!given.aborted);
  page.controller.cancel();
  assert.ok(given.aborted);
  await page.controller.whenIdle();
  assert.equal(page.controller.state, 'done', 'what has been measured stays so');
});

test('cancelled while it is prepared, a press is over, and what it waited for makes no difference', async () => {
  const wait = promised();
  const page = createPage();
  page.controller.press(() => wait.promise);
  page.controller.cancel();
  await page.controller.whenIdle();
  assert.equal(page.controller.state, 'cancelled');
  wait.reject(slip);
  await assertUsable(page);
  assert.deepEqual(page.reported, []);
});

test('cancelled after another press, neither runs', async () => {
  const page = createPage({ start: hanging() });
  page.controller.press(() => PLAN);
  page.controller.press(() => assert.fail('it was cancelled'));
  page.controller.cancel();
  await page.controller.whenIdle();
  assert.deepEqual(page.results.map(({ outcome }) => outcome), ['cancelled']);
});

test('cancelled when nothing goes on, nothing changes', () => {
  const page = createPage();
  page.controller.cancel();
  assert.deepEqual([page.changes, page.results], [['ready'], []]);
});

test('a page that is left ends its run, but not the reload that is being prepared', async () => {
  const page = createPage({ start: hanging() });
  const over = page.run(PLAN);
  page.controller.leave();
  page.start.assertAllEnded();
  await over;
  page.controller.press(() => new Promise(() => {}));
  page.controller.leave();
  assert.equal(page.controller.phase, 'preparing');
  page.controller.cancel();
  await page.controller.whenIdle();
});
