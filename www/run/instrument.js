// Examines the page as a measuring instrument: what drawing costs here, how far two equal loops differ, and how many loops really run at
// once, whatever number of cores the browser reports.

import { FaultError } from '../platform/faults.js';
import { MOST_WORKERS } from '../settings/catalogue.js';
import { median } from '../statistics/median.js';
import { ratioOf } from '../statistics/ratio.js';
import { startProbe } from './probe.js';
import { Stoppable } from './stoppable.js';

/** @import {Job, Ratio} from '../types/shapes.js' */
/** @import {Probe} from './probe.js' */

/**
 * @typedef {object} Finding
 * @property {Ratio} itself the loop's time over its next one
 * @property {Ratio} drawn the time with drawing over that without
 * @property {number} atOnce how many loops run at once as fast as one alone */

/** Repeats that are compared with each other take about so long: long enough for the clock. */
const COMPARED_MS = 40;
/** Those that are drawn take longer, for drawing that goes on to count. */
const DRAWN_MS = 700;
const COMPARED_ROUNDS = 12;
const DRAWN_ROUNDS = 6;
const CROWD_ROUNDS = 7;

/** The number to calibrate with takes at least this long, well above the resolution of a usual clock. */
const CLEAR_MS = 20;

/** The first number to try, and the highest. Each takes φ times as long as the one before. */
const FIRST_NUMBER = 26;
const MOST_NUMBER = 50;

/** The number of loops is doubled while the last step reached this share of the ideal throughput. */
const WORTHWHILE = 0.75;

/** Progress, from 0 to 1, after comparing the loop with itself, and after counting loops that run at once. */
const COMPARED = 0.2;
const CROWDED = 0.35;

/**
 * @typedef {object} Parts
 * @property {number} cores as the browser reports them
 * @property {(n: number) => Job} jobOf a loop over one number
 * @property {<T>(work: () => Promise<T>, drawing: boolean) => Promise<T>} measure does the work while the page draws, or in the dark
 * @property {(share: number) => void} tell called with the progress, from 0 to 1
 * @property {AbortSignal} signal
 * @property {typeof startProbe} [start] tests put their own here */

/** Examines it.
 * @param {Parts} parts
 * @returns {Promise<Finding>} rejects if a loop broke, or it was aborted */
export async function examine(parts) {
  const { cores, tell } = parts;
  const loops = new Loops(parts);
  try {
    const numberFor = await calibrate(loops);
    const itself = await compareWithItself(loops, numberFor(COMPARED_MS), tell);
    const atOnce = await countAtOnce(loops, numberFor(COMPARED_MS));
    tell(CROWDED);
    await loops.start(Math.max(1, Math.min(16, cores)), numberFor(DRAWN_MS));
    return { itself, drawn: await compareWithDrawing(loops, tell), atOnce };
  } finally {
    loops.end();
  }
}

/** Loops over the same number. */
class Loops {
  #parts;
  /** @type {Stoppable} */
  #stoppable = new Stoppable();
  /** @type {Probe[]} */
  #probes = [];

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.signal.addEventListener('abort', () => this.#stoppable.stop(new FaultError({ code: 'ended' })), { once: true });
  }

  /** Starts so many of them, in place of those before.
   * @param {number} count
   * @param {number} n */
  async start(count, n) {
    const { jobOf, start = startProbe } = this.#parts;
    this.end();
    for (let index = 0; index < count; index += 1) this.#probes.push(start(jobOf(n)));
    await this.#stoppable.wait(Promise.all(this.#probes.map(({ warm }) => warm)));
  }

  /** The time of a repeat by all of them, or by some: what one of them would take if it had their throughput for itself.
   * @param {{drawing?: boolean, count?: number}} [how]
   * @returns {Promise<number>} */
  async repeat({ drawing = false, count = Infinity } = {}) {
    const some = this.#probes.slice(0, count);
    const all = () => this.#stoppable.wait(Promise.all(some.map((probe) => probe.repeat())));
    const times = await this.#parts.measure(all, drawing);
    return 1 / times.reduce((sum, time) => sum + 1 / time, 0);
  }

  end() {
    for (const probe of this.#probes.splice(0)) probe.end();
  }
}

/** Finds how long a number takes.
 * @param {Loops} loops
 * @returns {Promise<(wantedMs: number) => number>} the number that takes about so long */
async function calibrate(loops) {
  let n = FIRST_NUMBER;
  await loops.start(1, n);
  let took = await loops.repeat();
  while (took < CLEAR_MS && n < MOST_NUMBER) {
    n += 3;
    await loops.start(1, n);
    took = await loops.repeat();
  }
  return (wantedMs) => Math.min(MOST_NUMBER, n + Math.round(Math.log(wantedMs / took) / Math.log((1 + Math.sqrt(5)) / 2)));
}

/** The loop's time over its next one.
 * @param {Loops} loops
 * @param {number} n
 * @param {(share: number) => void} tell */
async function compareWithItself(loops, n, tell) {
  await loops.start(1, n);
  await loops.repeat();
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const second = [];
  for (let round = 0; round < COMPARED_ROUNDS; round += 1) {
    first.push(await loops.repeat());
    second.push(await loops.repeat());
    tell((COMPARED * round) / COMPARED_ROUNDS);
  }
  return /** @type {Ratio} */ (ratioOf(first, second, true));
}

/** How many loops run at once as fast as one alone.
 * @param {Loops} loops
 * @param {number} n */
async function countAtOnce(loops, n) {
  let atOnce = 1;
  for (let count = 2; count <= MOST_WORKERS; count *= 2) {
    await loops.start(count, n);
    /** @type {number[]} */
    const gains = [];
    for (let round = 0; round < CROWD_ROUNDS; round += 1) gains.push((await loops.repeat({ count: 1 })) / (await loops.repeat()));
    const before = atOnce;
    atOnce = Math.max(atOnce, median(gains));
    if (atOnce < WORTHWHILE * count || atOnce < before * 1.2) break;
  }
  return atOnce;
}

/** The time with drawing over that without.
 * @param {Loops} loops
 * @param {(share: number) => void} tell */
async function compareWithDrawing(loops, tell) {
  await loops.repeat();
  /** @type {number[]} */
  const shown = [];
  /** @type {number[]} */
  const dark = [];
  for (let round = 0; round < DRAWN_ROUNDS; round += 1) {
    // Which of them comes first alternates, too.
    for (const drawing of round % 2 ? [true, false] : [false, true]) (drawing ? shown : dark).push(await loops.repeat({ drawing }));
    tell(CROWDED + ((1 - CROWDED) * (round + 1)) / DRAWN_ROUNDS);
  }
  return /** @type {Ratio} */ (ratioOf(shown, dark, true));
}
