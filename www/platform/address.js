// The address that the page shows.

/** The page's address with this query and fragment, which leads everybody to the page in their own language.
 * @param {string} rest */
export const addressWith = (rest) => new URL(`./${rest}`, location.href).href;

/** Replaces the address, and returns whether that worked: browsers refuse after too many changes. The page stays usable then with
 * its old address, and links that are copied carry the set-up all the same.
 * @param {string} target */
export function putIntoAddress(target) {
  try {
    history.replaceState(history.state, '', target);
    return true;
  } catch {
    return false;
  }
}
