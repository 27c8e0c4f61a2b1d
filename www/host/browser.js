// What this browser says of itself, made usable: some say nothing, some hide, and some are wrong.

/** How many cores there are, as far as the browser says: at least one, and a whole number.
 * @param {unknown} claimed `navigator.hardwareConcurrency` */
export function coresOf(claimed) {
  const cores = Math.floor(Number(claimed));
  return cores >= 1 && cores <= 1024 ? cores : 1;
}
