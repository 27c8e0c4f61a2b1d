// Which language the page is in. Apart from the words themselves, which need its plurals.

/** English where there is no page, as in tests. */
export const LANGUAGE = globalThis.document?.documentElement.lang || 'en';
