// The comparison as a Markdown table, for issues and chats.

import { executorOf } from '../settings/executors.js';
import { median } from '../statistics/median.js';
import { duration, interval, startUp, times } from '../words/format.js';

/** @import {Ratio, RunRecord} from '../types/shapes.js' */

/** @param {string} title what was done
 * @param {readonly {record: RunRecord, loopMs: number | null, ratio: Ratio | null}[]} rows */
export function toMarkdown(title, rows) {
  const hasTotal = rows.some(({ record }) => record.total !== null);
  const lines = [
    `**${title}**`,
    '',
    '| executor | workers | start-up | the loop beside it | work (median) | repeats | over the loop | 95% interval |' + (hasTotal ? ' total |' : ''),
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |' + (hasTotal ? ' ---: |' : ''),
    ...rows.map(({ record, loopMs, ratio }) => {
      const cells = [
        record.executor,
        executorOf(record.executor).pool ? record.workers : 1,
        record.startupMs === null ? '–' : startUp(record.startupMs, record.prepaidMs),
        loopMs === null ? '–' : duration(loopMs),
        record.timesMs.length ? duration(median(record.timesMs)) : '–',
        record.timesMs.length,
        ratio === null ? '–' : times(ratio.value),
        ratio === null || record.executor === 'loop' ? '–' : interval(ratio),
        ...(hasTotal ? [record.total ?? '–'] : []),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
  const environment = rows[0]?.record.environment;
  if (environment) lines.push('', `${environment.cores} cores, ${environment.userAgent.replaceAll('|', '/')}`);
  return `${lines.join('\n')}\n`;
}
