// A task that splits, as a tree: how long a part of it takes by itself, and its work and span when it is split down to a cutoff.

/** @import {Halves as Splits} from '../types/shapes.js' */

/** Limits of the simulation: a tree with more leaves than both is coarsened, so that subtrees count as one leaf. */
const MOST_LEAVES = 1500;
const LEAVES_A_WORKER = 8;

/** The number of nodes in an input's whole tree.
 * @param {Splits} splits */
export function weightsOf(splits) {
  return fold(splits, () => 1, (left, right) => left + right + 1);
}

/** The number of splits in an input's tree when every part bigger than the cutoff is split.
 * @param {Splits} splits
 * @param {number} cutoff */
export function joinsOf(splits, cutoff) {
  return fold(splits.filter(([, , , size]) => size > cutoff), () => 0, (left, right) => left + right + 1);
}

/** Work and span of each input when every part bigger than the cutoff is split.
 * @param {Splits} splits
 * @param {(input: number) => number} msOf how long an input takes unsplit
 * @param {number} cutoff
 * @param {number} joinMs the cost of a split and its join */
export function treeOf(splits, msOf, cutoff, joinMs) {
  const above = splits.filter(([, , , size]) => size > cutoff);
  const sizes = new Map(above.map(([input, , , size]) => [input, size]));
  const own = new Map(above.map(([input, left, right]) => [input, joinMs + Math.max(0, msOf(input) - msOf(left) - msOf(right))]));
  /** What an input costs beyond its halves.
   * @param {number} input */
  const ownMs = (input) => own.get(input) ?? 0;
  const workMs = fold(above, msOf, (left, right, input) => left + right + ownMs(input));
  const spanMs = fold(above, msOf, (left, right, input) => Math.max(left, right) + ownMs(input));
  const halves = new Map(above.map(([input, left, right]) => [input, /** @type {[number, number]} */ ([left, right])]));

  /** The tree without its finest branches, so that all inputs together have few enough leaves to simulate.
   * @param {readonly number[]} inputs
   * @param {number} workers
   * @returns {{halvesOf: (input: number) => [number, number] | null, grainMs: number}} `grainMs`: the longest subtree that counts as one leaf */
  function coarsened(inputs, workers) {
    const most = Math.max(MOST_LEAVES, LEAVES_A_WORKER * workers);
    const inAll = /** @param {number} grain */ (grain) => {
      const count = fold(above.filter(([, , , size]) => size > grain), () => 1, (left, right) => left + right);
      return inputs.reduce((sum, input) => sum + count(input), 0);
    };
    const grain = [0, ...above.map(([, , , size]) => size).sort((a, b) => a - b)].find((one) => inAll(one) <= most) ?? 0;
    const merged = above.filter(([, , , size]) => size <= grain).map(([input]) => workMs(input));
    return { halvesOf: (input) => ((sizes.get(input) ?? 0) > grain ? (halves.get(input) ?? null) : null), grainMs: Math.max(0, ...merged) };
  }

  return { workMs, spanMs, ownMs, coarsened };
}

/** Computes a value for an input from those of its halves, bottom up. Memoised, so that the cost grows with the distinct parts, not with
 * the tree.
 * @template T
 * @param {Splits} splits
 * @param {(input: number) => T} leaf
 * @param {(left: T, right: T, input: number) => T} join
 * @returns {(input: number) => T} */
function fold(splits, leaf, join) {
  const halves = new Map(splits.map(([input, left, right]) => [input, [left, right]]));
  /** @type {Map<number, T>} */
  const known = new Map();
  /** @param {number} input
   * @returns {T} */
  return function of(input) {
    const found = known.get(input);
    if (found !== undefined) return found;
    const pair = halves.get(input);
    const value = pair ? join(of(pair[0]), of(pair[1]), input) : leaf(input);
    known.set(input, value);
    return value;
  };
}
