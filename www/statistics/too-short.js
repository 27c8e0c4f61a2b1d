// Which times say nothing, since the clock is too coarse for them.

/** A time shorter than so many ticks of the clock says nothing of what took it. */
const TICKS = 20;

/** Whether a time is too short for the clock that measured it.
 * @param {number} ms
 * @param {number} resolutionMs */
export const isTooShort = (ms, resolutionMs) => ms < TICKS * resolutionMs;
