// Counts with the noun that fits.

import { LANGUAGE } from './locale.js';

const rules = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** The form that a count takes.
 * @template T
 * @param {number} count
 * @param {{one: T, other: T}} forms
 * @returns {T} */
export const formOf = (count, forms) => (rules.select(count) === 'one' ? forms.one : forms.other);

/** A count with its noun: `plural(2, {one: 'run', other: 'runs'})` is “2 runs”.
 * @param {number} count
 * @param {{one: string, other: string}} forms */
export const plural = (count, forms) => `${numbers.format(count)} ${formOf(count, forms)}`;
