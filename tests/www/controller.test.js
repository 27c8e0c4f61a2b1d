// The controller of runs: what comes of presses at any moment, and of errors at any place.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Schedule } from '../../www/run/schedule.js';
import { planComparison, planRun } from '../../www/settings/job.js';
import { createPage, fakeStart, fire, PACE, setupOf } from './fake-run.js';

const PLAN = planRun(setupOf('?n=2&repeats=2'));
const ONCE = planRun(setupOf('?n=2&repeats=1'));
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
/** A page in the second repeat of a run. */
async function inRun(others = {}) {
  const page = createPage({ start: hanging(), ...others });
  page.controller.press(() => PLAN);
  await page.when('report');
  return page;
}

/** Nothing goes on, no worker is left, and what is pressed next begins. */
async function assertUsable({ controller, start }) {
  assert.equal(controller.phase, 'idle');
  start.assertAllEnded();
  await new Promise((begun) => controller.press(() => begun(null) ?? null));
  await controller.whenIdle();
}

// From press to outcome

test('a press that has to wait is prepared, runs, and has an outcome', async () => {
  const page = createPage();
  await page.press(async () => PLAN);
  assert.deepEqual(page.changes, ['ready', 'preparing', 'running', 'done']);
});

test('a press that nothing can be run for fails, and no run is begun', async () => {
  const page = createPage();
  await page.press(() => null);
  assert.deepEqual([page.controller.state, page.types()], ['failed', []]);
  assert.deepEqual(page.results, [{ outcome: 'failed', plan: null, entries: [], fault: null }]);
});

test('a run that brought no result fails, one that was cancelled is cancelled, others are done', async () => {
  const outcomeOf = async (start) => (await createPage({ start }).run(PLAN)).outcome;
  assert.deepEqual([await outcomeOf(fakeStart({ breakAt: 1 })), await outcomeOf(fakeStart())], ['failed', 'done']);
  const page = await inRun();
  assert.equal((await page.cancel()).outcome, 'cancelled');
});

test('a page settles once, and not while something goes on', async () => {
  const page = await inRun();
  page.controller.settle();
  assert.equal(page.controller.state, 'running');
  await page.cancel();
  page.controller.settle();
  assert.equal(page.controller.state, 'cancelled');
});

// Views that throw

const EVENTS = ['begin', 'starting', 'ready', 'warm', 'repeat', 'started-repeat', 'finished', 'report', 'series-end', 'end'];
const VIEWS = [
  ...EVENTS.map((type) => [`when it hears of ${type}`, { handle: (event) => event.type === type && fails() }]),
  ...['preparing', 'running', 'idle'].map((phase) => [`when the page is ${phase}`, { changed: (now) => now.phase === phase && fails() }]),
  ['when it is told what is known so far', { look: fails }],
  ['when a series has ended', { add: fails }],
  ['when a run is over', { over: fails }],
  ['some time after a run is over', { over: async () => fails(await Promise.resolve()) }],
];

for (const [moment, view] of VIEWS) {
  test(`a view that throws ${moment} is reported, and the run and the other views go on`, async () => {
    const healthy = createPage();
    await healthy.press(async () => PLAN);
    const page = createPage({ views: [view] });
    await page.press(async () => PLAN);
    assert.deepEqual([page.outcomes(), page.types(), page.changes], [['done'], healthy.types(), healthy.changes]);
    assert.ok(page.reported.length > 0 && page.reported.every((error) => error === slip));
    // However often it throws, the page says it once.
    assert.deepEqual(page.warnings.map((words) => words.includes('a slip')), [true]);
    page.start.assertAllEnded();
  });
}

test('a view that throws as a run is cancelled keeps nothing from ending', async () => {
  const views = [{ changed: ({ phase }) => phase === 'cancelling' && fails(), handle: ({ type }) => type === 'end' && fails() }];
  const page = await inRun({ views });
  assert.equal((await page.cancel()).outcome, 'cancelled');
  page.start.assertAllEnded();
});

// Errors of the page's own code

/** What a run is made of, but for one part that throws or rejects, if not the first time. */
const later = (count, part) => (...parts) => (count-- > 0 ? part(...parts) : fails());
const brokenSchedule = (name, count) => (plan) => {
  const schedule = new Schedule(plan);
  return Object.assign(schedule, { [name]: later(count, schedule[name].bind(schedule)) });
};
const BROKEN = {
  'the first workers can’t be started': () => ({ start: Object.assign(() => fails(), { assertAllEnded() {} }) }),
  'drawing before the first repeat': () => ({ pace: { ...PACE, pause: async () => fails() } }),
  'drawing before a later repeat': () => ({ pace: { ...PACE, pause: later(4, async () => {}) } }),
  'the drawing stops': () => ({ pace: { ...PACE, measure: fails } }),
  'the drawing may go on': () => ({ pace: { ...PACE, rest: fails } }),
  'the drawing goes on': () => ({ pace: { ...PACE, end: fails } }),
  'the schedule begins': () => ({ scheduleOf: fails }),
  'the schedule says what comes next': () => ({ scheduleOf: brokenSchedule('next', 2) }),
  'the schedule hears of a time': () => ({ scheduleOf: brokenSchedule('measured', 1) }),
  'the schedule says what a series is compared with': () => ({ scheduleOf: brokenSchedule('besideOf', 0) }),
  'the schedule says why a series ended': () => ({ scheduleOf: brokenSchedule('stopOf', 0) }),
  'records are begun': () => ({ environment: fails }),
  'what was shown is drawn': () => ({ whenDrawn: async () => fails() }),
};

for (const [place, parts] of Object.entries(BROKEN)) {
  test(`an exception where ${place} fails the run with its words, and no worker stays`, async () => {
    const page = createPage(parts());
    const { outcome, fault } = await page.run(COMPARISON);
    assert.deepEqual([outcome, fault, page.controller.state, page.reported], ['failed', BROKE, 'failed', [slip]]);
    await assertUsable(page);
  });
}

for (const [way, prepare] of [['at once', fails], ['after a while', async () => fails(await Promise.resolve())]]) {
  test(`an exception in what a press prepares, ${way}, fails it with its words`, async () => {
    const page = createPage();
    await page.press(prepare);
    assert.deepEqual(page.results, [{ outcome: 'failed', plan: null, entries: [], fault: BROKE }]);
    await assertUsable(page);
  });
}

test('where the workers of a later series can’t be started, the run fails and the others end', async () => {
  const start = fakeStart();
  const { outcome, entries } = await createPage({ start: later(1, start) }).run(COMPARISON);
  assert.equal(outcome, 'failed');
  assert.deepEqual(entries.map(({ record, fault }) => [record.executor, fault]), [['loop', BROKE], ['map', BROKE]]);
  start.assertAllEnded();
});

test('where a message of a worker can’t be handled, the run fails and the worker is ended', async () => {
  const start = fakeStart();
  const garbled = (job, listen) => start(job, (message) => listen({ ...message, results: null }));
  const { outcome, fault } = await createPage({ start: garbled }).run(PLAN);
  assert.equal(outcome, 'failed');
  assert.match(fault.cause, /null/);
  start.assertAllEnded();
});

for (const [type, properties] of [['error', { error: slip }], ['unhandledrejection', { reason: slip }]]) {
  test(`an ${type} of the page ends the run as failed, with words, and what was finished is kept`, async () => {
    const page = await inRun();
    await page.when('finished');
    fire(type, properties);
    page.start.assertAllEnded();
    const { outcome, fault, entries } = await page.over();
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
    await page.over();
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
  const page = await inRun();
  fire('error', { message: 'ResizeObserver loop completed with undelivered notifications.' });
  assert.equal(page.controller.phase, 'running');
  await page.cancel();
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
  page.controller.press((signal) => (given = signal) && first.promise);
  page.controller.press(() => PLAN);
  assert.ok(given.aborted, 'the first can stop what it waits for');
  await page.over();
  first.resolve(COMPARISON);
  await page.over();
  assert.deepEqual(page.entries.map(({ record }) => record.executor), ['loop']);
  assert.deepEqual(page.outcomes(), ['cancelled', 'done']);
});

test('of many presses, only the last one runs', async () => {
  const page = createPage({ start: hanging() });
  page.controller.press(() => PLAN);
  const unwanted = () => assert.fail('it was pressed before the last');
  page.controller.press(unwanted);
  page.controller.press(unwanted);
  await page.press(() => null);
  assert.deepEqual(page.outcomes(), ['cancelled', 'failed']);
});

test('pressed while a run goes on, its workers end before the next run’s start', async () => {
  const page = await inRun();
  page.controller.press(() => page.start.assertAllEnded() ?? null);
  assert.equal(page.controller.phase, 'cancelling');
  await page.over();
  assert.deepEqual(page.events.at(-1), { type: 'end', cancelled: true });
  // To those who look at the page only, one run became the other.
  assert.deepEqual(page.changes, ['ready', 'running', 'cancelling', 'failed']);
});

test('pressed while a run is being cancelled, the next one runs', async () => {
  const page = await inRun();
  page.controller.join({ changed: ({ phase }) => phase === 'cancelling' && page.controller.press(() => ONCE) });
  await page.cancel();
  assert.deepEqual(page.outcomes(), ['cancelled', 'done']);
});

test('pressed while a run’s end is being drawn or shown, nothing waits for that', async () => {
  const never = () => new Promise(() => {});
  for (const parts of [{ whenDrawn: never }, { views: [{ over: ({ plan }) => (plan ? never() : undefined) }] }]) {
    const page = createPage(parts);
    page.controller.press(() => PLAN);
    await page.when('end');
    page.controller.press(() => null);
    await page.over();
    assert.deepEqual(page.outcomes(), ['done', 'failed']);
  }
});

test('what is shown of a run’s end can tell that something else was pressed', async () => {
  const shown = promised();
  const page = createPage({ views: [{ over: (_, signal) => new Promise(() => shown.resolve(signal)) }] });
  page.controller.press(() => PLAN);
  const given = await shown.promise;
  assert.ok(!given.aborted);
  page.controller.cancel();
  assert.ok(given.aborted);
  await page.over();
  assert.equal(page.controller.state, 'done', 'what has been measured stays so');
});

test('cancelled while it is prepared, a press is over, and what it waited for makes no difference', async () => {
  const wait = promised();
  const page = createPage();
  page.controller.press(() => wait.promise);
  await page.cancel();
  assert.equal(page.controller.state, 'cancelled');
  wait.reject(slip);
  await assertUsable(page);
  assert.deepEqual(page.reported, []);
});

test('cancelled after another press, neither runs', async () => {
  const page = createPage({ start: hanging() });
  page.controller.press(() => PLAN);
  page.controller.press(() => assert.fail('it was cancelled'));
  await page.cancel();
  assert.deepEqual(page.outcomes(), ['cancelled']);
});

test('cancelled when nothing goes on, nothing changes', () => {
  const page = createPage();
  page.controller.cancel();
  assert.deepEqual([page.changes, page.results], [['ready'], []]);
});

test('a page that is left ends its run, but not the reload that is being prepared', async () => {
  const page = await inRun();
  page.controller.leave();
  page.start.assertAllEnded();
  await page.over();
  page.controller.press(() => new Promise(() => {}));
  page.controller.leave();
  assert.equal(page.controller.phase, 'preparing');
  await page.cancel();
});
