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
