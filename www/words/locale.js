// Which language the page is in. A file of its own, because the words import it too, through plural.js.

/** English where there is no page, as in tests. */
export const LANGUAGE = globalThis.document?.documentElement.lang || 'en';
