// The examination of the instrument, on machines that are made up.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { examine } from '../../www/run/instrument.js';

/** A machine of so many cores on which drawing takes a share of the computing. */
function createMachine({ cores, drawing = 0 }) {
  let running = 0;
  let isDrawing = false;
  let alive = 0;
  return {
    alive: () => alive,
    start(n) {
      alive += 1;
      return {
        warm: Promise.resolve(),
        async repeat() {
          running += 1;
          await Promise.resolve();
          const crowd = Math.max(1, running / cores);
          await Promise.resolve();
          running -= 1;
          return 1.618 ** (n - 20) * crowd * (isDrawing ? 1 + drawing : 1);
        },
        end: () => (alive -= 1),
      };
    },
    async measure(work, draws) {
      isDrawing = draws;
      try {
        return await work();
      } finally {
        isDrawing = false;
      }
    },
  };
}

function examined(machine, cores, signal = new AbortController().signal) {
  const { start, measure } = machine;
  return examine({ cores, jobOf: (n) => n, measure, tell() {}, signal, start });
}

for (const [cores, claimed] of [[8, 2], [1, 4]]) {
  test(`as many loops run at once as there are cores, ${cores}, although the browser says ${claimed}`, async () => {
    assert.equal(Math.round((await examined(createMachine({ cores }), claimed)).atOnce), cores);
  });
}

test('what drawing costs is told, and that a loop is like itself', async () => {
  const { drawn, itself } = await examined(createMachine({ cores: 2, drawing: 0.05 }), 2);
  assert.ok(Math.abs(drawn.value - 1.05) < 0.001, JSON.stringify(drawn));
  assert.deepEqual([itself.value, itself.low, itself.high], [1, 1, 1]);
});

test('no loop is left when it is over, and none when it is ended on the way', async () => {
  const machine = createMachine({ cores: 2 });
  await examined(machine, 2);
  assert.equal(machine.alive(), 0);
  const ending = new AbortController();
  const over = examined(machine, 2, ending.signal);
  await Promise.resolve();
  ending.abort();
  await assert.rejects(over, /ended/);
  assert.equal(machine.alive(), 0);
});
