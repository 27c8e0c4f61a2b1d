// Which times are too short for the clock that measured them.

/** Below this many ticks of the clock, its resolution makes up more than 5% of a time. */
const TICKS = 20;

/** Whether a time is too short for the clock that measured it.
 * @param {number} ms
 * @param {number} resolutionMs */
export const isTooShort = (ms, resolutionMs) => ms < TICKS * resolutionMs;
