// A link that carries results, to be shown beside those of whoever opens it. Links come from strangers: every field is checked, and no
// part of one becomes HTML.

import { executorNames } from '../settings/executors.js';
import { MARK } from '../settings/link.js';

/** @import {Friend} from '../types/shapes.js' */

const LONGEST = 4000;
const VERSION = 2;

/** The results as a fragment of an address.
 * @param {Friend} friend */
export function writeResults({ key, cores, rows }) {
  const time = /** @param {number} ms */ (ms) => Number(ms.toPrecision(5));
  const end = /** @param {number | null} ratio */ (ratio) => ratio && Number(ratio.toFixed(2));
  const rounded = rows.map(({ executor, workers, medianMs, besideMs, low, high }) => [
    executor, workers, time(medianMs), besideMs && time(besideMs), end(low), end(high),
  ]);
  return MARK + encodeURIComponent(JSON.stringify([VERSION, key, cores, rounded]));
}

/** The results in a fragment. `isBroken`: there are some, but they can't be read.
 * @param {string} hash
 * @returns {{friend: Friend | null, isBroken: boolean}} */
export function readResults(hash) {
  if (!hash.startsWith(MARK)) return { friend: null, isBroken: false };
  const broken = { friend: null, isBroken: true };
  if (hash.length > LONGEST) return broken;
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(decodeURIComponent(hash.slice(MARK.length)));
  } catch {
    return broken;
  }
  if (!Array.isArray(value) || value.length !== 4) return broken;
  const [version, key, cores, rows] = value;
  if (version !== 1 && version !== VERSION) return broken;
  if (typeof key !== 'string' || !isCount(cores) || !Array.isArray(rows)) return broken;
  const cells = version === 1 ? 3 : 6;
  if (rows.length === 0 || !rows.every((row) => isRow(row, cells))) return broken;
  const read = rows.map(([executor, workers, medianMs, besideMs = null, low = null, high = null]) => ({
    executor, workers, medianMs, besideMs, low, high,
  }));
  return { friend: { key, cores, rows: read }, isBroken: false };
}

/** @param {unknown} value */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1024;
}

/** @param {unknown} value */
function isMeasure(value) {
  return typeof value === 'number' && value >= 0 && value < 1e9;
}

/** @param {unknown} row
 * @param {number} cells */
function isRow(row, cells) {
  if (!Array.isArray(row) || row.length !== cells) return false;
  const [executor, workers, medianMs, ...more] = row;
  const known = [...executorNames(), 'javascript'];
  const sound = more.every((value) => value === null || isMeasure(value));
  return known.includes(executor) && isCount(workers) && isMeasure(medianMs) && sound;
}
