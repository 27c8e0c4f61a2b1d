// What each button of "Keep and share" gives.

import { toCsv } from '../export/csv.js';
import { toMarkdown } from '../export/markdown.js';
import { writeResults } from '../export/permalink.js';
import { toTrace } from '../export/trace.js';
import { zip } from '../export/zip.js';
import { byId } from '../platform/dom.js';
import { canPassOn, fileNameOf, passOn, saveFile } from '../platform/save.js';
import { write } from '../settings/parameters.js';
import { besideLoop } from '../statistics/comparison.js';
import { median } from '../statistics/median.js';
import { shown } from '../statistics/rounding.js';
import { describeWork } from '../words/work.js';
import { createShareButtons } from './share-buttons.js';

/** @import {RunRecord, Setup} from '../types/shapes.js' */

/** @param {object} parts
 * @param {() => Setup} parts.setup
 * @param {readonly RunRecord[]} parts.runs
 * @param {ReturnType<import('./comparison.js').createComparison>} parts.comparison
 * @param {ReturnType<import('./gallery.js').createGallery>} parts.gallery
 * @param {number} parts.cores
 * @param {() => string} parts.said what the last run showed */
export function createKeepAndShare({ setup, runs, comparison, gallery, cores, said }) {
  const entries = () => [...comparison.entries().values()];
  const records = () => entries().map(({ record }) => record);
  /** With the figures that the table shows. */
  const compared = () => entries().map((entry) => ({ record: entry.record, ...besideLoop(entry, comparison.entries()) }));

  /** @param {string} fragment */
  const link = (fragment = '') => new URL(write(setup()) + fragment, location.href).href;

  /** Shows this page in a frame of another one. */
  function snippet() {
    const address = new URL(write(setup(), { embed: true }), location.href).href.replaceAll('&', '&amp;');
    return `<iframe src="${address}" title="Easy Concurrency" width="640" height="360" loading="lazy" style="border: 0; max-width: 100%" allow="cross-origin-isolated"></iframe>`;
  }

  function results() {
    const rows = compared()
      .filter(({ record }) => record.timesMs.length > 0)
      .map(({ record: { executor, workers, timesMs }, loopMs, ratio }) => ({
        executor,
        workers,
        // As the table shows them, so that whoever opens the link sees the same figures.
        medianMs: shown(median(timesMs)),
        besideMs: loopMs === null ? null : shown(loopMs),
        low: ratio?.low ?? null,
        high: ratio?.high ?? null,
      }));
    return link(writeResults({ key: comparison.key(), cores, rows }));
  }

  function markdown() {
    const first = entries()[0];
    return toMarkdown(first ? describeWork(first.job) : '', compared());
  }

  async function* pictures() {
    for (const [input, blob] of [...gallery.blobs()].sort(([a], [b]) => a - b)) yield { name: fileNameOf(input, blob), blob };
  }

  const view = createShareButtons({
    'copy-link': { text: () => link(), what: 'Link to this set-up' },
    'copy-results-link': { text: results, what: 'Link with results' },
    'copy-snippet': { text: snippet, what: 'Snippet' },
    share: { save: () => passOn(said(), entries().length > 0 ? results() : link()), what: '' },
    'copy-json': { text: () => JSON.stringify(runs.at(-1), null, 2), what: 'The last run as JSON' },
    'copy-csv': { text: () => toCsv(compared()), what: 'The compared runs as CSV' },
    'copy-markdown': { text: markdown, what: 'The comparison as Markdown' },
    'save-trace': {
      save: () => saveFile(new Blob([toTrace(records())], { type: 'application/json' }), 'easy-concurrency-trace.json'),
      what: 'The trace',
    },
    'save-zip': { save: async () => saveFile(await zip(pictures()), 'pictures.zip'), what: 'The pictures' },
  });

  byId('share', HTMLButtonElement).hidden = !canPassOn();

  return {
    refresh() {
      const any = entries().length > 0;
      view.enable({
        'copy-link': true,
        'copy-snippet': true,
        'copy-results-link': any,
        'copy-json': runs.length > 0,
        'copy-csv': any,
        'copy-markdown': any,
        'save-trace': any,
        'save-zip': gallery.blobs().size > 0,
      });
    },
  };
}
