// What this browser reports about itself, with defaults where it reports nothing or nonsense.

/** What the browser says of itself; undefined where asking throws, as extensions make it.
 * @param {string} name of `navigator` */
export function ask(name) {
  try {
    return Reflect.get(navigator, name);
  } catch {
    return undefined;
  }
}

/** Whether there is a network, as far as the browser says. */
export const isOnline = () => ask('onLine') !== false;

/** What the browser calls itself. */
export function nameOfBrowser() {
  const name = ask('userAgent');
  return typeof name === 'string' ? name : 'unknown';
}

/** Resolves when the browser has nothing to do. */
export function nothingToDo() {
  // Safari has no such callback.
  return new Promise((resolve) => ('requestIdleCallback' in self ? requestIdleCallback(resolve) : setTimeout(resolve, 200)));
}

/** Whether the visitor asks pages to load no more than they must. */
export function savesData() {
  return ask('connection')?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

/** How many cores there are, as far as the browser says: at least one, and a whole number.
 * @param {unknown} claimed `navigator.hardwareConcurrency` */
export function coresOf(claimed) {
  const cores = ['number', 'string'].includes(typeof claimed) ? Math.floor(Number(claimed)) : 1;
  return cores >= 1 && cores <= 1024 ? cores : 1;
}
