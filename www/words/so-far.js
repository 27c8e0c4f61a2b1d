import { FIRST } from './language.js';

/** What is known so far of a run that goes on.
 * @param {string} said
 * @param {number} rounds how many are over */
export const describeSoFar = (said, rounds) => said && FIRST.verdict.soFar({ rounds, said });
