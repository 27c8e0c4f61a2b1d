// The pictures of a run: which have come, which have failed, and what can be done about that.

import { byId } from '../platform/dom.js';
import { LONG_MS } from '../platform/draw.js';
import { galleryOf } from '../settings/tasks.js';
import { say } from '../words/work.js';
import { createPlaces } from './places.js';

/** @import {Job, RunEvent} from '../types/shapes.js' */

/** @param {{retry: (inputs: number[]) => void, save: (input: number, blob: Blob) => void}} actions */
export function createGallery({ retry, save }) {
  const section = byId('gallery-section', HTMLElement);
  const gallery = byId('gallery', HTMLElement);
  const note = byId('gallery-note', HTMLElement);
  const retryAll = byId('retry-all', HTMLButtonElement);
  const places = createPlaces(gallery);
  /** @type {Map<number, string>} */
  let failures = new Map();
  /** @type {Map<number, Job>} */
  let jobs = new Map();
  let isRetry = false;
  /** How long the last repeat took. */
  let lastMs = 0;

  gallery.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const { save: saved, retry: again } = button?.dataset ?? {};
    if (saved !== undefined) {
      const blob = places.blobs().get(Number(saved));
      if (blob) save(Number(saved), blob);
    }
    if (again !== undefined) retry([Number(again)]);
  });
  retryAll.addEventListener('click', () => retry([...failures.keys()]));

  /** @param {Job} job */
  function show(job) {
    places.rebuild(job);
    note.textContent = say(galleryOf(job.task)?.about ?? [], job);
  }

  /** @param {RunEvent} event */
  function handle(event) {
    switch (event.type) {
      case 'begin': {
        const { series, purpose } = event.plan;
        jobs = new Map(series.map((one, index) => [index, one.job]));
        retryAll.hidden = true;
        isRetry = purpose === 'retry';
        if (purpose === 'sweep') {
          jobs.clear();
        } else if (!isRetry) {
          section.hidden = galleryOf(series[0].job.task) === null;
          failures = new Map();
          if (!section.hidden) show(series[0].job);
        }
        break;
      }
      case 'repeat':
        if (isRetry || !givesPictures(jobs.get(event.series))) break;
        failures = new Map();
        // Repeats too short to be watched leave the pictures where they are.
        if (event.repeat === 1 || lastMs > LONG_MS) places.empty();
        break;
      case 'report':
        lastMs = event.timeMs;
        break;
      case 'finished': {
        const own = jobs.get(event.series);
        if (!own || !givesPictures(own)) return;
        const input = own.inputs[event.index];
        if (event.error === null) failures.delete(input);
        else failures.set(input, event.error);
        places.put({ input, blob: event.blob, error: event.error });
        break;
      }
      case 'end':
        retryAll.hidden = failures.size === 0 || section.hidden;
        retryAll.textContent = failures.size === 1 ? 'Retry the failed one' : `Retry all ${failures.size} that failed`;
        break;
    }
  }

  return {
    handle,
    blobs: places.blobs,
    credit: places.credit,
  };
}

/** @param {Job | undefined} job */
const givesPictures = (job) => job !== undefined && galleryOf(job.task) !== null;
