// What is made ready before a press, while the page is idle: a coordinator of each flavour.

import { savesData } from '../platform/browser.js';
import { sharedMemoryHere } from '../platform/isolation.js';
import { endSpares, keepSpare } from './spares.js';

/** @import {Flavour} from '../types/shapes.js' */
/** @import {Controller} from './controller.js' */

export class Ahead {
  #controller;
  #whenFree;
  /** The visitor is on another page; workers of this one would slow it. */
  #isLeft = false;

  /** @param {Controller} controller
   * @param {() => Promise<void>} whenFree resolves when the page has nothing else to do */
  constructor(controller, whenFree) {
    this.#controller = controller;
    this.#whenFree = whenFree;
  }

  /** Makes a coordinator ready for what may be pressed next, unless the visitor asks to load no more than is used.
   * @param {Flavour} flavour */
  prepare(flavour) {
    if (savesData() || this.#isLeft || this.#controller.state === 'running') return;
    const { able, reload } = sharedMemoryHere();
    if (flavour === 'plain' || (able && !reload)) keepSpare(flavour);
  }

  /** One of each flavour, when the page has nothing else to do. */
  async prepareAll() {
    await this.#whenFree();
    this.prepare('plain');
    this.prepare('threads');
  }

  /** A page that is left may be kept for coming back to, without workers. */
  leave() {
    this.#isLeft = true;
    endSpares();
  }

  comeBack() {
    this.#isLeft = false;
    this.prepareAll();
  }
}
