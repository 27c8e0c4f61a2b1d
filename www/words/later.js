// The words of what is further down the page, in its language.

import { load } from './language.js';

/** @type {typeof import('./later/en.js')} */
const { LATER } = await load('later');

export { LATER };
