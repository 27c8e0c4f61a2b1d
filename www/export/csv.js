// Runs as a table for spreadsheets, one row per repeat: as CSV for files, and as HTML, which they paste into columns where they would
// paste CSV into one.

/** @import {Ratio, RunRecord} from '../types/shapes.js' */

/** @typedef {readonly {record: RunRecord, ratio: Ratio | null}[]} Runs with the ratio that the page shows */

const COLUMNS = [
  'task', 'executor', 'workers', 'inputs', 'repeat', 'startup_ms', 'warmup_ms', 'time_ms', 'beside_ms', 'ratio', 'ratio_low',
  'ratio_high', 'failed', 'prepaid_ms', 'total',
];

/** @param {Runs} runs */
export const toCsv = (runs) => tableOf(runs).map((row) => row.map(quote).join(',') + '\r\n').join('');

/** @param {Runs} runs */
export function toHtmlTable(runs) {
  const rows = tableOf(runs).map((row) => `<tr>${row.map((cell) => `<td>${inHtml(cell)}</td>`).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

/** @param {Runs} runs
 * @returns {(string | number)[][]} */
function tableOf(runs) {
  const rows = runs.flatMap(({ record, ratio }) =>
    record.timesMs.map((timeMs, index) => [
      record.task,
      record.executor,
      record.workers,
      record.inputs.length,
      index + 1,
      record.startupMs ?? '',
      record.warmupMs ?? '',
      timeMs,
      record.beside?.timesMs[index] ?? '',
      ratio?.value ?? '',
      ratio?.low ?? '',
      ratio?.high ?? '',
      record.failures.filter(({ repeat }) => repeat === index + 1).length,
      record.prepaidMs ?? '',
      record.sharedTotals[index] ?? record.total ?? '',
    ]),
  );
  return [COLUMNS, ...rows];
}

/** @param {string | number} cell */
function quote(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string | number} cell */
const inHtml = (cell) => String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
