// One's own way through a program: forward and back without limit.

import { replay } from './address.js';
import { Interleavings } from './interleavings.js';
import { enabled } from './machine.js';

/** @import {Program} from './programs.js' */

export class Walk {
  program;
  interleavings;
  /** The steps that were taken, and after them those that were taken back. @type {readonly number[]} */
  #steps;
  /** The states that all these lead through, from the start on. */
  #states;
  #at;

  /** @param {Program} program
   * @param {readonly number[]} steps that have been taken */
  constructor(program, steps) {
    this.program = program;
    this.interleavings = new Interleavings(program);
    this.#steps = steps;
    this.#states = replay(program, steps);
    this.#at = steps.length;
  }

  /** The steps that were taken. */
  get steps() {
    return this.#steps.slice(0, this.#at);
  }

  /** The states that they lead through, the first at the start. */
  get states() {
    return this.#states.slice(0, this.#at + 1);
  }

  get state() {
    return this.#states[this.#at];
  }

  /** The threads that can take a step. */
  get enabled() {
    return enabled(this.program, this.state);
  }

  /** @param {number} thread
   * @returns {boolean} whether it could */
  take(thread) {
    if (!this.enabled.includes(thread)) return false;
    // The step that was taken back leads to those after it.
    if (this.#steps[this.#at] !== thread) this.follow([...this.steps, thread], this.#at);
    this.#at += 1;
    return true;
  }

  /** Goes along what was taken back; after that, along a way that goes wrong, or any.
   * @returns {boolean} whether there was a step left */
  forward() {
    const own = this.#steps[this.#at];
    const wrong = () => this.interleavings.shortestWrong(this.state, this.steps.at(-1))?.steps[0];
    return this.take(own ?? wrong() ?? this.enabled[0]);
  }

  /** @param {number} steps how many
   * @returns {boolean} whether there were any */
  back(steps = 1) {
    const before = this.#at;
    this.#at = Math.max(0, before - steps);
    return this.#at < before;
  }

  /** Takes these steps from the start.
   * @param {readonly number[]} steps
   * @param {number} at how many of them */
  follow(steps, at = steps.length) {
    this.#steps = steps;
    this.#states = replay(this.program, steps);
    this.#at = at;
  }
}
