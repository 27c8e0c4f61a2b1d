// The place of one picture: empty, or with the picture and its author, or with the reason why none came.

import { make } from '../platform/dom.js';
import { nameInput } from '../words/catalogue.js';
import { describeFailure } from '../words/faults.js';
import { bytes, sentence } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** @import {Fault, Job} from '../types/shapes.js' */

/** @typedef {{input: number, blob: Blob | null, fault: Fault | null}} Arrival */

export class Place {
  /** @type {Blob | null} */
  blob = null;
  #job;
  #input;
  #frame = make('div', { class: 'frame' });
  #caption;
  /** @type {HTMLImageElement | null} */
  #image = null;
  /** The picture's author, if known. */
  #author = '';
  /** Revokes the picture's object URL; may be called more than once. */
  release = () => {};

  /** @param {Job} job
   * @param {number} input */
  constructor(job, input) {
    this.#job = job;
    this.#input = input;
    this.#caption = make('figcaption', {}, String(input));
    this.element = make('figure', { 'data-input': input }, this.#frame, this.#caption);
  }

  /** @param {Arrival} arrival */
  show({ blob, fault }) {
    if (fault !== null || !blob) return this.#fail(fault ?? { code: 'nothing-came' });
    this.blob = blob;
    // The same picture, from a later repeat.
    if (this.#image) return;
    this.#image = make('img', { alt: this.#alt, decoding: 'async' });
    this.#frame.replaceChildren(this.#image);
    this.element.className = 'saved';
    const credit = this.#author ? [this.#makeCredit()] : [];
    this.#describe(`${this.#input} · ${bytes(blob.size)}`, ...credit, this.#makeButton('save'));
  }

  /** Loads the picture by an object URL, if it has arrived and isn't loaded yet. */
  load() {
    const image = this.#image;
    if (!image || !this.blob || image.src) return;
    const address = URL.createObjectURL(this.blob);
    const release = () => URL.revokeObjectURL(address);
    this.release = release;
    image.addEventListener('load', release);
    image.addEventListener('error', () => {
      release();
      // The place may have been given to another picture meanwhile.
      if (image.isConnected) this.#fail({ code: 'not-shown' });
    });
    image.src = address;
  }

  clear() {
    this.release();
    this.blob = null;
    if (!this.element.className) return;
    this.#empty('');
    this.#caption.replaceChildren(String(this.#input));
  }

  /** @param {string} author */
  credit(author) {
    this.#author = author;
    if (!this.#image) return;
    this.#image.alt = this.#alt;
    if (!this.#caption.querySelector('.credit')) this.#caption.firstElementChild?.after(this.#makeCredit());
  }

  /** @param {Fault} fault */
  #fail(fault) {
    this.#empty('failed');
    this.#describe(describeFailure(this.#job.task, this.#input, fault), this.#makeButton('retry'));
  }

  /** Takes the picture away.
   * @param {string} className */
  #empty(className) {
    this.#image = null;
    this.#frame.replaceChildren();
    this.element.className = className;
  }

  /** @param {string} text
   * @param {...HTMLElement} more */
  #describe(text, ...more) {
    this.#caption.replaceChildren(make('span', {}, text), ...more);
  }

  get #name() {
    return nameInput(this.#job.task, this.#input);
  }

  get #alt() {
    return this.#author ? FIRST.pictures.photograph({ number: this.#input, author: this.#author }) : sentence(this.#name);
  }

  /** @param {'save' | 'retry'} action the gallery handles the click */
  #makeButton(action) {
    const { [action]: label, saveNamed, retryNamed } = FIRST.pictures;
    const named = (action === 'save' ? saveNamed : retryNamed)({ name: this.#name });
    return make('button', { type: 'button', class: 'link', [`data-${action}`]: this.#input, 'aria-label': named }, label);
  }

  /** A long name is cut off; the tooltip has it in full. */
  #makeCredit() {
    return make('span', { class: 'credit', title: this.#author }, this.#author);
  }
}
