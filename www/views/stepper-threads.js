// The stepper's threads side by side, each with its code, its variables and the button that takes its next step.

import { letterOf } from '../interleaving/address.js';
import { nextStep, obstacle } from '../interleaving/machine.js';
import { make } from '../platform/dom.js';
import { number } from '../words/format.js';
import { LATER } from '../words/later.js';
import { describeWaiting } from '../words/stepper.js';

/** @import {State} from '../interleaving/machine.js' */
/** @import {Program} from '../interleaving/programs.js' */

/** @typedef {{button: HTMLButtonElement, lines: HTMLElement[], values: Map<string, HTMLElement>}} Card */

const TEXTS = LATER.stepper;

/** A button that can't be pressed keeps the focus: it may be pressed again when one has gone back.
 * @param {HTMLButtonElement} button
 * @param {boolean} isEnabled */
export const enable = (button, isEnabled) => button.setAttribute('aria-disabled', String(!isEnabled));

export class ThreadCards {
  #list;
  #press;
  /** @type {Card[]} */
  #cards = [];

  /** @param {HTMLElement} list
   * @param {(thread: number) => void} press */
  constructor(list, press) {
    this.#list = list;
    this.#press = press;
  }

  /** @param {Program} program */
  open(program) {
    this.#list.replaceChildren();
    this.#cards = program.threads.map((steps, thread) => this.#add(steps, thread));
  }

  /** @param {number} thread */
  focus(thread) {
    this.#cards[thread].button.focus({ preventScroll: true });
  }

  /** @param {Program} program
   * @param {State} state */
  draw(program, state) {
    this.#cards.forEach(({ button, lines, values }, thread) => {
      const { at, registers } = state.threads[thread];
      const letter = letterOf(thread);
      const isDone = nextStep(program, state, thread) === undefined;
      enable(button, !isDone && !obstacle(program, state, thread));
      button.textContent = isDone ? TEXTS.done({ thread: letter }) : describeWaiting(program, state, thread, 'waits') || TEXTS.next({ thread: letter });
      lines.forEach((line, place) => {
        line.classList.toggle('taken', place < at);
        if (place === at) line.setAttribute('aria-current', 'step');
        else line.removeAttribute('aria-current');
      });
      for (const [name, value] of values) value.textContent = name in registers ? number(registers[name]) : '–';
    });
  }

  /** @param {Program['threads'][number]} steps
   * @param {number} thread
   * @returns {Card} */
  #add(steps, thread) {
    const letter = letterOf(thread);
    const names = new Set(steps.flatMap((step) => (step.do === 'load' || step.do === 'add' ? [step.to] : [])));
    const values = new Map([...names].map((name) => [name, make('dd')]));
    const lines = steps.map(({ code }) => make('li', {}, make('code', {}, code)));
    const button = make('button', { type: 'button' });
    button.addEventListener('click', () => this.#press(thread));
    const registers = [...values].map(([name, value]) => make('div', {}, make('dt', {}, name), value));
    const head = make('h3', {}, TEXTS.thread({ thread: letter }));
    const parts = [head, make('ol', {}, ...lines), ...(names.size > 0 ? [make('dl', { 'aria-label': TEXTS.registers({ thread: letter }) }, ...registers)] : []), button];
    this.#list.append(make('li', {}, ...parts));
    return { button, lines, values };
  }
}
