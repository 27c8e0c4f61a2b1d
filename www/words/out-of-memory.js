// Words for memory that can't be had.

/** Each engine has words of its own for it. A module that gets none traps without any; a panic traps too, but has told its message
 * by then. */
const OUT_OF_MEMORY = /out of memory|allocate .*memory|unreachable/i;

/** What was thrown, in words that say what to do; null where it isn't that.
 * @param {unknown} cause
 * @returns {string | null} */
export function lackOfMemory(cause) {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (!OUT_OF_MEMORY.test(message)) return null;
  return `memory ran out (${message}). Choose fewer workers or less work, or close other tabs.`;
}
