// Rows of the page's tables.

import { make } from '../platform/dom.js';

/** A row that its first cell names.
 * @param {string} name
 * @param {...HTMLElement} cells */
export const namedRow = (name, ...cells) => make('tr', {}, make('th', { scope: 'row' }, name), ...cells);

/** @param {readonly string[]} texts */
export const cells = (texts) => texts.map((text) => make('td', {}, text));

/** @param {readonly string[]} texts */
export const numbers = (texts) => texts.map((text) => make('td', { class: 'number' }, text));
