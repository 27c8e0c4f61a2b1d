// A line diff: the lines of a listing that another one doesn't have.

/** Which lines of `text` are not in `before`.
 * @param {string} text
 * @param {string} before
 * @returns {{line: string, changed: boolean}[]} */
export function changedLines(text, before) {
  const known = new Set(before.split('\n').map((line) => line.trim()));
  return text.split('\n').map((line) => ({
    line,
    // Lines of brackets or comments alone aren't marked.
    changed: /\w/.test(line) && !/^\s*(\/\/|#)/.test(line) && !known.has(line.trim()),
  }));
}
