// Examines the instrument itself: what drawing costs here, how far the same loop differs from itself, and how many loops really
// run at once, whatever the browser says of its cores.

import { median } from '../statistics/median.js';
import { ratioOf } from '../statistics/ratio.js';
import { startProbe } from './probe.js';

/** @import {Job, Ratio} from '../types/shapes.js' */
/** @import {Probe} from './probe.js' */

/**
 * @typedef {object} Finding
 * @property {Ratio} itself the loop's time over its next one
 * @property {Ratio} drawn the time with drawing over that without
 * @property {number} atOnce how many loops run at once as fast as one alone */

/** Repeats that are compared take about so long: long enough for the clock, and for drawing that goes on to count. */
const SHORT_MS = 40;
const LONG_MS = 700;
const SHORT_ROUNDS = 12;
const LONG_ROUNDS = 6;
const CROWD_ROUNDS = 7;

/** From a time that is clear of the ticks of a usual clock the others are reckoned. */
const CLEAR_MS = 20;

/** No more loops than that are tried. */
const MOST = 64;

/** Twice as many loops are tried as long as those before brought this share of what they could. */
const WORTHWHILE = 0.75;

/** Examines it.
 * @param {object} parts
 * @param {number} parts.cores as the browser says
 * @param {(n: number) => Job} parts.jobOf a loop over one number
 * @param {<T>(work: () => Promise<T>, drawing: boolean) => Promise<T>} parts.measure does the work while the page draws, or in the dark
 * @param {(share: number) => void} parts.tell how far it is, from 0 to 1
 * @param {AbortSignal} parts.signal
 * @param {typeof startProbe} [parts.start] tests put their own here
 * @returns {Promise<Finding>} rejects if a loop broke, or it was aborted */
export async function examine({ cores, jobOf, measure, tell, signal, start = startProbe }) {
  /** @type {Probe[]} */
  const probes = [];
  /** @type {Promise<never>} */
  const aborted = new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it was ended')), { once: true });
  });
  aborted.catch(() => {});

  /** So many loops over a number, started anew.
   * @param {number} count
   * @param {number} n */
  async function fill(count, n) {
    empty();
    for (let index = 0; index < count; index += 1) probes.push(start(jobOf(n)));
    await Promise.race([Promise.all(probes.map(({ warm }) => warm)), aborted]);
  }

  function empty() {
    for (const probe of probes.splice(0)) probe.end();
  }

  /** The time of a repeat by all loops together, or by some: what one of them would take if it had their throughput for itself.
   * @param {boolean} [drawing]
   * @param {Probe[]} [some] */
  async function repeat(drawing = false, some = probes) {
    const all = () => Promise.race([Promise.all(some.map((probe) => probe.repeat())), aborted]);
    const times = await measure(all, drawing);
    return 1 / times.reduce((sum, time) => sum + 1 / time, 0);
  }

  try {
    // Each number takes φ times as long as the one before.
    let n = 26;
    await fill(1, n);
    let took = await repeat();
    while (took < CLEAR_MS && n < 50) {
      n += 3;
      await fill(1, n);
      took = await repeat();
    }
    const next = /** @param {number} wantedMs */ (wantedMs) =>
      n + Math.round(Math.log(wantedMs / took) / Math.log((1 + Math.sqrt(5)) / 2));
    const short = Math.min(50, next(SHORT_MS));
    const long = Math.min(50, next(LONG_MS));

    n = short;
    await fill(1, short);
    await repeat();
    /** @type {number[]} */
    const first = [];
    /** @type {number[]} */
    const second = [];
    for (let round = 0; round < SHORT_ROUNDS; round += 1) {
      first.push(await repeat());
      second.push(await repeat());
      tell((0.2 * round) / SHORT_ROUNDS);
    }

    let atOnce = 1;
    for (let count = 2; count <= MOST; count *= 2) {
      await fill(count, short);
      /** @type {number[]} */
      const gains = [];
      for (let round = 0; round < CROWD_ROUNDS; round += 1) gains.push((await repeat(false, probes.slice(0, 1))) / (await repeat()));
      const gain = median(gains);
      const before = atOnce;
      atOnce = Math.max(atOnce, gain);
      if (atOnce < WORTHWHILE * count || atOnce < before * 1.2) break;
    }
    tell(0.35);

    await fill(Math.max(1, Math.min(16, cores)), long);
    await repeat();
    /** @type {number[]} */
    const shown = [];
    /** @type {number[]} */
    const dark = [];
    for (let round = 0; round < LONG_ROUNDS; round += 1) {
      // By turns which of them comes first, too.
      for (const drawing of round % 2 ? [true, false] : [false, true]) (drawing ? shown : dark).push(await repeat(drawing));
      tell(0.35 + (0.65 * (round + 1)) / LONG_ROUNDS);
    }
    return {
      itself: /** @type {Ratio} */ (ratioOf(first, second, true)),
      drawn: /** @type {Ratio} */ (ratioOf(shown, dark, true)),
      atOnce,
    };
  } finally {
    empty();
  }
}
