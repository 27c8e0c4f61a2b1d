/** A pseudorandom generator of numbers from 0 to 1, the same sequence for the same seed: Mulberry32 by Tommy Ettinger, in the public
 * domain.
 * @param {number} seed */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The values in random order, each order equally likely (Fisher and Yates).
 * @template T
 * @param {readonly T[]} values
 * @param {() => number} random
 * @returns {T[]} */
export function shuffled(values, random) {
  const all = [...values];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
}
