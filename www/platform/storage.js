// What this tab remembers across a reload. History state would be simpler, but a page that becomes isolated loses it.

/** All projects of a host share one storage, so keys carry this one's folder. */
const PREFIX = `easy-concurrency ${new URL('./', location.href).pathname} `;

/** @param {string} key
 * @param {string | null} value null forgets it */
export function remember(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is blocked or full: then it is forgotten.
  }
}

/** @param {string} key */
export function recall(key) {
  try {
    return sessionStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Lets what a person types outlive a reload: the one that makes shared memory available, too.
 * @param {HTMLInputElement} field one with an id */
export function keepValue(field) {
  const kept = recall(field.id);
  if (kept !== null) field.value = kept;
  field.addEventListener('input', () => remember(field.id, field.value));
}
