import assert from 'node:assert/strict';
import { test } from 'node:test';

import { coresOf } from '../../www/platform/browser.js';
import { sharedMemory } from '../../www/platform/capabilities.js';
import { measureTimerResolution } from '../../www/platform/timer.js';
import { EXECUTORS } from '../../www/settings/catalogue.js';
import { LISTINGS } from '../../www/settings/listings.js';
import { changedLines } from '../../www/views/line-diff.js';
import { checkup } from '../../www/words/checkup.js';
import { wayOn } from '../../www/words/way-on.js';

const GOOD = { wasm: true, secure: true, isolated: true, sharedMemory: true, wasmThreads: true, serviceWorker: 'active', reloaded: false };
const missing = { ...GOOD, isolated: false, sharedMemory: false };

test('an isolated page has shared memory, and one that can become isolated needs a reload', () => {
  assert.equal(sharedMemory(GOOD).able, true);
  const { able, reload } = sharedMemory(missing);
  assert.deepEqual([able, reload], [true, true]);
});

for (const [facts, reason] of [
  [{ ...missing, reloaded: true }, /headers are missing/],
  [{ ...missing, serviceWorker: 'refused' }, /service worker.*blocked/],
  [{ ...missing, serviceWorker: 'unsupported' }, /service worker.*blocked/],
  [{ ...missing, secure: false, serviceWorker: 'unsupported' }, /not secure/],
  [{ ...missing, wasmThreads: false }, /too old/],
  [{ ...GOOD, sharedMemory: false }, /switched off/],
  [{ ...GOOD, wasm: false }, /no WebAssembly/],
]) {
  test(`what is missing is named: ${reason.source}`, () => {
    const verdict = sharedMemory(facts);
    assert.equal(verdict.able, false);
    assert.match(verdict.reason, reason);
    assert.ok(verdict.remedy.length > 0, 'and what to do about it');
  });
}

test('the check-up says what to do about everything that is missing', () => {
  const rows = checkup({ ...missing, serviceWorker: 'refused' }, { cores: 1, timerResolutionMs: 1, offline: true, kept: 'not yet' });
  assert.ok(rows.filter(({ good }) => !good).every(({ remedy }) => remedy.length > 0));
  assert.ok(checkup(GOOD, { cores: 8, timerResolutionMs: 0.005, offline: false, kept: 'all' }).every(({ good }) => good));
});

const entry = (changes, fault = null) => ({
  record: { executor: 'threads', results: [null], failures: [{ error: 'picture 0: no network' }], ...changes },
  job: { task: 'pictures', source: 'picsum' },
  fault,
});

test('pictures that can’t be reached lead to simulated ones', () => {
  const way = wayOn([entry({})]);
  assert.match(String(way?.text), /no network/);
  assert.deepEqual(way?.ways, [{ label: 'Run on simulated pictures', changes: { source: 'simulated' } }]);
});

test('threads that break lead to processes, others nowhere', () => {
  assert.deepEqual(wayOn([entry({}, 'panic')])?.ways, [{ label: 'Run on processes', changes: { executor: 'processes' } }]);
  assert.deepEqual(wayOn([entry({ executor: 'loop' }, 'panic')])?.ways, []);
  assert.equal(wayOn([entry({ results: [1] })]), null);
});

test('every executor has its lines in Python and JavaScript, and differs from the loop', () => {
  const [loop] = EXECUTORS;
  for (const executor of EXECUTORS) {
    for (const language of ['rust', 'python', 'javascript']) {
      const changed = changedLines(LISTINGS[executor.name][language], LISTINGS[loop.name][language]).some((line) => line.changed);
      assert.equal(changed, executor !== loop, `${executor.name} in ${language}`);
    }
  }
});

// Browsers that say odd things about themselves

test('whatever a browser says of its cores, there is a whole number of them, one at least', () => {
  assert.deepEqual([0, undefined, null, NaN, -4, 'many', 0.5, 1e9].map(coresOf), Array(8).fill(1));
  assert.deepEqual([2.5, 128, '4'].map(coresOf), [2, 128, 4]);
});

test('the clock’s step is the smallest seen, and one that stands still ends the looking', () => {
  let reading = 0;
  assert.equal(measureTimerResolution(() => Math.floor((reading += 1) / 1000) * 100), 100);
  assert.ok(measureTimerResolution(() => (reading += 1) * 0.5 - (reading % 3) / 1000, 100) <= 0.502);
  assert.equal(measureTimerResolution(() => 7), Infinity);
});

test('a clock too coarse to time anything is a doubt on the page', () => {
  const clock = (timerResolutionMs) => checkup(GOOD, { cores: 2, timerResolutionMs, offline: false, kept: 'all' }).at(-1);
  assert.match(clock(100).remedy, /fingerprinting/);
  assert.deepEqual([clock(100).good, clock(Infinity).value], [false, 'never']);
});
