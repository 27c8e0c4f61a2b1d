// The language of the page, and its words that a run needs. Only this language is loaded.

/** English where there is no page, as in tests. */
export const LANGUAGE = globalThis.document?.documentElement.lang || 'en';

/** The words of this language: `first` are loaded with the page, `later` with what is further down.
 * @param {'first' | 'later'} part */
export const load = (part) => import(new URL(`../words/${part}/${LANGUAGE}.js`, import.meta.url).href);

/** @type {typeof import('./first/en.js')} */
const { FIRST } = await load('first');

export const WORDS = FIRST;
