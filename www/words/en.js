// Everything that the page says, in English. Each text is a string, or a function of its named parts.

/** Needed from the first run on. */
export const FIRST = {};

/** Needed by what is further down the page. */
export const LATER = {};
