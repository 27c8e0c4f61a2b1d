// Draws one executor's lanes on a canvas.

import { stretches } from '../statistics/bars.js';
import { cutOff, ticks } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** @typedef {{compute: CanvasPattern | string, io: CanvasPattern | string, lock: CanvasPattern | string, ioLine: string, lockLine: string, line: string, ink: string, paper: string, startup: CanvasPattern | string, warmup: CanvasPattern | string}} Paints */

/** What colours depend on. */
export const LOOKS = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => window.matchMedia(query));

/** A canvas of that size in CSS pixels, made ready.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @returns {{context: CanvasRenderingContext2D, density: number, resized: boolean} | null} `density`: device pixels per pixel;
 *   `resized`: it is empty now */
export function surfaceOf(canvas, width, height) {
  const density = Math.min(3, window.devicePixelRatio || 1);
  const [wide, tall] = [width, height].map((size) => Math.round(size * density));
  const resized = canvas.width !== wide || canvas.height !== tall;
  // Setting a canvas's size empties it, even to the same size.
  if (resized) Object.assign(canvas, { width: wide, height: tall });
  const context = canvas.getContext('2d');
  return context && { context, density, resized };
}

/** By what they depend on, those of measured and of predicted bars. @type {Map<boolean, {key: string, paints: Paints}>} */
const mixed = new Map();

/** The paints, mixed anew only when the colours or the density are others.
 * @param {CanvasRenderingContext2D} context
 * @param {number} density
 * @param {boolean} [predicted] those of bars that nobody has measured */
export function paintsFor(context, density, predicted = false) {
  const printing = document.documentElement.classList.contains('printing');
  const key = [density, printing, ...LOOKS.map(({ matches }) => matches)].join();
  const known = mixed.get(predicted);
  if (known?.key === key) return known.paints;
  const paints = mixPaints(context, density, predicted);
  mixed.set(predicted, { key, paints });
  return paints;
}

/** Colours and patterns of the present colour scheme. Waiting differs from computing by its pattern, not by colour alone, and
 * what is predicted from what was measured.
 * @param {CanvasRenderingContext2D} context
 * @param {number} density device pixels per pixel
 * @param {boolean} predicted
 * @returns {Paints} */
function mixPaints(context, density, predicted) {
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

/** What of a lane is painted for good: how many of its bars, and up to which pixel.
 * @typedef {{bars: number, to: number}} Painted */

/**
 * @typedef {object} Scene
 * @property {Block[][]} lanes finished bars
 * @property {number} laneHeight
 * @property {Scale} scale in pixels
 * @property {number | null} endMs when the work was over
 * @property {Block | null} chosen
 * @property {readonly Link<Block>[]} chain what the end waited for
 * @property {(Block | undefined)[]} [going] by lane, the running bar
 * @property {Painted[]} [painted] by lane, what the canvas shows already; what is painted now is added
 * @property {number} [startupMs]
 * @property {number} [warmupMs] between the start-up and the work
 * @property {number} [atMs] what came later isn't drawn
 */

/** What everything is painted with.
 * @typedef {{context: CanvasRenderingContext2D, paints: Paints, density: number, atMs: number, x: (ms: number) => number, ticks: number[]}} Brush
 *   `x`: a moment's place in device pixels; `ticks`: those of the axis's times */

/** A lane's place on the canvas, in device pixels. @typedef {{top: number, tall: number, gap: number}} Strip */

/** Nothing of a lane is painted.
 * @returns {Painted} */
export const unpainted = () => ({ bars: 0, to: 0 });

/** Paints what isn't painted yet: however long a run has been going on, its next picture takes no longer.
 * @param {CanvasRenderingContext2D} context
 * @param {Paints} paints
 * @param {number} density
 * @param {Scene} scene */
export function paint(context, paints, density, scene) {
  const { scale, laneHeight, lanes, endMs, chosen, going = [], painted = lanes.map(unpainted), atMs = Infinity } = scene;
  const x = /** @param {number} ms */ (ms) => Math.round(scale.x(ms) * density);
  const brush = { context, paints, density, atMs, x, ticks: ticks(0, scale.toMs).map(x) };
  const gap = laneHeight > 6 ? Math.round(2 * density) : laneHeight > 2 ? 1 : 0;
  lanes.forEach((lane, index) => {
    const top = Math.round(index * laneHeight * density);
    const tall = Math.round((index + 1) * laneHeight * density) - top - gap;
    const strip = { top, tall, gap };
    paintGround(brush, scene, strip, painted[index].to);
    painted[index] = paintBars(brush, lane, strip, painted[index]);
    const last = going[index];
    if (last) paintBars(brush, [last], strip, { bars: 0, to: painted[index].to });
  });
  if (endMs !== null && endMs <= atMs) {
    paintChain(brush, scene, gap);
    context.fillStyle = paints.ink;
    context.fillRect(x(endMs), 0, Math.max(1, Math.round(density)), context.canvas.height);
  }
  if (chosen) paintFrame(brush, chosen, laneHeight, gap);
}

/** A frame around a bar.
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

/** A line along the lower edges of what the end waited for, from lane to lane: through their middles it would cut each bar in two, and
 * one worker would look like two lanes.
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
  // A rim of paper sets the line off from bars, which in a contrast theme have its colour.
  const rim = laneHeight > 6 ? Math.round(density) : 0;
  for (const [colour, more] of /** @type {const} */ ([[paints.paper, rim], [paints.ink, 0]])) {
    context.fillStyle = colour;
    for (const [left, top, wide, tall] of parts) context.fillRect(left - more, top - more, wide + 2 * more, tall + 2 * more);
  }
}

/** A lane without its bars, from a pixel on.
 * @param {Brush} brush
 * @param {Scene} scene
 * @param {Strip} strip
 * @param {number} from */
function paintGround({ context, paints, atMs, x, ticks }, { scale, startupMs = 0, warmupMs = 0, endMs }, { top, tall, gap }, from) {
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

/** A lane's bars, but for those that are painted.
 * @param {Brush} brush
 * @param {Block[]} lane
 * @param {Strip} strip
 * @param {Painted} painted
 * @returns {Painted} */
function paintBars({ context, paints, atMs, x }, lane, { top, tall }, painted) {
  // Thousands of bars may share a pixel; each pixel is painted once.
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
    // A hair of space tells neighbours apart where there is room for it.
    if (x(block.endMs) - x(block.startMs) > 4) context.clearRect(x(block.endMs) - 1, top, 1, tall);
  }
  return { bars, to: done };
}
