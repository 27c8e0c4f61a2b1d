// Replays the timeline slowed down, or lets a scrubber move through it.

const LENGTH_MS = 3000;

/** @param {{button: HTMLButtonElement, scrubber: HTMLInputElement, show: (share: number) => void}} parts
 *   `show` gets how far to show, from 0 to 1 */
export function createReplay({ button, scrubber, show }) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {number | null} */
  let frame = null;

  function stop() {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    button.textContent = 'Replay';
  }

  /** @param {number} share */
  function moveTo(share) {
    scrubber.value = String(Math.round(share * 1000));
    scrubber.setAttribute('aria-valuetext', `${Math.round(share * 100)}% of the time`);
    show(share);
  }

  function play() {
    const from = Number(scrubber.value) >= 1000 ? 0 : Number(scrubber.value) / 1000;
    const begin = performance.now() - from * LENGTH_MS;
    button.textContent = 'Pause';
    const step = () => {
      const share = Math.min(1, (performance.now() - begin) / LENGTH_MS);
      moveTo(share);
      if (share < 1) frame = requestAnimationFrame(step);
      else stop();
    };
    frame = requestAnimationFrame(step);
  }

  button.addEventListener('click', () => {
    if (frame !== null) return stop();
    // Who asked for less motion gets the still picture, step by step with the scrubber.
    if (still.matches) {
      const value = Number(scrubber.value);
      return moveTo(value >= 1000 ? 0.25 : Math.min(1, value / 1000 + 0.25));
    }
    play();
  });
  scrubber.addEventListener('input', () => {
    stop();
    moveTo(Number(scrubber.value) / 1000);
  });

  return {
    /** Everything is shown again.
     * @param {boolean} possible whether there is something to replay */
    reset(possible) {
      stop();
      moveTo(1);
      button.disabled = !possible;
      scrubber.disabled = !possible;
    },
  };
}
