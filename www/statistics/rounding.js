// How times are rounded for tables. Ratios are computed from the rounded ones, so that a reader who divides gets the same.

/** A time in seconds, with four digits that count.
 * @param {number} ms */
export function roundedSeconds(ms) {
  const value = ms / 1000;
  const digits = value > 0 ? Math.max(0, 3 - Math.floor(Math.log10(Number(value.toPrecision(4))))) : 3;
  return value.toFixed(Math.min(digits, 9));
}

/** A time in milliseconds as a table shows it.
 * @param {number} ms */
export function shown(ms) {
  return parseFloat(roundedSeconds(ms)) * 1000;
}
