// The clocks of workers that were started before and after the machine slept.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aheadMs, nowMs, putForward } from '../../www/platform/clock.js';

test('clocks agree unless the answer can’t have come between question and hearing', () => {
  assert.deepEqual([[0, 0, 5], [0, 3, 5], [0, 5, 5]].map((times) => aheadMs(...times)), [0, 0, 0]);
  const hour = 3.6e6;
  assert.deepEqual([[0, hour, 5], [hour, 3, hour + 5]].map((times) => aheadMs(...times)), [hour - 5, -hour - 2]);
});

test('a thread has the time of its coordinator, however long the machine slept between their starts', async () => {
  Object.assign(globalThis, { self: globalThis });
  const { serve } = await import('../../www/entries/worker.js');
  const { port1, port2 } = new MessageChannel();
  const off = await new Promise((resolve) => {
    const initSync = () => resolve(nowMs() - Date.now());
    serve({ initSync, Coordinator: null, runThread() {} });
    port1.onmessage = ({ data }) => {
      if (data.type !== 'there') return;
      port1.postMessage({ type: 'time', ms: nowMs() - 7.2e6 });
      port1.postMessage({ module: null, memory: null, receiver: 0 });
    };
    self.onmessage({ data: { type: 'thread', port: port2 } });
  });
  port1.close();
  putForward(7.2e6);
  assert.ok(Math.abs(off + 7.2e6) < 5000, `${off} ms`);
});
