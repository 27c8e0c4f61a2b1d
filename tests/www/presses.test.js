// What each button comes to where threads can't run, on a page that is played here.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createPage, fakeStart, setupOf } from './fake-run.js';

const dataset = { mode: 'setup' };
const element = { style: {}, getBoundingClientRect: () => ({ top: 0, bottom: 0, height: 0 }) };
const globals = {
  location: { href: 'http://host.example/', hash: '', search: '', pathname: '/' },
  navigator: {},
  self: { isSecureContext: false },
  document: { documentElement: { dataset }, getElementById: () => Object.assign(Object.create(HTMLElementPlayed.prototype), element) },
  HTMLElement: HTMLElementPlayed,
  sessionStorage: { getItem: () => null },
  requestAnimationFrame() {},
};
function HTMLElementPlayed() {}
for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true });
const { Presses } = await import('../../www/entries/presses.js');

const LESSON = { id: 'computing', set: '?n=3&repeats=1', executors: ['gil', 'threads'], without: 'processes', guess: {} };

/** A page with this set-up. What it says of faults is in `faults`. */
function openPage(search, { isValid = true } = {}) {
  const page = createPage({ start: fakeStart() });
  let setup = setupOf(search);
  const faults = [];
  const setUp = {
    get: () => setup,
    isValid: () => isValid,
    lend: (other) => (setup = other),
    change: (changes) => (setup = { ...setup, ...changes }),
  };
  const path = { lessonOf: (action) => (action.startsWith('lesson') ? LESSON : null), markAnswer() {}, leave() {} };
  const messages = { clearFault() {}, fail: ({ code }, ways) => faults.push({ code, ways }) };
  const presses = new Presses({ cores: 2, controller: page.controller, setUp, outcome: { clear() {} }, path, messages });
  page.controller.join({ add: (entry, plan) => presses.keep(entry, plan) });
  const executors = () => page.entries.map(({ record }) => record.executor).sort();
  /** Presses a button, and waits until nothing goes on. */
  async function act(action) {
    presses.act(action);
    await page.over();
  }
  return { ...page, act, presses, faults, executors };
}

test('what can’t run here is refused with the reason, and the way on runs', async () => {
  const page = openPage('?executor=threads&n=3&repeats=1');
  await page.act('run');
  assert.equal(page.controller.state, 'failed');
  const [{ code, ways }] = page.faults;
  assert.equal(code, 'not-secure');
  ways[0].accept();
  await page.over();
  assert.deepEqual(page.executors(), ['processes']);
});

test('compared is what can run here', async () => {
  const page = openPage('?executor=threads&n=3&repeats=1');
  await page.act('compare');
  assert.deepEqual(page.executors(), ['async', 'loop', 'map', 'processes']);
});

test('a question is answered by what can run here', async () => {
  const page = openPage('');
  await page.act('lesson:computing:0');
  assert.deepEqual(page.executors(), ['loop', 'processes']);
  assert.deepEqual(page.results.map(({ plan: { action, alone } }) => [action, alone]), [['lesson:computing:0', true]]);
});

test('a form with a mistake starts nothing, and ends nothing that goes on', () => {
  const page = openPage('', { isValid: false });
  page.controller.press(() => new Promise(() => {}));
  page.presses.act('run');
  assert.equal(page.controller.phase, 'preparing');
});

test('pictures that failed are asked for again, and not while something runs', async () => {
  const page = openPage('?task=pictures&executor=async&count=3&repeats=1');
  const over = page.act('run');
  page.presses.retry([0]);
  await over;
  page.presses.retry([1, 2]);
  await page.over();
  assert.deepEqual(page.results.map(({ plan: { action, series } }) => [action, series[0].job.inputs]), [['run', [0, 1, 2]], ['run', [1, 2]]]);
});
