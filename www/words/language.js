// The page's words in its language that a run needs. Only this language is loaded.

import { LANGUAGE } from './locale.js';

/** The words of this language: `first` are loaded with the page, `later` with what is further down.
 * @param {'first' | 'later'} part */
export const load = (part) => import(new URL(`../words/${part}/${LANGUAGE}.js`, import.meta.url).href);

/** @type {{FIRST: typeof import('./first/en.js').FIRST, CATALOGUE: import('../types/words.js').CatalogueWords}} */
const { FIRST, CATALOGUE } = await load('first');

export { CATALOGUE, FIRST };
