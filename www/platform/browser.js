// What this browser reports about itself, with defaults where it reports nothing or nonsense.

/** Resolves when the browser has nothing to do. */
export function nothingToDo() {
  // Safari has no such callback.
  return new Promise((resolve) => ('requestIdleCallback' in self ? requestIdleCallback(resolve) : setTimeout(resolve, 200)));
}

/** Whether the visitor asks pages to load no more than they must. */
export function savesData() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

/** How many cores there are, as far as the browser says: at least one, and a whole number.
 * @param {unknown} claimed `navigator.hardwareConcurrency` */
export function coresOf(claimed) {
  const cores = Math.floor(Number(claimed));
  return cores >= 1 && cores <= 1024 ? cores : 1;
}
