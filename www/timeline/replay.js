// Replays the timeline in slow motion, or moves through it by a scrubber.

import { percent } from '../words/format.js';
import { FIRST } from '../words/language.js';

/** How long a replay takes. */
const LENGTH_MS = 3000;
/** With reduced motion a press jumps by this share instead. */
const REDUCED_STEP = 0.25;

export class Replay {
  #button;
  #scrubber;
  #show;
  #lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {number | null} */
  #frame = null;

  /** @param {HTMLButtonElement} button
   * @param {HTMLInputElement} scrubber
   * @param {(share: number) => void} show called with the share of the time to show, from 0 to 1 */
  constructor(button, scrubber, show) {
    this.#button = button;
    this.#scrubber = scrubber;
    this.#show = show;
    button.addEventListener('click', () => this.#press());
    scrubber.addEventListener('input', () => {
      this.#stop();
      this.#moveTo(this.#share);
    });
  }

  /** Shows the whole run again.
   * @param {boolean} possible whether there is something to replay */
  reset(possible) {
    this.#stop();
    this.#moveTo(1);
    this.#button.disabled = this.#scrubber.disabled = !possible;
  }

  get #share() {
    return Number(this.#scrubber.value) / 1000;
  }

  #press() {
    if (this.#frame !== null) return this.#stop();
    const from = this.#share < 1 ? this.#share : 0;
    if (this.#lessMotion.matches) this.#moveTo(Math.min(1, from + REDUCED_STEP));
    else this.#play(from);
  }

  /** @param {number} from */
  #play(from) {
    const begin = performance.now() - from * LENGTH_MS;
    this.#button.textContent = FIRST.replay.pause;
    const step = () => {
      const share = Math.min(1, (performance.now() - begin) / LENGTH_MS);
      this.#moveTo(share);
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.#stop();
    };
    this.#frame = requestAnimationFrame(step);
  }

  #stop() {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#button.textContent = FIRST.replay.play;
  }

  /** @param {number} share */
  #moveTo(share) {
    this.#scrubber.value = String(Math.round(share * 1000));
    this.#scrubber.setAttribute('aria-valuetext', FIRST.replay.share({ share: percent(share) }));
    this.#show(share);
  }
}
