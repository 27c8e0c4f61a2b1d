// Shows the author of each picture. Looked up after a run, so that the requests don't disturb it.

import { fetchCredits, hasCredits } from '../platform/credits.js';

/** @import {Entry} from '../types/shapes.js' */

export class Authors {
  #gallery;
  #lookup = new AbortController();

  /** @param {import('./gallery.js').Gallery} gallery */
  constructor(gallery) {
    this.#gallery = gallery;
  }

  /** @param {readonly Entry[]} entries those of the run */
  async name(entries) {
    const last = entries.at(-1);
    if (!last || !hasCredits(last.job)) return;
    const saved = last.record.inputs.filter((_, index) => last.record.results[index] !== null);
    if (saved.length === 0) return;
    this.#lookup = new AbortController();
    this.#gallery.credit(await fetchCredits(saved, this.#lookup.signal));
  }

  /** Another run begins, which replaces the pictures. */
  stop() {
    this.#lookup.abort();
  }
}
