// Drawing in small portions.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { createQueue, drawSoon, whenDrawn } from '../../www/draw.js';

Object.assign(globalThis, { document: { hidden: false } });

/** Time for everything that is to be drawn. */
function pass() {
  for (let times = 0; times < 10; times += 1) mock.timers.tick(50);
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
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
  const drawn = whenDrawn();
  pass();
  await drawn;
  assert.equal(left, 0);
});

test('a queue draws its items in order, a portion at a time', () => {
  /** @type {number[][]} */
  const portions = [];
  createQueue(2, (/** @type {number[]} */ items) => portions.push(items)).push(1, 2, 3, 4, 5);
  pass();
  assert.deepEqual(portions, [[1, 2], [3, 4], [5]]);
});

test('a drawing that throws keeps no other from being drawn', async () => {
  const draw = mock.fn();
  drawSoon(() => {
    throw new Error('a slip');
  });
  drawSoon(draw);
  const drawn = whenDrawn();
  assert.throws(pass, /a slip/);
  pass();
  await drawn;
  assert.equal(draw.mock.callCount(), 1);
});
