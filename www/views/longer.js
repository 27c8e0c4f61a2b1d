// The button that continues the last measurement.

import { byId } from '../platform/dom.js';
import { isShown, planLonger } from '../settings/job.js';

/** @import {Result, View} from '../run/controller.js' */
/** @import {Plan} from '../types/shapes.js' */

export class Longer {
  #button = byId('longer', HTMLButtonElement);
  /** The plan that the button runs. @type {Plan | null} */
  plan = null;

  /** @param {() => void} press */
  constructor(press) {
    this.#button.addEventListener('click', press);
  }

  /** @type {NonNullable<View['changed']>} */
  changed({ phase }) {
    this.#button.disabled = phase !== 'idle' || this.plan === null;
  }

  /** @param {Result} result */
  over({ outcome, plan, entries }) {
    this.plan = outcome === 'done' && plan && isShown(plan) ? planLonger(plan, entries) : null;
  }
}
