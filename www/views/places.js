// The places of all pictures. They are made before any picture arrives, so that nothing on the page moves.

import { make } from '../platform/dom.js';
import { createQueue, SKIPPED_OUT_OF_VIEW } from '../run/draw.js';
import { parameterOf } from '../settings/parameters.js';
import { galleryOf } from '../settings/tasks.js';
import { Place } from './place.js';

/** @import {Job} from '../types/shapes.js' */
/** @import {Arrival} from './place.js' */

/** How many places a group has: a multiple of each number of columns in figures.css, so that every row is full. */
const GROUP = 30;

/** Creating an object URL takes as long as everything else about a picture, so only pictures in or near the view get one. All of them do
 * where the browser doesn't tell which groups are in view (see `content-visibility` in figures.css). */
const TELLS_WHAT_IS_IN_VIEW = 'oncontentvisibilityautostatechange' in HTMLElement.prototype;

export class Places {
  #gallery;
  /** By input. @type {Map<number, Place>} */
  #places = new Map();
  /** Groups in or near the view. @type {WeakSet<Element>} */
  #inView = new WeakSet();
  #groups = createQueue(1, (/** @type {Place[][]} */ [group]) => this.#addGroup(group), SKIPPED_OUT_OF_VIEW);
  /** Pictures to show one at a time, since each takes a while; null empties every place. */
  #arrivals = createQueue(1, (/** @type {(Arrival | null)[]} */ [arrival]) => this.#take(arrival), SKIPPED_OUT_OF_VIEW);
  #views;

  /** @param {HTMLElement} gallery */
  constructor(gallery) {
    this.#gallery = gallery;
    this.#views = createQueue(1, (/** @type {(Place | undefined)[]} */ [place]) => place?.load(), gallery);
    // In some browsers the event doesn't bubble.
    gallery.addEventListener('contentvisibilityautostatechange', (event) => this.#follow(event), { capture: true });
  }

  /** @param {Job} job */
  rebuild(job) {
    for (const queue of [this.#groups, this.#arrivals, this.#views]) queue.clear();
    for (const place of this.#places.values()) place.release();
    this.#places = new Map(job.inputs.map((input) => [input, new Place(job, input)]));
    this.#gallery.replaceChildren();
    const shown = galleryOf(job.task);
    if (!shown) return;
    // A parameter that doesn't apply to this job has its default.
    const [width, height] = shown.size.map((name) => job[name] ?? parameterOf(name, job.task)?.number?.initial);
    const columns = shown.columns === null ? null : Math.min(Number(job[shown.columns]), job.inputs.length);
    this.#gallery.style.setProperty('--ratio', `${width} / ${height}`);
    this.#gallery.style.setProperty('--in-a-row', String(columns));
    this.#gallery.classList.toggle('mosaic', columns !== null);
    const size = columns === null ? GROUP : columns * Math.ceil(GROUP / columns);
    const places = [...this.#places.values()];
    for (let start = 0; start < places.length; start += size) this.#groups.push(places.slice(start, start + size));
  }

  /** Empties every place, before pictures that arrive from now on. */
  empty() {
    this.#arrivals.clear();
    this.#arrivals.push(null);
  }

  /** @param {Arrival} arrival */
  put(arrival) {
    this.#arrivals.push(arrival);
  }

  /** The pictures that have arrived.
   * @returns {ReadonlyMap<number, Blob>} */
  blobs() {
    return new Map([...this.#places].flatMap(([input, { blob }]) => (blob ? [[input, blob]] : [])));
  }

  /** Shows the authors of the pictures.
   * @param {ReadonlyMap<number, string>} authors */
  credit(authors) {
    for (const [input, author] of authors) this.#places.get(input)?.credit(author);
  }

  /** @param {Place[]} places */
  #addGroup(places) {
    const group = make('div', { class: 'group' }, ...places.map(({ element }) => element));
    group.style.setProperty('--places', String(places.length));
    this.#gallery.append(group);
  }

  /** @param {Arrival | null} arrival */
  #take(arrival) {
    if (!arrival) {
      for (const place of this.#places.values()) place.clear();
      return;
    }
    const place = this.#places.get(arrival.input);
    place?.show(arrival);
    const group = place?.element.parentElement;
    if (!TELLS_WHAT_IS_IN_VIEW || (group && this.#inView.has(group))) place?.load();
  }

  /** A group has come into view or left it.
   * @param {Event} event */
  #follow(event) {
    const { target, skipped } = /** @type {ContentVisibilityAutoStateChangeEvent} */ (event);
    const group = /** @type {HTMLElement} */ (target);
    if (skipped) return this.#inView.delete(group);
    this.#inView.add(group);
    const figures = /** @type {HTMLElement[]} */ ([...group.children]);
    this.#views.push(...figures.map(({ dataset }) => this.#places.get(Number(dataset.input))));
  }
}
