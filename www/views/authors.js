// Who made the pictures of a run, under each of them. Looked up after the run, never in it.

import { fetchCredits, hasCredits } from '../platform/credits.js';

/** @import {Entry} from '../types/shapes.js' */

export class Authors {
  #gallery;
  #looking = new AbortController();

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
    this.#looking = new AbortController();
    this.#gallery.credit(await fetchCredits(saved, this.#looking.signal));
  }

  /** Another run makes the names pointless. */
  stop() {
    this.#looking.abort();
  }
}
