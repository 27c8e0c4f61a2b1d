// What a shared counter came to, beside what it should have come to.

import { grouped } from './format.js';
import { FIRST } from './language.js';

/** Where nothing was counted, the counter was another: nothing got lost.
 * @param {number} got
 * @param {number} expected
 * @param {string} text of the task, with `{}` for the number */
export function describeCount(got, expected, text = '{}') {
  const words = FIRST.count;
  if (got === 0) return words.none({ expected: grouped(expected) });
  if (got === expected) return words.right({ count: text.replace('{}', grouped(got)) });
  return words.wrong({ expected: grouped(expected), count: grouped(got), lost: expected - got });
}
