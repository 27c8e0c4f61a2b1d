// The address that the page shows.

/** Puts another one into it, and says whether that went: browsers refuse after too many changes. The page stays usable then, its
 * address old; links that are copied carry the set-up all the same.
 * @param {string} target */
export function putIntoAddress(target) {
  try {
    history.replaceState(history.state, '', target);
    return true;
  } catch {
    return false;
  }
}
