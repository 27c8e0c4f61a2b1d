// The clock of a worker beside that of another one. Each counts from its own start, and that is told in the machine's time of day:
// once the machine has slept, or its time was set, they may be hours apart.

/** Milliseconds since the Unix epoch by this worker's clock, as src/clock.rs has it. */
export const nowMs = () => performance.timeOrigin + performance.now();

/** How far another clock is ahead of this one; nothing where they agree as far as one can tell.
 * @param {number} askedMs by this clock
 * @param {number} toldMs by the other one, between the two
 * @param {number} heardMs by this clock: the answer came at once, the question may have waited */
export const aheadMs = (askedMs, toldMs, heardMs) => (askedMs <= toldMs && toldMs <= heardMs ? 0 : toldMs - heardMs);

/** Puts this worker's clock forward, for whoever reads it from now on.
 * @param {number} ms */
export function putForward(ms) {
  if (ms !== 0) Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ms, configurable: true });
}
