// Runs as a table for spreadsheets: one row per repeat.

/** @import {RunRecord} from '../types.js' */

const COLUMNS = ['task', 'executor', 'workers', 'inputs', 'repeat', 'startup_ms', 'time_ms', 'failed'];

/** @param {readonly RunRecord[]} runs */
export function toCsv(runs) {
  const rows = runs.flatMap((run) =>
    run.timesMs.map((timeMs, index) => [
      run.task,
      run.executor,
      run.workers,
      run.inputs.length,
      index + 1,
      run.startupMs ?? '',
      timeMs,
      run.failures.filter(({ repeat }) => repeat === index + 1).length,
    ]),
  );
  return [COLUMNS, ...rows].map((row) => row.map(quote).join(',') + '\r\n').join('');
}

/** @param {string | number} cell */
function quote(cell) {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
