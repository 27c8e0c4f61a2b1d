// The comparison as a Markdown table, for issues and chats.

import { seconds, times } from '../figures/format.js';
import { median } from '../figures/statistics.js';
import { executorOf } from '../setup/executors.js';

/** @import {RunRecord} from '../types.js' */

/** @param {string} title what was done
 * @param {readonly {record: RunRecord, ratio: number | null}[]} rows */
export function toMarkdown(title, rows) {
  const lines = [
    `**${title}**`,
    '',
    '| executor | workers | start-up | work (median) | over the loop |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(({ record, ratio }) => {
      const cells = [
        record.executor,
        executorOf(record.executor).pool ? record.workers : 1,
        record.startupMs === null ? '–' : seconds(record.startupMs),
        record.timesMs.length ? seconds(median(record.timesMs)) : '–',
        ratio === null ? '–' : times(ratio),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
  const environment = rows[0]?.record.environment;
  if (environment) lines.push('', `${environment.cores} cores, ${environment.userAgent.replaceAll('|', '/')}`);
  return `${lines.join('\n')}\n`;
}
