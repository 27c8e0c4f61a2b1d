// What the stepper draws: a map of all interleavings with one's own path, and the circle of a deadlock.

import { letterOf } from '../interleaving/address.js';
import { makeSvg } from '../platform/dom.js';
import { LATER } from '../words/later.js';

/** @import {cycleOf} from '../interleaving/machine.js' */
/** @import {AllWays, Place} from '../interleaving/interleavings.js' */

/** Both drawings are squares. */
export const SIZE = 240;
const MARGIN = 26;
/** How far one step of each thread leads: right, down, and between. No sum of them meets another within the steps of a program. */
const AXES = [[1, 0], [0, 1], [0.45, 0.35]];
const LONGEST_STEP = 64;
/** Where a thread is done, ways that go wrong are drawn beside those that may still end right. */
const ASIDE = 4;

/** @param {AllWays} ways
 * @param {readonly number[]} lengths how many steps each thread has
 * @param {readonly Place[]} path one's own places so far */
export function drawMap({ lines, ends }, lengths, path) {
  const extents = [0, 1].map((axis) => lengths.reduce((sum, length, thread) => sum + length * AXES[thread][axis], 0));
  const unit = Math.min(LONGEST_STEP, (SIZE - 2 * MARGIN) / Math.max(...extents));
  const point = (/** @type {Place} */ { at, isDoomed }) => {
    const along = at.map((count, thread) => unit * count + (isDoomed && count === lengths[thread] ? ASIDE : 0));
    return [0, 1].map((axis) => along.reduce((sum, length, thread) => sum + length * AXES[thread][axis], MARGIN));
  };
  const marks = ends.map((end) => {
    const [x, y] = point(end);
    return end.outcome === 'right' ? makeSvg('circle', { class: 'right', cx: x, cy: y, r: 5 }) : crossAt(x, y);
  });
  const own = path.map((place) => point(place).join(',')).join(' ');
  const [x, y] = point(path[path.length - 1]);
  return [
    ...lines.map(({ from, to }) => lineBetween(to.isDoomed ? 'doomed' : 'open', point(from), point(to))),
    ...marks,
    makeSvg('polyline', { class: 'own', points: own }),
    makeSvg('circle', { class: 'here', cx: x, cy: y, r: 6 }),
    ...lengths.map((length, thread) => nameAt(thread, unit * length, unit * lengths[1])),
  ];
}

/** @param {string} kind
 * @param {number[]} from
 * @param {number[]} to */
const lineBetween = (kind, [x1, y1], [x2, y2]) => makeSvg('line', { class: kind, x1, y1, x2, y2 });

/** @param {number} x
 * @param {number} y */
const crossAt = (x, y) => makeSvg('path', { class: 'wrong', d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10` });

/** A thread's letter, at the middle of its axis, outside of what is drawn.
 * @param {number} thread
 * @param {number} length of its axis
 * @param {number} height of the drawing's left edge */
function nameAt(thread, length, height) {
  const [right, down] = AXES[thread].map((part) => MARGIN + (part * length) / 2);
  const [x, y] = [[right, 14], [12, down + 4], [right - 16, down + height + 12]][thread];
  return makeSvg('text', { x, y, 'text-anchor': 'middle' }, `${letterOf(thread)} ${['→', '↓', '↘'][thread]}`);
}

const RADIUS = 80;
const NODE = 16;

/** Threads and the locks between them: an arrow leads from a lock to the thread that holds it, and from a thread to the lock that it
 * waits for.
 * @param {ReturnType<typeof cycleOf>} cycle */
export function drawCycle(cycle) {
  const nodes = cycle.flatMap(({ thread, waitsFor }) => [
    { name: LATER.stepper.thread({ thread: letterOf(thread) }), short: letterOf(thread), isLock: false },
    { name: waitsFor, short: waitsFor, isLock: true },
  ]);
  const centre = (/** @type {number} */ place) => {
    const angle = (place / nodes.length) * 2 * Math.PI - Math.PI / 2;
    return [SIZE / 2 + RADIUS * Math.cos(angle), SIZE / 2 + RADIUS * Math.sin(angle)];
  };
  return nodes.flatMap(({ short, isLock }, place) => {
    const [x, y] = centre(place);
    const shape = isLock
      ? makeSvg('rect', { class: 'lock', x: x - NODE, y: y - NODE, width: 2 * NODE, height: 2 * NODE })
      : makeSvg('circle', { class: 'thread', cx: x, cy: y, r: NODE });
    // A lock belongs to the thread that comes after it.
    const [from, to] = [centre(place), centre(place + 1)];
    return [...arrow(isLock ? 'holds' : 'waits', from, to), shape, makeSvg('text', { x, y: y + 4, 'text-anchor': 'middle' }, short)];
  });
}

/** @param {string} kind
 * @param {number[]} from
 * @param {number[]} to */
function arrow(kind, from, to) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const along = [0, 1].map((axis) => (to[axis] - from[axis]) / length);
  const at = (/** @type {number} */ far, /** @type {number} */ aside) => [
    from[0] + along[0] * far - along[1] * aside,
    from[1] + along[1] * far + along[0] * aside,
  ];
  const gap = NODE * 1.5;
  const head = [at(length - gap - 8, -5), at(length - gap, 0), at(length - gap - 8, 5)];
  return [lineBetween(kind, at(gap, 0), at(length - gap, 0)), makeSvg('polyline', { class: 'head', points: head.map((one) => one.join(',')).join(' ') })];
}
