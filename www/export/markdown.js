// The comparison as a Markdown table, for issues and chats.

import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { executorLabel } from '../words/catalogue.js';
import { duration, interval, number, startUp, times } from '../words/format.js';
import { LATER } from '../words/later.js';

/** @import {Ratio, RunRecord} from '../types/shapes.js' */

/** @typedef {{record: RunRecord, loopMs: number | null, ratio: Ratio | null}} Row */

/** @param {string} title what was done
 * @param {readonly Row[]} rows */
export function toMarkdown(title, rows) {
  const { browser, executor, workers, startUp: startup, loop, work, repeats, ratio, interval: range, total } = LATER.markdown;
  const totals = rows.some(({ record }) => record.total !== null) ? [total] : [];
  const line = /** @param {readonly string[]} cells */ (cells) => `| ${cells.join(' | ')} |`;
  const lines = [
    `**${title}**`,
    '',
    line([executor, workers, startup, loop, work, repeats, ratio, range, ...totals]),
    line(['---', ...Array(6).fill('---:'), '---', ...totals.map(() => '---:')]),
    ...rows.map((row) => line(cellsOf(row, totals.length > 0))),
  ];
  const environment = rows[0]?.record.environment;
  if (environment) lines.push('', browser({ cores: environment.cores, userAgent: environment.userAgent.replaceAll('|', '/') }));
  return `${lines.join('\n')}\n`;
}

/** @param {Row} row
 * @param {boolean} hasTotal */
function cellsOf({ record, loopMs, ratio }, hasTotal) {
  return [
    executorLabel(record.executor),
    number(executorOf(record.executor).pool ? record.workers : 1),
    record.startupMs === null ? '–' : startUp(record.startupMs, record.prepaidMs),
    loopMs === null ? '–' : duration(loopMs),
    record.timesMs.length ? duration(median(record.timesMs)) : '–',
    number(record.timesMs.length),
    ratio === null ? '–' : times(ratio.value),
    ratio === null || record.executor === 'loop' ? '–' : interval(ratio),
    ...(hasTotal ? [record.total === null ? '–' : number(record.total)] : []),
  ];
}
