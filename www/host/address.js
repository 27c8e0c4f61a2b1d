// The address that the page shows.

/** Puts a query into it. A browser that refuses, as after too many changes, leaves the page usable and its address old.
 * @param {string} search */
export function putIntoAddress(search) {
  try {
    history.replaceState(history.state, '', search);
  } catch {
    // Links that are copied carry the set-up all the same.
  }
}
