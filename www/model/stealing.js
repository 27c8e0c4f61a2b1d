// Simulates workers that split work and steal halves from each other. The simulated scheduler is greedy (Brent 1974), which work
// stealing nearly is (Blumofe and Leiserson 1999).

import { createEvents } from './queue.js';

/** @import {Block} from '../types/shapes.js' */
/** @import {Schedule} from './queue.js' */

/** @template Node
 * @typedef {object} Work
 * @property {readonly Node[]} roots in the order in which they are taken
 * @property {(node: Node, workers: number, isStolen: boolean) => [Node, Node] | null} split null for a node that is done as a whole
 * @property {(node: Node) => number} splitMs the cost of splitting it and joining its halves
 * @property {(node: Node) => {input: number, ms: number}[]} tasks the tasks of a node that is done as a whole, in sequence */

/** @template Node
 * @param {Work<Node>} work
 * @param {{workers: number, startMs: number, gapMs: number, stealMs: number}} machine
 * @returns {Schedule} */
export function runStealing({ roots, split, splitMs, tasks }, { workers, startMs, gapMs, stealMs }) {
  const events = createEvents();
  /** By worker, the nodes that it has split off and nobody has begun. @type {Node[][]} */
  const deques = Array.from({ length: workers }, () => []);
  /** Workers without work. @type {number[]} */
  const idle = [];
  /** @type {Block[]} */
  const bars = [];
  let next = 0;
  /** How many nodes are in all deques. */
  let waiting = 0;
  let endMs = 0;

  /** @param {number} lane
   * @param {number} atMs */
  function look(lane, atMs) {
    const own = deques[lane].pop();
    if (own !== undefined) {
      waiting -= 1;
      return begin(own, lane, atMs, false);
    }
    if (next < roots.length) return begin(roots[(next += 1) - 1], lane, atMs, false);
    for (let step = 1; waiting > 0 && step < workers; step += 1) {
      const stolen = deques[(lane + step) % workers].shift();
      if (stolen === undefined) continue;
      waiting -= 1;
      return begin(stolen, lane, atMs + stealMs, true);
    }
    idle.push(lane);
  }

  /** @param {Node} node
   * @param {number} lane
   * @param {number} fromMs
   * @param {boolean} isStolen */
  function begin(node, lane, fromMs, isStolen) {
    let atMs = fromMs;
    let whole = node;
    for (let halves = split(whole, workers, isStolen); halves; halves = split(whole, workers, false)) {
      const [left, right] = halves;
      atMs += splitMs(whole);
      deques[lane].push(right);
      waiting += 1;
      const thief = idle.pop();
      if (thief !== undefined) events.at(atMs, (now) => look(thief, now));
      whole = left;
    }
    for (const { input, ms } of tasks(whole)) {
      bars.push({ input, lane, startMs: atMs, endMs: atMs + ms, waits: [] });
      atMs += ms + gapMs;
      endMs = Math.max(endMs, atMs - gapMs);
    }
    events.at(atMs, (now) => look(lane, now));
  }

  for (let lane = 0; lane < workers; lane += 1) events.at(startMs, (now) => look(lane, now));
  events.run();
  return { bars, endMs };
}
