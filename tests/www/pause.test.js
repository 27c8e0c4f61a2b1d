// A view that always asks to be drawn once more. Apart from draw.test.js, whose clock is mocked.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { drawSoon, pace } from '../../www/run/draw.js';

Object.assign(globalThis, {
  document: { hidden: false },
  window: { innerHeight: 900 },
  requestAnimationFrame: (callback) => setTimeout(callback, 16),
});

test('who never has enough keeps no run waiting', async () => {
  const place = { getBoundingClientRect: () => ({ top: 0, bottom: 100, width: 500 }) };
  const greedy = mock.fn(() => drawSoon(greedy, place));
  drawSoon(greedy, place);
  await pace.pause();
  assert.ok(greedy.mock.callCount() > 1);
  greedy.mock.mockImplementation(() => {});
  pace.end();
});
