// Reports measurements as tables in Markdown: `node bench/report.js times FILE` for a file that bench/src wrote, or `sizes FOLDER` for a built
// site. It uses the page's own code for medians and intervals.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { ratioOf } from '../www/statistics/ratio.js';
import { controlsOf, PROMISES } from './promises.js';
import { sizesOf } from './sizes.js';

/** How far an arm may differ from itself before the whole table is doubtful. */
const TOLERANCE = 0.05;

/** The ratio of a row over the rounds of these arms.
 * @param {Record<string, number[]>} arms */
export function measured({ over, under }, arms) {
  const names = Object.keys(arms);
  const rounds = (arms[names[0]] ?? []).map((_, round) => Object.fromEntries(names.map((name) => [name, arms[name][round]])));
  const times = (arm) => (typeof arm === 'function' ? rounds.map(arm) : (arms[arm] ?? []));
  return ratioOf(times(over), times(under), true);
}

/** How far a value is from its target, or from 1 without a target. */
const badness = ({ most, least }, value) => (most ? value : least ? -value : Math.abs(Math.log(value)));

/** One row for each label: the worst of the rows with it. Its label then names its samples.
 * @param {{ what: string, bound: object, of: string, ratio: { value: number } | null }[]} rows */
export function worstOfEach(rows) {
  return [...new Set(rows.map(({ what }) => what))].map((what) => {
    const same = rows.filter((row) => row.what === what);
    const known = same.filter(({ ratio }) => ratio !== null);
    const [worst] = known.toSorted((one, other) => badness(other.bound, other.ratio.value) - badness(one.bound, one.ratio.value));
    if (same.length === 1 || !worst) return same[0];
    return { ...worst, what: `${worst.what}, the worst of ${same.length}: ${worst.of}` };
  });
}

/** Whether a target is met. */
export function verdict({ most, least }, value) {
  if (value === null || (most === undefined && least === undefined)) return '-';
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity) ? 'yes' : 'no';
}

const digits = (value) => (value === null ? '?' : value.toFixed(3));
const ratioText = ({ value, low, high }) => `${digits(value)} (${digits(low)} to ${digits(high)})`;

/** A table in Markdown. A row has a ratio, or a value with its unit.
 * @param {{ what: string, bound: { most?: number, least?: number }, ratio?: object | null, value?: number, unit?: string }[]} rows */
export function table(rows) {
  const lines = rows.map(({ what, bound, ratio = null, value = ratio?.value ?? null, unit = '' }) => {
    const { most, least } = bound;
    const target = most ? `at most ${most}${unit}` : least ? `at least ${least}${unit}` : '-';
    const figure = ratio ? ratioText(ratio) : value === null ? 'not measured here' : `${value.toFixed(1)}${unit}`;
    return `| ${what} | ${target} | ${figure} | ${verdict(bound, value)} |\n`;
  });
  return `| what | target | measured (95% interval) | met |\n| --- | --- | --- | --- |\n${lines.join('')}`;
}

/** The report on one browser.
 * @param {{ machine: Record<string, string | number>, samples: Record<string, Record<string, number[]>>, longestTaskMs: number | null }} found */
export function describe({ machine, samples, longestTaskMs }) {
  const { processor, cores, browser, date } = machine;
  const rows = [];
  const controls = [];
  for (const [of, arms] of Object.entries(samples)) {
    const add = (list) => (promised) => list.push({ ...promised, of, ratio: measured(promised, arms) });
    for (const [name, rowsOf] of PROMISES) {
      const match = name.exec(of);
      if (match) rowsOf(...match.slice(1), arms, browser).forEach(add(rows));
    }
    controlsOf(arms).forEach(add(controls));
  }
  const all = worstOfEach(rows);
  if (longestTaskMs !== null) {
    all.push({ what: 'the longest task on the page’s thread in any run', bound: { most: 50 }, value: longestTaskMs, unit: ' ms' });
  }
  const isDoubtful = controls.some(({ ratio }) => ratio !== null && Math.abs(ratio.value - 1) > TOLERANCE);
  return [
    `${browser}, ${processor} with ${cores} cores, ${date}`,
    ...(isDoubtful ? [`DOUBTFUL: an arm differs from itself by more than ${TOLERANCE * 100}%. Close other programs and measure again.`] : []),
    table(all),
    `Controls, which should be 1:\n\n${table(worstOfEach(controls))}`,
  ].join('\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , what, path] = process.argv;
  console.log(`\n${what === 'sizes' ? table(sizesOf(path)) : describe(JSON.parse(readFileSync(path, 'utf8')))}`);
}
