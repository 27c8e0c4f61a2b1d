// The pictures of a run: those that arrived, those that failed, and buttons to retry.

import { byId } from '../platform/dom.js';
import { LONG_REPEAT_MS } from '../settings/catalogue.js';
import { galleryOf } from '../settings/tasks.js';
import { FIRST } from '../words/language.js';
import { describePictures } from '../words/work.js';
import { Places } from './places.js';

/** @import {Job, Plan, RunEvent} from '../types/shapes.js' */

/** @param {Job | undefined} job */
const givesPictures = (job) => job !== undefined && galleryOf(job.task) !== null;

export class Gallery {
  #section = byId('gallery-section', HTMLElement);
  #element = byId('gallery', HTMLElement);
  #note = byId('gallery-note', HTMLElement);
  #retryAll = byId('retry-all', HTMLButtonElement);
  #places = new Places(this.#element);
  /** Inputs whose picture failed. @type {Set<number>} */
  #failed = new Set();
  /** The jobs whose pictures are shown, by series. @type {readonly Job[]} */
  #jobs = [];
  #isRetry = false;
  /** How long the last repeat took. */
  #lastMs = 0;

  /** @param {{retry: (inputs: number[]) => void, save: (input: number, blob: Blob) => void}} actions */
  constructor({ retry, save }) {
    this.#element.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const { save: saved, retry: again } = button?.dataset ?? {};
      const blob = this.blobs().get(Number(saved));
      if (blob) save(Number(saved), blob);
      if (again !== undefined) retry([Number(again)]);
    });
    this.#retryAll.addEventListener('click', () => retry([...this.#failed]));
  }

  /** The pictures that have arrived, by input. */
  blobs() {
    return this.#places.blobs();
  }

  /** Shows the authors of the pictures.
   * @param {ReadonlyMap<number, string>} authors */
  credit(authors) {
    this.#places.credit(authors);
  }

  /** @param {RunEvent} event */
  handle(event) {
    switch (event.type) {
      case 'begin':
        this.#begin(event.plan);
        break;
      case 'repeat':
        if (this.#isRetry || !givesPictures(this.#jobs[event.series])) break;
        this.#failed.clear();
        // Repeats too short to watch keep the pictures in place.
        if (event.repeat === 1 || this.#lastMs > LONG_REPEAT_MS) this.#places.empty();
        break;
      case 'report':
        this.#lastMs = event.timeMs;
        break;
      case 'finished': {
        const job = this.#jobs[event.series];
        if (!givesPictures(job)) break;
        const input = job.inputs[event.index];
        if (event.fault === null) this.#failed.delete(input);
        else this.#failed.add(input);
        this.#places.put({ input, blob: event.blob, fault: event.fault });
        break;
      }
      case 'end': {
        const { size } = this.#failed;
        this.#retryAll.hidden = size === 0 || this.#section.hidden;
        this.#retryAll.textContent = FIRST.pictures.retryAll({ count: size });
        break;
      }
    }
  }

  /** @param {Plan} plan */
  #begin({ series, purpose }) {
    this.#jobs = purpose === 'sweep' ? [] : series.map(({ job }) => job);
    this.#isRetry = purpose === 'retry';
    this.#retryAll.hidden = true;
    if (this.#isRetry || purpose === 'sweep') return;
    const [{ job }] = series;
    const shown = galleryOf(job.task);
    this.#section.hidden = shown === null;
    this.#failed.clear();
    if (!shown) return;
    this.#places.rebuild(job);
    this.#note.textContent = describePictures(job);
  }
}
