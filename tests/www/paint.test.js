// Painting the timeline while a run goes on: what is painted stays, and looks as if it had been painted at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createScale } from '../../www/timeline/layout.js';

globalThis.window = /** @type {any} */ ({ matchMedia: () => ({ matches: false }) });
const { paint, unpainted } = await import('../../www/timeline/paint.js');

const LANES = 3;
const WIDTH = 120;
const HEIGHT = 10;
const PAINTS = { compute: 'c', io: 'i', lock: 'l', ioLine: 'I', lockLine: 'L', line: '-', ink: '#', paper: '.', startup: 's' };

/** A canvas that knows each pixel's colour, and counts what was painted. */
function createCanvas() {
  const pixels = Array.from({ length: LANES * HEIGHT }, () => Array(WIDTH).fill(' '));
  const fill = (left, top, wide, tall, colour) => {
    for (const row of pixels.slice(top, top + tall)) row.fill(colour, Math.max(0, left), Math.max(0, left + wide));
  };
  return {
    canvas: { width: WIDTH, height: LANES * HEIGHT },
    fillStyle: '',
    bars: 0,
    fillRect(left, top, wide, tall) {
      fill(left, top, wide, tall, this.fillStyle);
      this.bars += this.fillStyle === 'c' ? 1 : 0;
    },
    clearRect: (left, top, wide, tall) => fill(left, top, wide, tall, ' '),
    picture: () => pixels.map((row) => row.join('')).join('\n'),
  };
}

function paintOn(canvas, lanes, running, painted, over = { endMs: null, chain: [] }) {
  paint(canvas, PAINTS, 1, {
    lanes, running, painted, laneHeight: HEIGHT, scale: createScale(-10, 110, WIDTH), startupMs: 8, warmupMs: 2,
    chosen: null, ...over,
  });
}

/** Bars of one lane, in order and without overlap; some of them wait. */
const upTo = (max) => fc.double({ min: 0, max, noNaN: true });
const bars = fc.array(fc.tuple(upTo(8), upTo(12), fc.boolean()), { maxLength: 12 }).map((steps) => {
  let at = 0;
  return steps.map(([rest, length, waits]) => {
    const startMs = at + rest;
    at = startMs + length;
    const wait = { for: 'io', startMs: startMs + length / 4, endMs: startMs + length / 2 };
    return { lane: 0, input: 1, startMs, endMs: at, waits: waits ? [wait] : [] };
  });
});

test('painted bit by bit, with bars that go on, it looks as if painted at once', () => {
  fc.assert(
    fc.property(fc.tuple(bars, bars, bars), fc.array(fc.nat(12), { maxLength: 6 }), (lanes, moments) => {
      const bit = createCanvas();
      const painted = lanes.map(unpainted);
      for (const moment of moments.sort((a, b) => a - b)) {
        const over = lanes.map((lane) => lane.slice(0, moment));
        const going = lanes.map((lane) => lane[moment] && { ...lane[moment], waits: [] });
        paintOn(bit, over, going, painted);
      }
      paintOn(bit, lanes, [], painted);
      const whole = createCanvas();
      paintOn(whole, lanes, [], lanes.map(unpainted));
      assert.equal(bit.picture(), whole.picture());
    }),
  );
});

test('a bar that is over is painted once', () => {
  const canvas = createCanvas();
  const lane = Array.from({ length: 10 }, (_, input) => ({ lane: 0, input, startMs: input * 10, endMs: input * 10 + 9, waits: [] }));
  const painted = [unpainted()];
  for (const count of [2, 5, 10, 10, 10]) paintOn(canvas, [lane.slice(0, count)], [], painted);
  assert.equal(canvas.bars, 10);
});

test('what the end waited for is underlined from lane to lane, and each bar stays one', () => {
  const canvas = createCanvas();
  const lanes = [[[0, 50]], [[50, 100]], [[0, 40]]].map((lane, index) => lane.map(([startMs, endMs]) => ({ lane: index, input: 1, startMs, endMs, waits: [] })));
  const chain = [lanes[0][0], lanes[1][0]].map((bar) => ({ bar, startMs: bar.startMs, endMs: bar.endMs }));
  paintOn(canvas, lanes, [], lanes.map(unpainted), { endMs: 100, chain });
  const rows = canvas.picture().split('\n');
  const columnAt = (ms) => rows.map((row) => row[ms + 10]).join('');
  assert.deepEqual([20, 50, 80].map(columnAt), [
    'ccccc.##.     -     cccccccc  ',
    '    -.###.......##.     -     ',
    '    -     ccccc.##.     -     ',
  ]);
});
