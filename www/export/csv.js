// Runs as a table for spreadsheets: one row per repeat.

/** @import {Ratio, RunRecord} from '../types/shapes.js' */

const COLUMNS = [
  'task', 'executor', 'workers', 'inputs', 'repeat', 'startup_ms', 'warmup_ms', 'time_ms', 'beside_ms', 'ratio', 'ratio_low',
  'ratio_high', 'failed', 'prepaid_ms', 'total',
];

/** @param {readonly {record: RunRecord, ratio: Ratio | null}[]} runs with the ratio that the page shows */
export function toCsv(runs) {
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
      record.total ?? '',
    ]),
  );
  return [COLUMNS, ...rows].map((row) => row.map(quote).join(',') + '\r\n').join('');
}

/** @param {string | number} cell */
function quote(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
