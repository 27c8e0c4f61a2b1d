// Drawing in small portions.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { createQueue, drawSoon, pace, SETTLE_MS, whenDrawn } from '../../www/run/draw.js';
import { LONG_REPEAT_MS, SHOW_EVERY_MS } from '../../www/settings/catalogue.js';

Object.assign(globalThis, {
  document: { hidden: false },
  window: { innerHeight: 900 },
  reportError: mock.fn(),
  requestAnimationFrame: (callback) => setTimeout(callback, 16),
});

/** An element that far down the page. */
const at = (top) => ({ getBoundingClientRect: () => ({ top, bottom: top + 100, width: 500 }) });

/** Lets time pass. @type {(ms: number) => void} */
let passMs;
/** Time for everything that is to be drawn. */
const pass = () => passMs(500);
const drawAll = async () => {
  const drawn = whenDrawn();
  pass();
  await drawn;
};
/** The run is over, and everything drawn. */
const finish = () => {
  pace.end();
  pass();
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  mock.method(performance, 'now', () => now);
  passMs = (ms) => {
    for (const end = now + ms; now < end; ) {
      now += 1;
      mock.timers.tick(1);
    }
  };
});

test('what is asked for twice is drawn once', () => {
  const draw = mock.fn();
  drawSoon(draw);
  drawSoon(draw);
  pass();
  assert.equal(draw.mock.callCount(), 1);
});

test('who has more to draw is called again until there is nothing left', async () => {
  let left = 3;
  drawSoon(() => (left -= 1) > 0);
  await drawAll();
  assert.equal(left, 0);
});

test('a queue draws its items in order, a portion at a time', () => {
  const portions = [];
  createQueue(2, (items) => portions.push(items)).push(1, 2, 3, 4, 5);
  pass();
  assert.deepEqual(portions, [[1, 2], [3, 4], [5]]);
});

test('a drawing that throws is reported, and the others are drawn', async () => {
  const draw = mock.fn();
  drawSoon(() => {
    throw 'a slip';
  });
  drawSoon(draw);
  await drawAll();
  assert.equal(draw.mock.callCount(), 1);
  assert.deepEqual(reportError.mock.calls.map(({ arguments: [cause] }) => cause), ['a slip']);
});

test('nothing is drawn while something short is measured, and all of it when the run is over', () => {
  const draw = mock.fn();
  pace.measure();
  drawSoon(draw, at(0));
  passMs(LONG_REPEAT_MS - 5);
  assert.equal(draw.mock.callCount(), 0);
  pace.rest();
  pass();
  assert.equal(draw.mock.callCount(), 0, 'it waits for the pause');
  finish();
  assert.equal(draw.mock.callCount(), 1);
});

test('what takes long is drawn at least four times a second, where it is in view', () => {
  const seen = mock.fn(() => drawSoon(seen, at(100)));
  const unseen = mock.fn(() => drawSoon(unseen, at(2000)));
  pace.measure();
  drawSoon(seen, at(100));
  drawSoon(unseen, at(2000));
  passMs(1000);
  const times = seen.mock.callCount();
  assert.ok(times >= 4 && times <= 1 + 1000 / SHOW_EVERY_MS, `${times} times`);
  assert.equal(unseen.mock.callCount(), 0);
  for (const draw of [seen, unseen]) draw.mock.mockImplementation(() => {});
  finish();
  assert.equal(unseen.mock.callCount(), 1);
});

/** Pauses, and gives how long that took. Between two steps of a mocked clock promises go on. */
async function pauseMs() {
  const begin = performance.now();
  const over = mock.fn();
  pace.pause().then(over);
  for (let step = 0; step < 1000 && over.mock.callCount() === 0; step += 1) {
    passMs(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return performance.now() - begin;
}

test('in a pause, what is in view is drawn, and the next repeat waits until it is on the screen, however long its frame takes', async (t) => {
  for (const frameMs of [16, 160]) {
    t.mock.method(globalThis, 'requestAnimationFrame', (callback) => setTimeout(callback, frameMs));
    const seen = mock.fn();
    drawSoon(seen, at(100));
    const tookMs = await pauseMs();
    assert.equal(seen.mock.callCount(), 1);
    const leastMs = 2 * frameMs + SETTLE_MS;
    assert.ok(tookMs >= leastMs && tookMs < leastMs + 30, `two frames, and then a while: ${tookMs} ms`);
    finish();
  }
});

test('a page that is given no frames isn’t waited for', async (t) => {
  t.mock.method(globalThis, 'requestAnimationFrame', () => {});
  assert.ok((await pauseMs()) < 300);
  finish();
});

test('pauses that follow each other fast are no pauses', async () => {
  const draw = mock.fn();
  await pauseMs();
  drawSoon(draw, at(0));
  await pace.pause();
  assert.equal(draw.mock.callCount(), 0);
  finish();
});
