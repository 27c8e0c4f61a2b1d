// What `data-state` says.

/** @import {Outcome} from '../types/shapes.js' */

/** @typedef {'loading' | 'ready' | 'running' | Outcome} State */
/** @typedef {{type: 'settled'} | {type: 'start'} | {type: 'over', outcome: Outcome}} Action */

/** The next state; what doesn't fit the present one changes nothing.
 * @param {State} state
 * @param {Action} action
 * @returns {State} */
export function next(state, action) {
  if (action.type === 'settled') return state === 'loading' ? 'ready' : state;
  if (action.type === 'start') return 'running';
  return state === 'running' || state === 'loading' || action.outcome === 'failed' ? action.outcome : state;
}
