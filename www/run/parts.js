// How big a job's inputs are and how they split, as the task says.

/** @import {Halves} from '../types/shapes.js' */

/** A record lists no more parts than this. */
const MOST_PARTS = 2000;

/** @param {(input: number) => ArrayLike<number>} ask for an input's size, and its two halves if it has any
 * @param {readonly number[]} inputs
 * @param {number} upTo the halves of further inputs are listed up to this one
 * @returns {{sizes: number[], halves: Halves | null}} */
export function partsOf(ask, inputs, upTo) {
  /** @type {Map<number, readonly [number, number, number, number] | null>} */
  const known = new Map();
  const last = inputs[inputs.length - 1];
  const left = Array.from({ length: Math.max(0, upTo - last) }, (_, index) => upTo - index).concat([...inputs].reverse());
  for (let part = left.pop(); part !== undefined && known.size <= MOST_PARTS; part = left.pop()) {
    if (known.has(part)) continue;
    const [size, one, other] = Array.from(ask(part));
    known.set(part, one === undefined ? null : [part, one, other, size]);
    if (one !== undefined) left.push(other, one);
  }
  const halves = [...known.values()].filter((pair) => pair !== null).sort(([a], [b]) => a - b);
  return { sizes: inputs.map((input) => ask(input)[0]), halves: known.size > MOST_PARTS ? null : halves };
}
