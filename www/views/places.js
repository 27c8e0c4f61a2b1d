// The places of pictures, and how each is shown: what came, why nothing came, whose it is. Places are made before anything
// arrives, so nothing moves.

import { make } from '../platform/dom.js';
import { createQueue, SKIPPED_OUT_OF_VIEW } from '../platform/draw.js';
import { nameFailure } from '../settings/job.js';
import { parameterOf } from '../settings/parameters.js';
import { galleryOf, nameInput } from '../settings/tasks.js';
import { bytes } from '../words/format.js';

/** @import {Job} from '../types/shapes.js' */

/** @typedef {{input: number, blob: Blob | null, error: string | null}} Arrival */

/** How many places a group has; the numbers of columns in figures.css divide it. Pictures are shown one at a time, since each
 * takes a while. */
const GROUP = 30;

/** Giving a picture an address takes the page's thread as long as all else about it, so only those in view get one, or nearly
 * so. Where the browser doesn't tell which groups are (see `content-visibility` in figures.css), all of them do. */
const TELLS_WHAT_IS_IN_VIEW = 'oncontentvisibilityautostatechange' in HTMLElement.prototype;

/** @param {HTMLElement} gallery where they are */
export function createPlaces(gallery) {
  /** @type {Map<number, HTMLElement>} by input */
  const figures = new Map();
  /** @type {Map<number, Blob>} */
  const blobs = new Map();
  /** Who made each picture. @type {Map<number, string>} */
  const authors = new Map();
  /** Addresses of pictures that haven't been shown yet. @type {Set<string>} */
  const addresses = new Set();
  /** Groups in view, or nearly so. @type {WeakSet<Element>} */
  const inView = new WeakSet();
  /** Whose pictures are shown. @type {Job | null} */
  let job = null;

  const places = createQueue(1, (/** @type {number[][]} */ [inputs]) => gallery.append(makeGroup(inputs)), SKIPPED_OUT_OF_VIEW);
  const arrivals = createQueue(1, (/** @type {(Arrival | null)[]} */ items) => items.forEach(take), SKIPPED_OUT_OF_VIEW);
  const views = createQueue(1, (/** @type {HTMLElement[]} */ items) => items.forEach(load), gallery);

  /** @param {number[]} inputs */
  function makeGroup(inputs) {
    const figuresOf = inputs.map((input) => /** @type {HTMLElement} */ (figures.get(input)));
    const group = make('div', { class: 'group' }, ...figuresOf);
    group.style.setProperty('--places', String(inputs.length));
    return group;
  }

  /** @param {number} input */
  function makePlace(input) {
    const frame = make('div', { class: 'frame' });
    const figure = make('figure', { 'data-input': input }, frame, make('figcaption', {}, String(input)));
    figures.set(input, figure);
  }

  /** @param {Arrival | null} item null: every place is empty again */
  function take(item) {
    if (item) show(item);
    else clear();
  }

  /** @param {Arrival} arrival */
  function show({ input, blob, error }) {
    const figure = figures.get(input);
    if (!figure) return;
    if (error !== null || !blob) return fail(figure, input, error ?? 'nothing came');
    blobs.set(input, blob);
    // The same picture came once more.
    if (figure.className === 'saved' && figure.querySelector('img')) return;
    const image = make('img', { alt: nameOf(input), decoding: 'async' });
    figure.firstElementChild?.replaceChildren(image);
    figure.className = 'saved';
    if (!TELLS_WHAT_IS_IN_VIEW || (figure.parentElement && inView.has(figure.parentElement))) load(figure);
    const saveButton = make('button', { type: 'button', class: 'link', 'data-save': input }, 'Save');
    saveButton.setAttribute('aria-label', `Save ${called(input)}`);
    caption(figure, input, `${input} · ${bytes(blob.size)}`, saveButton);
  }

  /** Gives a picture its address, if it is there and has none yet.
   * @param {HTMLElement} figure */
  function load(figure) {
    const input = Number(figure.dataset.input);
    const image = figure.querySelector('img');
    const blob = blobs.get(input);
    if (!image || !blob || image.src) return;
    const address = URL.createObjectURL(blob);
    addresses.add(address);
    const release = () => {
      URL.revokeObjectURL(address);
      addresses.delete(address);
    };
    image.addEventListener('load', release);
    image.addEventListener('error', () => {
      release();
      // Unless the place has become another picture's meanwhile.
      if (image.isConnected) fail(figure, input, 'what came is not a picture that this browser can show');
    });
    image.src = address;
  }

  /** @param {HTMLElement} figure
   * @param {number} input
   * @param {string} cause */
  function fail(figure, input, cause) {
    figure.className = 'failed';
    figure.firstElementChild?.replaceChildren();
    const button = make('button', { type: 'button', class: 'link', 'data-retry': input }, 'Retry');
    button.setAttribute('aria-label', `Retry ${called(input)}`);
    caption(figure, input, job ? nameFailure(job.task, input, cause) : cause, button);
  }

  /** @param {HTMLElement} figure
   * @param {number} input
   * @param {string} text
   * @param {HTMLElement} button */
  function caption(figure, input, text, button) {
    const words = make('span', {}, text);
    const name = authors.get(input);
    const parts = name && figure.className === 'saved' ? [creditOf(name)] : [];
    figure.lastElementChild?.replaceChildren(words, ...parts, button);
  }

  /** @param {number} input */
  function nameOf(input) {
    const name = authors.get(input);
    return name ? `Photograph ${input} by ${name}` : called(input).replace(/^./, (first) => first.toUpperCase());
  }

  /** @param {number} input */
  function called(input) {
    return job ? nameInput(job.task, input) : String(input);
  }

  /** Cut off where there is no room, and whole when pointed at.
   * @param {string} name */
  function creditOf(name) {
    return make('span', { class: 'credit', title: name }, name);
  }

  /** A group comes into view, or leaves it.
   * @param {Event} event */
  function follow(event) {
    const { target, skipped } = /** @type {ContentVisibilityAutoStateChangeEvent} */ (event);
    const group = /** @type {HTMLElement} */ (target);
    if (skipped) return inView.delete(group);
    inView.add(group);
    views.push(.../** @type {Iterable<HTMLElement>} */ (group.children));
  }

  function releaseAll() {
    for (const address of addresses) URL.revokeObjectURL(address);
    addresses.clear();
    blobs.clear();
  }

  /** @param {Job} next */
  function rebuild(next) {
    places.clear();
    arrivals.clear();
    views.clear();
    releaseAll();
    authors.clear();
    figures.clear();
    gallery.replaceChildren();
    job = next;
    const shown = galleryOf(next.task);
    if (!shown) return;
    // A size that says nothing for this job is the usual one.
    const [width, height] = shown.size.map((name) => next[name] ?? parameterOf(name, next.task)?.number?.initial);
    gallery.style.setProperty('--ratio', `${width} / ${height}`);
    const columns = shown.columns === null ? null : Math.min(Number(next[shown.columns]), next.inputs.length);
    gallery.classList.toggle('mosaic', columns !== null);
    gallery.style.setProperty('--in-a-row', String(columns));
    const size = columns === null ? GROUP : columns * Math.ceil(GROUP / columns);
    for (const input of next.inputs) makePlace(input);
    for (let start = 0; start < next.inputs.length; start += size) places.push(next.inputs.slice(start, start + size));
  }

  /** Every place is to be empty again. */
  function empty() {
    arrivals.clear();
    arrivals.push(null);
  }

  function clear() {
    releaseAll();
    for (const [input, figure] of figures) {
      if (!figure.className) continue;
      figure.className = '';
      figure.firstElementChild?.replaceChildren();
      figure.lastElementChild?.replaceChildren(String(input));
    }
  }

  // It doesn't bubble everywhere.
  gallery.addEventListener('contentvisibilityautostatechange', follow, { capture: true });

  return {
    rebuild,
    empty,
    /** @param {Arrival} arrival */
    put: (arrival) => arrivals.push(arrival),
    blobs: () => /** @type {ReadonlyMap<number, Blob>} */ (blobs),
    /** Who made the pictures.
     * @param {ReadonlyMap<number, string>} names */
    credit(names) {
      for (const [input, name] of names) {
        authors.set(input, name);
        const figure = figures.get(input);
        const words = figure?.lastElementChild?.firstElementChild;
        if (figure?.className !== 'saved' || !words) continue;
        figure.querySelector('img')?.setAttribute('alt', nameOf(input));
        if (!figure.querySelector('.credit')) words.after(creditOf(name));
      }
    },
  };
}
