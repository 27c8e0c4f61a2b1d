// Loads what is further down the page: once, when something needs it or the page has nothing else to do.

import { reportCaught } from '../platform/errors.js';

/** @import {Controller} from '../run/controller.js' */

/** A run's end waits no longer for what is further down. */
const COMES_WITHIN_MS = 10_000;

/** @typedef {ReturnType<typeof import('./further.js').createFurther>} Further */

export class FurtherLoader {
  #controller;
  #parts;
  #loaded;
  /** What is further down, once it is there. @type {Further | null} */
  further = null;

  /** @param {Controller} controller
   * @param {Parameters<typeof import('./further.js').createFurther>[0]} parts
   * @param {() => void} loaded */
  constructor(controller, parts, loaded) {
    this.#controller = controller;
    this.#parts = parts;
    this.#loaded = loaded;
  }

  /** Returns null where it can't be loaded.
   * @param {() => Promise<void>} [whenUnmeasured] filling it in must not disturb a measurement */
  async load(whenUnmeasured = () => this.#controller.whenIdle()) {
    if (this.further) return this.further;
    try {
      const { createFurther } = await Promise.race([import('./further.js'), late()]);
      await whenUnmeasured();
      if (!this.further) this.#show(createFurther(this.#parts));
    } catch (cause) {
      reportCaught(cause, 'further');
    }
    return this.further;
  }

  /** @param {Further} further */
  #show(further) {
    this.further = further;
    further.show();
    further.refresh();
    this.#controller.join(further);
    this.#loaded();
  }
}

/** @returns {Promise<never>} */
const late = () =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`further.js did not come within ${COMES_WITHIN_MS / 1000} seconds`)), COMES_WITHIN_MS);
  });
