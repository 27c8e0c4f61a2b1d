// Which of several names another one was meant to be. What looks like none of them isn't a mistake: mail programs and social
// networks add parameters of their own to links.

/** The name that a misspelt one looks like, or null.
 * @param {string} given
 * @param {readonly string[]} names */
export function meantBy(given, names) {
  const word = given.toLowerCase();
  return names.find((name) => distance(word, name) <= mistakesIn(name)) ?? null;
}

/** So many mistakes make a name another one's misspelling: in a short one, each letter may make it something else.
 * @param {string} name */
const mistakesIn = ({ length }) => (length < 3 ? 0 : length < 7 ? 1 : 2);

/** How many letters are wrong, missing, too many or swapped with the next one.
 * @param {string} one
 * @param {string} other */
function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2) return Infinity;
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row].push(Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (isSame ? 0 : 1),
        isSwapped ? rows[row - 2][column - 2] + 1 : Infinity,
      ));
    }
  }
  return rows[one.length][other.length];
}
