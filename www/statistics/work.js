// What the bars of one repeat say of its work: its tasks, each with the stretches that it computes and waits, and what its executor cost
// besides. A prediction takes no more.

import { stretches } from './bars.js';
import { median } from './median.js';

/** @import {Block} from '../types/shapes.js' */

/** A stretch of a task: it computes, or waits for I/O.
 * @typedef {{kind: 'compute' | 'io', ms: number}} Part */
/** @typedef {{input: number, parts: Part[]}} Task */

/**
 * @typedef {object} Work
 * @property {number} repeat
 * @property {number} timeMs
 * @property {Task[]} tasks in input order
 * @property {number} workMs what all of its tasks computed
 * @property {number} startMs from the start until the first task began
 * @property {number | null} gapMs from the end of a task until its worker began the next; null where none did
 * @property {number} tailMs from the end of the last task until all was over
 */

/** @param {readonly Block[]} bars one or more, of one repeat
 * @param {readonly number[]} inputs
 * @param {{repeat: number, timeMs: number}} of
 * @returns {Work} */
export function workOf(bars, inputs, { repeat, timeMs }) {
  /** @type {Map<number, Part[]>} */
  const parts = new Map(inputs.map((input) => [input, []]));
  let workMs = 0;
  for (const bar of bars) {
    for (const { kind, startMs, endMs } of stretches(bar)) {
      // Who held the lock, and for how long, is for the executor to say.
      if (kind === 'lock') continue;
      add(parts.get(bar.input) ?? [], { kind, ms: endMs - startMs });
      if (kind === 'compute') workMs += endMs - startMs;
    }
  }
  const gaps = gapsOf(bars);
  return {
    repeat,
    timeMs,
    tasks: [...parts].map(([input, own]) => ({ input, parts: own })),
    workMs,
    startMs: bars.reduce((least, { startMs }) => Math.min(least, startMs), Infinity),
    gapMs: gaps.length > 0 ? median(gaps) : null,
    tailMs: Math.max(0, timeMs - bars.reduce((most, { endMs }) => Math.max(most, endMs), 0)),
  };
}

/** What follows its like is one with it: what is split has a bar for each part.
 * @param {Part[]} parts
 * @param {Part} part */
function add(parts, part) {
  const last = parts.at(-1);
  if (last?.kind === part.kind) last.ms += part.ms;
  else parts.push(part);
}

/** From each bar to the next of its lane.
 * @param {readonly Block[]} bars */
function gapsOf(bars) {
  /** @type {Map<number, number>} */
  const ends = new Map();
  return [...bars].sort((a, b) => a.startMs - b.startMs).flatMap(({ lane, startMs, endMs }) => {
    const before = ends.get(lane);
    ends.set(lane, endMs);
    return before === undefined ? [] : [Math.max(0, startMs - before)];
  });
}
