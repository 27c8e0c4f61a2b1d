/** The middle value, or the mean of the two middle ones; not a number without values.
 * @param {ArrayLike<number>} values */
export function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The number, from 1, of the repeat whose time is nearest to the median.
 * @param {readonly number[]} timesMs */
export function typicalRepeat(timesMs) {
  if (timesMs.length === 0) return 1;
  const middle = median(timesMs);
  let best = 0;
  timesMs.forEach((time, index) => {
    if (Math.abs(time - middle) < Math.abs(timesMs[best] - middle)) best = index;
  });
  return best + 1;
}

/** The repeat that is shown, counted from 1: of those whose spans are kept, the one nearest to the median.
 * @param {{timesMs: readonly number[], spans: readonly {repeat: number}[]}} run */
export function shownRepeat({ timesMs, spans }) {
  const kept = new Set(spans.map(({ repeat }) => repeat));
  const middle = median(timesMs);
  const distances = timesMs.map((time, index) => (kept.has(index + 1) ? Math.abs(time - middle) : Infinity));
  const least = distances.reduce((a, b) => Math.min(a, b), Infinity);
  return least === Infinity ? typicalRepeat(timesMs) : distances.indexOf(least) + 1;
}
