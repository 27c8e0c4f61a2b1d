// Draws the speed-up chart: points with their intervals, Amdahl's curves, the bounds, and bands of what is predicted.

import { makeSvg } from '../platform/dom.js';
import { amdahl } from '../statistics/amdahl.js';
import { number, times } from '../words/format.js';
import { LATER } from '../words/later.js';
import { topOf } from './chart.js';

/** @import {Band} from '../model/context.js' */
/** @import {amdahlOf} from '../statistics/amdahl.js' */
/** @import {Point} from '../statistics/point.js' */
/** @import {RunnerName} from '../types/shapes.js' */

/** An executor's fitted curve, or why there is none. @typedef {ReturnType<typeof amdahlOf>} Fit */

/**
 * @typedef {object} Shown
 * @property {readonly {name: RunnerName, points: readonly Point[], fit: Fit}[]} series what was measured
 * @property {readonly {name: RunnerName, band: readonly Band[]}[]} bands the predicted ranges beyond the measured points
 * @property {number} widest the most workers that were measured
 * @property {number} reach the number of workers where the axis ends
 * @property {{ratio: number, what: string} | null} ceiling the upper bound of the task's speed-up, and what sets it
 */

/** The chart's scales; values above the axis are drawn at its top.
 * @typedef {{reach: number, top: number, x: (workers: number) => number, y: (ratio: number) => number}} Frame */

const WIDTH = 640;
const HEIGHT = 380;
const LEFT = 46;
const RIGHT = WIDTH - 16;
const TOP = 14;
const BOTTOM = HEIGHT - 44;

/** How many line segments a curve has. */
const LINES = 60;

/** @param {Shown} shown */
export function chartOf({ series, bands, widest, reach, ceiling }) {
  const beyond = bands.flatMap(({ band }) => band.map(({ low, high }) => ({ ratio: low, high })));
  const top = topOf(reach, [...series.flatMap(({ points }) => points), ...beyond]);
  /** @type {Frame} */
  const frame = {
    reach,
    top,
    x: (workers) => LEFT + ((workers - 1) / Math.max(1, reach - 1)) * (RIGHT - LEFT),
    y: (ratio) => BOTTOM - (Math.min(ratio, top) / top) * (BOTTOM - TOP),
  };
  return [
    ...gridOf(frame),
    ...idealOf(frame),
    ...(ceiling ? ceilingOf(frame, ceiling) : []),
    ...bands.map(({ name, band }) => bandOf(frame, name, band)),
    ...series.flatMap(({ name, points, fit }) => [...curveOf(frame, name, fit, widest), ...marksOf(frame, name, points)]),
  ];
}

/** @param {Frame} frame */
function gridOf({ reach, top, x, y }) {
  const parts = [];
  const step = Math.max(1, Math.ceil(top / 8));
  for (let ratio = 0; ratio <= top; ratio += step) {
    parts.push(
      makeSvg('line', { class: 'grid', x1: LEFT, x2: RIGHT, y1: y(ratio), y2: y(ratio) }),
      textAt('tick', LEFT - 8, y(ratio) + 4, 'end', `${number(ratio)}×`),
    );
  }
  const every = Math.max(1, Math.ceil(reach / 12));
  for (let workers = 1; workers <= reach; workers += workers === 1 && every > 1 ? every - 1 : every) {
    parts.push(textAt('tick', x(workers), BOTTOM + 18, 'middle', number(workers)));
  }
  parts.push(textAt('tick', (LEFT + WIDTH) / 2, HEIGHT - 6, 'middle', LATER.speedup.workers));
  return parts;
}

/** @param {Frame} frame */
function idealOf({ reach, top, x, y }) {
  const far = Math.min(reach, top);
  return [
    makeSvg('line', { class: 'ideal', x1: x(1), y1: y(1), x2: x(far), y2: y(far) }),
    textAt('note', x(far) - 10, y(far) + 4, 'end', LATER.speedup.ideal),
  ];
}

/** @param {Frame} frame
 * @param {NonNullable<Shown['ceiling']>} ceiling */
function ceilingOf({ y }, { ratio, what }) {
  return [
    makeSvg('line', { class: 'ceiling', x1: LEFT, x2: RIGHT, y1: y(ratio), y2: y(ratio) }),
    textAt('note', RIGHT, y(ratio) - 6, 'end', LATER.speedup.ceiling({ what, ratio: times(ratio) })),
  ];
}

/** @param {Frame} frame
 * @param {RunnerName} name
 * @param {readonly Band[]} band */
function bandOf(frame, name, band) {
  const along = /** @param {'low' | 'high'} end */ (end) => band.map((one) => pointAt(frame, one.workers, one[end]));
  return makeSvg('path', { class: `band of-${name}`, d: `M${[...along('high'), ...along('low').reverse()].join('L')}Z` });
}

/** @param {Frame} frame
 * @param {RunnerName} name
 * @param {Fit} fit
 * @param {number} widest */
function curveOf(frame, name, fit, widest) {
  if (typeof fit === 'string') return [];
  const workers = Array.from({ length: LINES + 1 }, (_, index) => 1 + (index / LINES) * (widest - 1));
  const path = workers.map((one) => pointAt(frame, one, amdahl(fit.serial, one)));
  return [makeSvg('path', { class: `fit of-${name}`, d: `M${path.join('L')}` })];
}

/** @param {Frame} frame
 * @param {RunnerName} name
 * @param {readonly Point[]} points */
function marksOf({ x, y }, name, points) {
  return points.flatMap(({ workers, ratio, low, high }) => {
    const symbol = symbolOf(name, x(workers), y(ratio));
    if (low === null || high === null) return [symbol];
    return [makeSvg('line', { class: `range of-${name}`, x1: x(workers), x2: x(workers), y1: y(low), y2: y(high) }), symbol];
  });
}

/** An executor's mark, told apart by shape as well as by colour.
 * @param {RunnerName} name
 * @param {number} x
 * @param {number} y */
export function symbolOf(name, x, y) {
  const size = 5;
  const circle = `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`;
  const triangle = `M${x} ${y - size - 1}L${x + size + 1} ${y + size}L${x - size - 1} ${y + size}Z`;
  const square = `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`;
  return makeSvg('path', { class: `mark of-${name}`, d: name === 'threads' ? circle : name === 'fork-join' ? triangle : square });
}

/** @param {Frame} frame
 * @param {number} workers
 * @param {number} ratio */
const pointAt = ({ x, y }, workers, ratio) => `${x(workers).toFixed(1)} ${y(ratio).toFixed(1)}`;

/** @param {'tick' | 'note'} kind
 * @param {number} x
 * @param {number} y
 * @param {'middle' | 'end'} anchor
 * @param {string} text */
const textAt = (kind, x, y, anchor, text) => makeSvg('text', { class: kind, x, y, 'text-anchor': anchor }, text);
