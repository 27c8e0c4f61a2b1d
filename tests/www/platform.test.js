import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, coresOf, isOnline, nameOfBrowser } from '../../www/platform/browser.js';
import { sharedMemory } from '../../www/platform/capabilities.js';
import { measureTimerResolution } from '../../www/platform/timer.js';
import { EXECUTORS } from '../../www/settings/catalogue.js';
import { LISTINGS } from '../../www/settings/listings.js';
import { changedLines } from '../../www/views/line-diff.js';
import { checkup } from '../../www/words/checkup.js';
import { FIRST } from '../../www/words/language.js';
import { LATER } from '../../www/words/later.js';
import { wayOn } from '../../www/words/way-on.js';

const GOOD = { wasm: true, secure: true, isolated: true, sharedMemory: true, wasmThreads: true, serviceWorker: 'active', reloaded: false };
const missing = { ...GOOD, isolated: false, sharedMemory: false };

test('an isolated page has shared memory, and one that can become isolated needs a reload', () => {
  assert.equal(sharedMemory(GOOD).able, true);
  const { able, reload } = sharedMemory(missing);
  assert.deepEqual([able, reload], [true, true]);
});

for (const [facts, code] of [
  [{ ...missing, reloaded: true }, 'headers-missing'],
  [{ ...missing, serviceWorker: 'refused' }, 'service-worker-blocked'],
  [{ ...missing, serviceWorker: 'unsupported' }, 'service-worker-blocked'],
  [{ ...missing, secure: false, serviceWorker: 'unsupported' }, 'not-secure'],
  [{ ...missing, wasmThreads: false }, 'no-wasm-threads'],
  [{ ...missing, framed: true }, 'framed'],
  [{ ...GOOD, sharedMemory: false }, 'switched-off'],
  [{ ...GOOD, wasm: false }, 'no-wasm'],
]) {
  test(`what is missing is named: ${code}, ${facts.serviceWorker}`, () => {
    assert.deepEqual(sharedMemory(facts), { code, able: false, reload: false });
    assert.ok(FIRST.sharedMemory[code].remedy.length > 0, 'and what to do about it');
  });
}

test('the check-up says what to do about everything that is missing', () => {
  const blocked = { ...missing, serviceWorker: 'refused' };
  const rows = checkup(blocked, sharedMemory(blocked), { cores: 1, timerResolutionMs: 1, offline: true, kept: 'not yet' });
  assert.ok(rows.filter(({ good }) => !good).every(({ remedy }) => remedy.length > 0));
  assert.ok(checkup(GOOD, sharedMemory(GOOD), { cores: 8, timerResolutionMs: 0.005, offline: false, kept: 'all' }).every(({ good }) => good));
});

const PANIC = { code: 'panicked', cause: 'panic' };
const entry = (changes, fault = null) => ({
  record: { executor: 'threads', results: [null], failures: [{ fault: { code: 'no-answer', url: 'https://picsum.photos/', cause: 'no network' } }], ...changes },
  job: { task: 'pictures', source: 'picsum' },
  fault,
});

test('pictures that can’t be reached lead to simulated ones, threads that break to processes, others nowhere', () => {
  const { code, text, ways } = wayOn([entry({})]);
  assert.deepEqual([code, ways], ['no-answer', [{ label: 'Use simulated pictures instead', changes: { source: 'simulated' } }]]);
  assert.match(text, /no network/);
  assert.deepEqual(wayOn([entry({}, PANIC)])?.ways, [{ label: FIRST.wayOn.useProcesses, changes: { executor: 'processes' } }]);
  assert.deepEqual(wayOn([entry({ executor: 'loop' }, PANIC)])?.ways, []);
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
  assert.deepEqual([0, undefined, null, NaN, -4, 'many', 0.5, 1e9, Symbol('many'), 4n].map(coresOf), Array(10).fill(1));
  assert.deepEqual([2.5, 128, '4'].map(coresOf), [2, 128, 4]);
});

test('what throws when a browser is asked for it, or is a symbol, is the usual', () => {
  const { navigator } = globalThis;
  const play = (descriptor) => Object.defineProperty(globalThis, 'navigator', {
    value: Object.defineProperties({}, { hardwareConcurrency: descriptor, userAgent: descriptor, onLine: descriptor }), configurable: true,
  });
  for (const descriptor of [{ get: () => { throw new TypeError('spoofed'); } }, { value: Symbol('spoofed') }]) {
    play(descriptor);
    assert.deepEqual([coresOf(ask('hardwareConcurrency')), nameOfBrowser(), isOnline()], [1, 'unknown', true]);
  }
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
});

test('the clock’s step is the smallest seen, and one that stands still ends the looking', () => {
  let reading = 0;
  assert.equal(measureTimerResolution(() => Math.floor((reading += 1) / 1000) * 100), 100);
  assert.ok(measureTimerResolution(() => (reading += 1) * 0.5 - (reading % 3) / 1000, 100) <= 0.502);
  assert.equal(measureTimerResolution(() => 7), Infinity);
});

test('a clock too coarse to time anything is a doubt on the page', () => {
  const clock = (timerResolutionMs) => checkup(GOOD, sharedMemory(GOOD), { cores: 2, timerResolutionMs, offline: false, kept: 'all' }).at(-1);
  assert.match(clock(100).remedy, /fingerprinting/);
  assert.deepEqual([clock(100).good, clock(Infinity).value], [false, LATER.checkup.clockNever]);
});
