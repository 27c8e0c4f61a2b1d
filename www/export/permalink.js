// A link that carries results, so that they can lie beside those of the one who opens it. What it carries is treated as
// a stranger's: every field is checked, and nothing of it becomes HTML.

import { executorNames } from '../setup/executors.js';

/** @import {RunnerName} from '../types.js' */

/**
 * @typedef {object} Friend
 * @property {string} key the work that was done
 * @property {number} cores
 * @property {{executor: RunnerName, workers: number, medianMs: number}[]} rows
 */

const MARK = '#results=';
const LONGEST = 4000;
const VERSION = 1;

/** The fragment for an address.
 * @param {Friend} friend */
export function writeResults({ key, cores, rows }) {
  const rounded = rows.map(({ executor, workers, medianMs }) => [executor, workers, Number(medianMs.toPrecision(5))]);
  return MARK + encodeURIComponent(JSON.stringify([VERSION, key, cores, rounded]));
}

/** What a fragment carries: results, nothing, or something that isn't results.
 * @param {string} hash
 * @returns {{friend: Friend | null, problem: string | null}} */
export function readResults(hash) {
  if (!hash.startsWith(MARK)) return { friend: null, problem: null };
  const broken = { friend: null, problem: 'The results in this link can’t be read; they are left out.' };
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
  if (version !== VERSION || typeof key !== 'string' || !isCount(cores) || !Array.isArray(rows)) return broken;
  if (rows.length === 0 || !rows.every(isRow)) return broken;
  return {
    friend: { key, cores, rows: rows.map(([executor, workers, medianMs]) => ({ executor, workers, medianMs })) },
    problem: null,
  };
}

/** @param {unknown} value */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1024;
}

/** @param {unknown} row */
function isRow(row) {
  if (!Array.isArray(row) || row.length !== 3) return false;
  const [executor, workers, medianMs] = row;
  const known = [...executorNames(), 'javascript'];
  return known.includes(executor) && isCount(workers) && typeof medianMs === 'number' && medianMs >= 0 && medianMs < 1e9;
}
