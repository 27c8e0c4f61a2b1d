// Prepares a coordinator of each flavour before a press, while the page is idle.

import { savesData } from '../platform/browser.js';
import { sharedMemoryHere } from '../platform/isolation.js';
import { endSpares, keepSpare } from './spares.js';

/** @import {Flavour} from '../types/shapes.js' */
/** @import {Controller} from './controller.js' */

export class Ahead {
  #controller;
  #whenFree;
  /** Whether the visitor has left for another page, which this page's workers would slow down. */
  #isLeft = false;

  /** @param {Controller} controller
   * @param {() => Promise<void>} whenFree resolves when the page has nothing else to do */
  constructor(controller, whenFree) {
    this.#controller = controller;
    this.#whenFree = whenFree;
  }

  /** Prepares a coordinator for the next press, unless the browser asks to save data.
   * @param {Flavour} flavour */
  prepare(flavour) {
    if (savesData() || this.#isLeft || this.#controller.state === 'running') return;
    const { able, reload } = sharedMemoryHere();
    if (flavour === 'plain' || (able && !reload)) keepSpare(flavour);
  }

  /** Prepares one of each flavour once the page has nothing else to do. */
  async prepareAll() {
    await this.#whenFree();
    this.prepare('plain');
    this.prepare('threads');
  }

  /** The browser may keep the page for the Back button, which must not keep its workers. */
  leave() {
    this.#isLeft = true;
    endSpares();
  }

  comeBack() {
    this.#isLeft = false;
    this.prepareAll();
  }
}
