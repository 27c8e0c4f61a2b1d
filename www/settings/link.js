// Links as they arrive. Mail programs, chats and other pages write & as an entity, # as %23, encode what is encoded, and take a
// sentence's full stop for a part of the link. Only what can't have been meant otherwise is mended: no value of a parameter has
// a % or ends with punctuation, and no fragment but that of results is touched.

import { ADDRESS_NAMES } from './parameters.js';

/** How a fragment with results begins. */
export const MARK = '#results=';
const ENTITY = /&(?:(?:amp;)+|#(?:0*38|x0*26);)/gi;
/** What a browser takes for a fragment in a link with numbers for entities. */
const REST_OF_ENTITY = /^#(?:0*38|x0*26);/i;
const RESULTS = /%(?:25)*23(?=results(?:=|%(?:25)*3d))/i;
const PUNCTUATION = /(?:[.,;:!?)>'"]|%(?:2[279c]|3e))+$/i;
const OURS = new RegExp(`^(?:${ADDRESS_NAMES.join('|')})(?=[=&]|$)`);

/** An address's query and fragment as they were meant.
 * @param {{search: string, hash: string}} address
 * @returns {{search: string, hash: string}} */
export function mendLink({ search, hash }) {
  if (REST_OF_ENTITY.test(hash)) return mendLink({ search: `${search}${hash}`.replace(ENTITY, '&'), hash: '' });
  if (hash !== '') return { search: mendQuery(search), hash: hash.startsWith('#results') ? mendResults(withoutPunctuation(hash)) : hash };
  const place = search.search(RESULTS);
  if (place === -1) return { search: mendQuery(withoutPunctuation(search)), hash: '' };
  return mendLink({ search: search.slice(0, place), hash: search.slice(place).replace(RESULTS, '#') });
}

/** @param {string} search */
const mendQuery = (search) => search && `?${mendPairs(search.slice(1))}`;

/** @param {string} text
 * @returns {string} */
const mendPairs = (text) => text.replace(ENTITY, '&').split('&').map(mendPair).join('&');

/** A name with its value, or several that were encoded together.
 * @param {string} pair
 * @returns {string} */
function mendPair(pair) {
  if (OURS.test(pair)) return pair.replace(/%(?:25)+(?=[\da-f]{2})/gi, '%');
  const decoded = decode(pair);
  if (decoded === pair) return pair;
  const mended = mendPairs(decoded);
  return OURS.test(mended) ? mended : pair;
}

/** @param {string} fragment
 * @returns {string} */
function mendResults(fragment) {
  const decoded = /%25[\da-f]{2}|^#results%/i.test(fragment) ? decode(fragment) : fragment;
  return decoded === fragment ? fragment : mendResults(decoded);
}

/** A link is long, and its end is near.
 * @param {string} text */
const withoutPunctuation = (text) => text.slice(0, -24) + text.slice(-24).replace(PUNCTUATION, '');

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
