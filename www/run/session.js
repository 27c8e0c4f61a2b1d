// One run at a time: starts it, hands its events to everything that listens, and says how it ended.

import { pace, whenDrawn } from '../platform/draw.js';
import { createBook } from './book.js';
import { outcomeOf } from './record.js';
import { startRun } from './run.js';
import { next } from './state.js';

/** @import {Entry, Environment, Outcome, Plan, RunEvent} from '../types/shapes.js' */
/** @import {State} from './state.js' */

/**
 * @typedef {object} Listener
 * @property {(event: RunEvent) => void} handle
 * @property {(entry: Entry, plan: Plan) => void} [add] a series is over
 */

/** @param {object} parts
 * @param {() => Omit<Environment, 'flavour'>} parts.environment
 * @param {Listener[]} parts.listeners
 * @param {(state: State) => void} parts.changed
 * @param {(outcome: Outcome, plan: Plan, entries: Entry[]) => void | Promise<void>} parts.over */
export function createSession({ environment, listeners, changed, over }) {
  /** @type {State} */
  let state = 'loading';
  /** The one that was started last, over or not. @type {{cancel: () => void} | null} */
  let run = null;
  /** @type {Entry[]} */
  let entries = [];
  /** Called when nothing runs. @type {(() => void)[]} */
  let waiting = [];

  const book = createBook(environment, () => document.hidden, (entry, plan) => {
    entries.push(entry);
    for (const listener of listeners) listener.add?.(entry, plan);
  });

  /** @param {Parameters<typeof next>[1]} action */
  function move(action) {
    state = next(state, action);
    changed(state);
    if (isBusy()) return;
    for (const go of waiting) go();
    waiting = [];
  }

  function isBusy() {
    return state === 'loading' || state === 'running';
  }

  /** @param {Plan} plan */
  function start(plan) {
    run?.cancel();
    entries = [];
    // The workers first, which start meanwhile.
    const own = startRun(plan, (event) => {
      book(event);
      for (const listener of listeners) listener.handle(event);
      if (event.type === 'end') finish(plan, event.cancelled);
    }, pace);
    run = own;
    move({ type: 'start' });

    /** @param {Plan} ended
     * @param {boolean} cancelled */
    async function finish(ended, cancelled) {
      if (!cancelled) {
        await whenDrawn();
        if (run !== own) return;
      }
      const failed = entries.some(({ record, fault }) => outcomeOf(record, fault) === 'failed');
      const outcome = cancelled ? 'cancelled' : failed ? 'failed' : 'done';
      await over(outcome, ended, entries);
      if (run === own) move({ type: 'over', outcome });
    }
  }

  return {
    start,
    cancel: () => run?.cancel(),
    settle: () => move({ type: 'settled' }),
    /** Something that was asked for could not even start. */
    refuse: () => move({ type: 'over', outcome: 'failed' }),
    state: () => state,
    /** Resolves when nothing runs, nor is about to.
     * @returns {Promise<void>} */
    whenIdle: () => new Promise((resolve) => (isBusy() ? waiting.push(resolve) : resolve())),
  };
}
