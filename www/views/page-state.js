// The page's state: `data-state` for scripts, and for people the buttons that are enabled.

import { byId } from '../platform/dom.js';
import { isShown } from '../settings/job.js';
import { FIRST } from '../words/language.js';
import { Actions } from './actions.js';

/** @import {View} from '../run/controller.js' */

export class PageState {
  #buttons;

  /** @param {ConstructorParameters<typeof Actions>[0]} pressed what each button does */
  constructor(pressed) {
    this.#buttons = new Actions(pressed);
  }

  /** @type {NonNullable<View['changed']>} */
  changed({ phase, state, plan }) {
    // Set even if it stays the same, so that observers see the end of a run that failed again.
    if (phase === 'idle' || phase === 'running') document.documentElement.dataset.state = state;
    if (phase === 'preparing') this.#buttons.set('running', FIRST.waiting.memory);
    else if (phase !== 'idle') this.#buttons.set('running', '');
    else if (state === 'loading') this.#buttons.set('loading', FIRST.waiting.scripts);
    else this.#buttons.set('idle', '');
    if (plan && isShown(plan)) showStage();
  }
}

/** Scrolls the stage into view unless its lanes, figure and sentence are all visible. */
export function showStage() {
  const stage = byId('stage', HTMLElement);
  const bottom = byId('stage-foot', HTMLElement).getBoundingClientRect().top;
  // Warnings stay at the top.
  const { height } = byId('warned', HTMLElement).getBoundingClientRect();
  stage.style.scrollMarginTop = `calc(${height}px + 0.5rem)`;
  if (stage.getBoundingClientRect().top < height || bottom > window.innerHeight) stage.scrollIntoView({ block: 'start' });
}
