// What each button of "Keep and share" copies or saves.

import { toCsv, toHtmlTable } from '../export/csv.js';
import { toMarkdown } from '../export/markdown.js';
import { writeResults } from '../export/permalink.js';
import { saveTrace } from '../export/trace.js';
import { zip } from '../export/zip.js';
import { addressWith } from '../platform/address.js';
import { byId } from '../platform/dom.js';
import { canPassOn, fileNameOf, passOn, saveFile } from '../platform/save.js';
import { write } from '../settings/parameters.js';
import { compareWithLoop } from '../statistics/comparison.js';
import { median } from '../statistics/median.js';
import { describeWork } from '../words/work.js';
import { ShareButtons } from './share-buttons.js';

/** @import {RunRecord, Setup} from '../types/shapes.js' */

/**
 * @typedef {object} Parts
 * @property {() => Setup} setup
 * @property {readonly RunRecord[]} runs
 * @property {import('./comparison.js').Comparison} comparison
 * @property {import('./gallery.js').Gallery} gallery
 * @property {number} cores
 * @property {() => string} said the sentence about the last run
 */

export class KeepAndShare {
  #parts;
  #buttons = new ShareButtons({
    'copy-link': { text: () => this.#link() },
    'copy-results-link': { text: () => this.#resultsLink() },
    'copy-snippet': { text: () => this.#snippet() },
    share: { save: () => passOn(this.#parts.said(), this.#entries.length > 0 ? this.#resultsLink() : this.#link()) },
    'copy-json': { text: () => JSON.stringify(this.#parts.runs.at(-1), null, 2) },
    'copy-csv': { text: () => toCsv(this.#compared), html: () => toHtmlTable(this.#compared) },
    'copy-markdown': { text: () => this.#markdown() },
    'save-trace': { save: () => saveTrace(this.#entries.map(({ record }) => record), 'easy-concurrency-trace.json') },
    'save-zip': { save: async () => saveFile(await zip(this.#pictures()), 'pictures.zip') },
  });

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    byId('share', HTMLButtonElement).hidden = !canPassOn();
  }

  /** Enables the buttons that have something to copy or save. */
  refresh() {
    const { runs, gallery } = this.#parts;
    const any = this.#entries.length > 0;
    this.#buttons.enable({
      'copy-link': true,
      'copy-snippet': true,
      'copy-results-link': any,
      'copy-json': runs.length > 0,
      'copy-csv': any,
      'copy-markdown': any,
      'save-trace': any,
      'save-zip': gallery.blobs().size > 0,
    });
  }

  get #entries() {
    return [...this.#parts.comparison.entries().values()];
  }

  /** The compared runs with the figures that the table shows. */
  get #compared() {
    return this.#entries.map((entry) => ({ record: entry.record, ...compareWithLoop(entry, this.#parts.comparison.entries()) }));
  }

  /** @param {string} [fragment] */
  #link(fragment = '') {
    return addressWith(write(this.#parts.setup()) + fragment);
  }

  #resultsLink() {
    const { comparison, cores } = this.#parts;
    const rows = this.#compared
      .filter(({ record }) => record.timesMs.length > 0)
      .map(({ record: { executor, workers, timesMs }, loopMs, ratio }) => ({
        executor,
        workers,
        medianMs: median(timesMs),
        besideMs: loopMs,
        low: ratio?.low ?? null,
        high: ratio?.high ?? null,
      }));
    return this.#link(writeResults({ key: comparison.key(), cores, rows }));
  }

  /** HTML that embeds this page in another one. */
  #snippet() {
    const address = addressWith(write(this.#parts.setup(), { embed: true })).replaceAll('&', '&amp;');
    return `<iframe src="${address}" title="Easy Concurrency" width="640" height="360" loading="lazy" style="border: 0; max-width: 100%" allow="cross-origin-isolated"></iframe>`;
  }

  #markdown() {
    const [first] = this.#entries;
    return toMarkdown(first ? describeWork(first.job) : '', this.#compared);
  }

  async *#pictures() {
    for (const [input, blob] of [...this.#parts.gallery.blobs()].sort(([a], [b]) => a - b)) yield { name: fileNameOf(input, blob), blob };
  }
}
