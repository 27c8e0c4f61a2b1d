// Draws one executor's lanes on a canvas.

import { stretches } from '../statistics/bars.js';
import { cutOff, ticks } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** @typedef {{compute: CanvasPattern | string, io: CanvasPattern | string, lock: CanvasPattern | string, ioLine: string, lockLine: string, line: string, ink: string, paper: string, startup: CanvasPattern | string, warmup: CanvasPattern | string}} Paints */

/** The media queries that colours depend on. */
export const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => window.matchMedia(query));

/** Resizes a canvas to a size in CSS pixels, and returns its context.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @returns {{context: CanvasRenderingContext2D, density: number, resized: boolean} | null} `density`: device pixels per CSS pixel;
 *   `resized`: the canvas was emptied */
export function surfaceOf(canvas, width, height) {
  const density = Math.min(3, window.devicePixelRatio || 1);
  const [wide, tall] = [width, height].map((size) => Math.round(size * density));
  const resized = canvas.width !== wide || canvas.height !== tall;
  // Setting a canvas's size empties it, even to the same size.
  if (resized) Object.assign(canvas, { width: wide, height: tall });
  const context = canvas.getContext('2d');
  return context && { context, density, resized };
}

/** The last paints of measured and of predicted bars, with the key that they were made for.
 * @type {Map<boolean, {key: string, paints: Paints}>} */
const cached = new Map();

/** The paints, cached until the colours or the density change.
 * @param {CanvasRenderingContext2D} context
 * @param {number} density
 * @param {boolean} [predicted] for predicted bars, not measured ones */
export function paintsFor(context, density, predicted = false) {
  const printing = document.documentElement.classList.contains('printing');
  const key = [density, printing, ...COLOUR_QUERIES.map(({ matches }) => matches)].join();
  const known = cached.get(predicted);
  if (known?.key === key) return known.paints;
  const paints = makePaints(context, density, predicted);
  cached.set(predicted, { key, paints });
  return paints;
}

/** Colours and patterns of the current colour scheme. Waiting differs from computing by pattern, not by colour alone, and so do predicted
 * bars from measured ones.
 * @param {CanvasRenderingContext2D} context
 * @param {number} density device pixels per CSS pixel
 * @param {boolean} predicted
 * @returns {Paints} */
function makePaints(context, density, predicted) {
  const style = getComputedStyle(document.documentElement);
  const colour = /** @param {string} name */ (name) => style.getPropertyValue(`--${name}`).trim();
  const waiting = predicted ? /** @type {const} */ ([0, 0]) : /** @type {const} */ ([1, -1]);
  return {
    compute: predicted ? hatch(context, colour('mark'), colour('compute'), density, Infinity) : colour('compute'),
    io: hatch(context, colour('io-soft'), colour('io'), density, waiting[0]),
    lock: hatch(context, colour('lock-soft'), colour('lock'), density, waiting[1]),
    ioLine: colour('io'),
    lockLine: colour('lock'),
    line: colour('line'),
    ink: colour('ink'),
    paper: colour('paper'),
    startup: hatch(context, 'transparent', colour('line-strong'), density, 0),
    warmup: hatch(context, 'transparent', colour('compute'), density, 1),
  };
}

/** A tile of slanted stripes (slope 1 or -1), upright ones (infinite) or dots (0).
 * @param {CanvasRenderingContext2D} context
 * @param {string} ground
 * @param {string} mark
 * @param {number} density
 * @param {number} slope
 * @returns {CanvasPattern | string} */
function hatch(context, ground, mark, density, slope) {
  const size = Math.round(6 * density);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return mark;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = mark;
  pen.fillStyle = mark;
  if (slope === 0) {
    pen.fillRect(0, 0, Math.ceil(density), Math.ceil(density));
  } else if (slope === Infinity) {
    for (const x of [0, size / 2]) pen.fillRect(x, 0, Math.ceil(density), size);
  } else {
    pen.lineWidth = 1.5 * density;
    for (const shift of [-size, 0, size]) {
      pen.beginPath();
      pen.moveTo(shift - 1, slope > 0 ? size + 1 : -1);
      pen.lineTo(shift + size + 1, slope > 0 ? -1 : size + 1);
      pen.stroke();
    }
  }
  return context.createPattern(tile, 'repeat') ?? mark;
}

/** How far a lane has been painted: how many of its finished bars, and up to which pixel.
 * @typedef {{bars: number, to: number}} Painted */

/**
 * @typedef {object} Scene
 * @property {Block[][]} lanes finished bars
 * @property {number} laneHeight
 * @property {Scale} scale in pixels
 * @property {number | null} endMs when the work was over
 * @property {Block | null} chosen the bar to frame
 * @property {readonly Link<Block>[]} chain the critical path
 * @property {(Block | undefined)[]} [running] the running bar of each lane
 * @property {Painted[]} [painted] how far each lane has been painted; updated by painting
 * @property {number} [startupMs]
 * @property {number} [warmupMs] its length, between start-up and work
 * @property {number} [atMs] draws the run as it was at this time
 */

/** What painting functions share.
 * @typedef {{context: CanvasRenderingContext2D, paints: Paints, density: number, atMs: number, x: (ms: number) => number, ticks: number[]}} Brush
 *   `x`: a time's position in device pixels; `ticks`: the positions of the axis's ticks */

/** A lane's position on the canvas, in device pixels: its top, the height of its bars, and the gap below them.
 * @typedef {{top: number, tall: number, gap: number}} Strip */

/** The state of a lane before painting.
 * @returns {Painted} */
export const unpainted = () => ({ bars: 0, to: 0 });

/** Paints what isn't painted yet, so that the cost of a frame doesn't grow with the length of a run.
 * @param {CanvasRenderingContext2D} context
 * @param {Paints} paints
 * @param {number} density
 * @param {Scene} scene */
export function paint(context, paints, density, scene) {
  const { scale, laneHeight, lanes, endMs, chosen, running = [], painted = lanes.map(unpainted), atMs = Infinity } = scene;
  const x = /** @param {number} ms */ (ms) => Math.round(scale.x(ms) * density);
  const brush = { context, paints, density, atMs, x, ticks: ticks(0, scale.toMs).map(x) };
  const gap = laneHeight > 6 ? Math.round(2 * density) : laneHeight > 2 ? 1 : 0;
  lanes.forEach((lane, index) => {
    const top = Math.round(index * laneHeight * density);
    const tall = Math.round((index + 1) * laneHeight * density) - top - gap;
    const strip = { top, tall, gap };
    paintBackground(brush, scene, strip, painted[index].to);
    painted[index] = paintBars(brush, lane, strip, painted[index]);
    const last = running[index];
    if (last) paintBars(brush, [last], strip, { bars: 0, to: painted[index].to });
  });
  if (endMs !== null && endMs <= atMs) {
    paintChain(brush, scene, gap);
    context.fillStyle = paints.ink;
    context.fillRect(x(endMs), 0, Math.max(1, Math.round(density)), context.canvas.height);
  }
  if (chosen) paintFrame(brush, chosen, laneHeight, gap);
}

/** Frames a bar.
 * @param {Brush} brush
 * @param {Block} block
 * @param {number} laneHeight
 * @param {number} gap below a lane, in device pixels */
function paintFrame({ context, paints, density, x }, { lane, startMs, endMs }, laneHeight, gap) {
  context.strokeStyle = paints.ink;
  context.lineWidth = 2 * density;
  const wide = Math.max(2 * density, x(endMs) - x(startMs));
  context.strokeRect(x(startMs), Math.round(lane * laneHeight * density), wide, laneHeight * density - gap);
}

/** Draws the critical path along the lower edges of its bars, from lane to lane. Through their middles it would cut each bar in two, so
 * that one worker would look like two lanes.
 * @param {Brush} brush
 * @param {Scene} scene
 * @param {number} gap below a lane, in device pixels */
function paintChain({ context, paints, density, x }, { chain, laneHeight }, gap) {
  const thick = Math.round(Math.min(2, Math.max(1, laneHeight / 4)) * density);
  const edgeOf = /** @param {number} lane */ (lane) => Math.round((lane + 1) * laneHeight * density) - gap;
  const parts = chain.flatMap(({ bar, startMs, endMs }, place) => {
    const next = chain[place + 1];
    const [left, edge] = [x(startMs), edgeOf(bar.lane)];
    const along = [left, edge - thick, Math.max(x(next?.startMs ?? endMs) - left, thick), thick];
    if (!next || next.bar.lane === bar.lane) return [along];
    const nextEdge = edgeOf(next.bar.lane);
    return [along, [x(next.startMs), Math.min(edge, nextEdge) - thick, thick, Math.abs(edge - nextEdge) + thick]];
  });
  // A rim in the background colour separates the line from bars, which have the same colour in a contrast theme.
  const rim = laneHeight > 6 ? Math.round(density) : 0;
  for (const [colour, more] of /** @type {const} */ ([[paints.paper, rim], [paints.ink, 0]])) {
    context.fillStyle = colour;
    for (const [left, top, wide, tall] of parts) context.fillRect(left - more, top - more, wide + 2 * more, tall + 2 * more);
  }
}

/** Paints a lane without its bars, from a pixel to the right edge.
 * @param {Brush} brush
 * @param {Scene} scene
 * @param {Strip} strip
 * @param {number} from */
function paintBackground({ context, paints, atMs, x, ticks }, { scale, startupMs = 0, warmupMs = 0, endMs }, { top, tall, gap }, from) {
  const all = tall + gap;
  context.clearRect(from, top, context.canvas.width - from, all);
  context.fillStyle = paints.line;
  for (const tick of ticks) if (tick >= from) context.fillRect(tick, top, 1, all);
  const before = /** @type {const} */ ([['startup', -startupMs - warmupMs, -warmupMs], ['warmup', -warmupMs, 0]]);
  for (const [kind, startMs, endMs] of from < x(0) ? before : []) {
    const left = x(Math.max(scale.fromMs, startMs));
    const right = x(Math.min(endMs, atMs));
    context.fillStyle = paints[kind];
    if (right > left) context.fillRect(left, top, right - left, all);
  }
  const left = Math.max(from, x(0));
  context.fillStyle = paints.line;
  context.fillRect(left, top + Math.round(tall / 2), x(Math.min(scale.toMs, endMs ?? scale.toMs)) - left, 1);
}

/** Paints those of a lane's bars that aren't painted yet.
 * @param {Brush} brush
 * @param {Block[]} lane
 * @param {Strip} strip
 * @param {Painted} painted
 * @returns {Painted} */
function paintBars({ context, paints, atMs, x }, lane, { top, tall }, painted) {
  // Thousands of bars may share a pixel, which is painted once.
  let { bars, to: done } = painted;
  for (; bars < lane.length; bars += 1) {
    const block = cutOff(lane[bars], atMs);
    if (!block) break;
    const right = Math.max(x(block.endMs), x(block.startMs) + 1);
    if (right <= done) continue;
    for (const { kind, startMs, endMs } of stretches(block)) {
      const from = Math.max(x(startMs), done);
      const to = Math.max(x(endMs), from + (kind === 'compute' ? 1 : 0));
      if (to <= from) continue;
      context.fillStyle = paints[kind];
      context.fillRect(from, top, to - from, tall);
      if (kind !== 'compute' && tall > 2) {
        context.fillStyle = kind === 'io' ? paints.ioLine : paints.lockLine;
        context.fillRect(from, top + tall - 1, to - from, 1);
      }
      done = to;
    }
    // A pixel of space separates neighbouring bars that are wide enough.
    if (x(block.endMs) - x(block.startMs) > 4) context.clearRect(x(block.endMs) - 1, top, 1, tall);
  }
  return { bars, to: done };
}
