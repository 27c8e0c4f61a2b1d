// A line diff: what a listing has that another has not.

/** Which lines of `text` are not in `before`.
 * @param {string} text
 * @param {string} before
 * @returns {{line: string, changed: boolean}[]} */
export function changedLines(text, before) {
  const known = new Set(before.split('\n').map((line) => line.trim()));
  return text.split('\n').map((line) => ({
    line,
    // Brackets and comments alone say nothing.
    changed: /\w/.test(line) && !/^\s*(\/\/|#)/.test(line) && !known.has(line.trim()),
  }));
}
