// Browsers that say odd things about themselves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { coresOf } from '../../www/platform/browser.js';
import { measureTimerResolution } from '../../www/platform/timer.js';
import { checkup } from '../../www/words/checkup.js';

test('whatever a browser says of its cores, there is a whole number of them, one at least', () => {
  assert.deepEqual([0, undefined, null, NaN, -4, 'many', 0.5, 1e9].map(coresOf), Array(8).fill(1));
  assert.deepEqual([2.5, 128, '4'].map(coresOf), [2, 128, 4]);
});

test('a clock of 100 ms is told for what it is, and one that stands still ends the looking', () => {
  let reading = 0;
  assert.equal(measureTimerResolution(() => Math.floor((reading += 1) / 1000) * 100), 100);
  assert.equal(measureTimerResolution(() => 7), Infinity);
});

test('a clock too coarse to time anything is a doubt on the page', () => {
  const facts = { wasm: true, secure: true, isolated: true, sharedMemory: true, wasmThreads: true, serviceWorker: 'active', reloaded: false, framed: false };
  const clock = (timerResolutionMs) => checkup(facts, { cores: 2, timerResolutionMs, offline: false, kept: 'all' }).at(-1);
  assert.match(clock(100).remedy, /fingerprinting/);
  assert.equal(clock(100).good, false);
  assert.equal(clock(Infinity).value, 'never');
});
