// Owns a run and its errors:
//
//          press              a plan             its end
//   idle ────────▶ preparing ────────▶ running ──────────▶ idle, with an outcome: done, failed or cancelled
//                      │                  │
//                      └──────────────────┴─▶ cancelling ─▶ idle, or preparing where another press came
//                        Cancel, another press, an error of the page
//
// Whatever a run waits for can be stopped. Every worker is ended, however the run ends. A view that throws is reported, and the
// others go on.

import { messageOf, reportCaught } from '../platform/errors.js';
import { hasResults } from '../statistics/comparison.js';
import { Book } from './book.js';
import { startCoordinator } from './coordinator.js';
import { pace, whenDrawn } from './draw.js';
import { Execution } from './execution.js';
import { Schedule } from './schedule.js';
import { Stoppable } from './stoppable.js';

/** @import {Entry, Environment, Fault, Outcome, Plan, RunEvent} from '../types/shapes.js' */

/** @typedef {'idle' | 'preparing' | 'running' | 'cancelling'} Phase */

/** What `data-state` says. @typedef {'loading' | 'ready' | 'running' | Outcome} State */

/** The result of a press.
 * @typedef {object} Result
 * @property {Outcome} outcome
 * @property {Plan | null} plan null if nothing could run
 * @property {Entry[]} entries the series that ended
 * @property {Fault | null} fault the error of the page's own code that ended the run */

/** A part of the page that shows runs. Any of its methods may throw.
 * @typedef {object} View
 * @property {(now: {phase: Phase, state: State, plan: Plan | null}) => void} [changed]
 * @property {(event: RunEvent) => void} [handle]
 * @property {(entries: Entry[], plan: Plan, rounds: number) => void} [look] results so far, after this many rounds
 * @property {(entry: Entry, plan: Plan) => void} [add] a series has ended
 * @property {(result: Result, signal: AbortSignal) => void | Promise<void>} [over] the run has ended; `data-state` changes once the
 *   promises of all views have resolved. The signal aborts when something else is pressed, which ends that wait */

/** Plans a run; null if nothing can run, in which case it has said so on the page. It returns a promise only if it has to wait.
 * @typedef {(signal: AbortSignal) => Plan | null | Promise<Plan | null>} Prepare */

/** What the controller uses; tests replace some of it. */
const PARTS = {
  pace,
  whenDrawn,
  scheduleOf: (/** @type {Plan} */ plan) => new Schedule(plan),
  start: startCoordinator,
  isHidden: () => document.hidden,
};

/** The reason of a run that Cancel or another press stopped. */
const CANCELLED = Symbol('cancelled');

/** The reason of a run that an uncaught error of the page stopped. The console shows that error already. */
class PageError {
  /** @param {unknown} error */
  constructor(error) {
    this.error = error;
  }
}

export class Controller {
  #parts;
  /** @type {View[]} */
  #views;
  /** @type {Phase} */
  #phase = 'idle';
  /** @type {State} */
  #state = 'loading';
  /** The last press, until its preparation begins. @type {Prepare | null} */
  #pressed = null;
  /** The current preparation or run. @type {Stoppable} */
  #current = new Stoppable();
  /** Whether an uncaught error fails the run: from the press until all is measured or the run is stopped. */
  #isOpen = false;
  /** Resolves promises of `whenIdle`. @type {(() => void)[]} */
  #waiting = [];

  /** @param {() => Omit<Environment, 'flavour'>} environment
   * @param {View[]} views
   * @param {Partial<typeof PARTS>} [others] tests put their own here */
  constructor(environment, views, others) {
    this.#views = views;
    this.#parts = { ...PARTS, ...others, environment };
  }

  get phase() {
    return this.#phase;
  }

  get state() {
    return this.#state;
  }

  /** Adds a view.
   * @param {View} view */
  join(view) {
    this.#views.push(view);
    this.#tell((one) => one.changed?.({ phase: this.#phase, state: this.#state, plan: null }), [view]);
  }

  /** A button was pressed: ends the current run, and begins this one.
   * @param {Prepare} prepare */
  press(prepare) {
    this.#pressed = prepare;
    if (this.#phase === 'idle') this.#serve();
    else this.#stop(CANCELLED);
  }

  /** Ends the current run at once. */
  cancel() {
    this.#pressed = null;
    this.#stop(CANCELLED);
  }

  /** Fails the current run because of an uncaught error; returns false if there is none to fail.
   * @param {unknown} error */
  fail(error) {
    if (!this.#isOpen) return false;
    this.#stop(new PageError(error));
    return true;
  }

  /** The page has loaded, and its address didn't start a run. */
  settle() {
    if (this.#state !== 'loading' || this.#phase !== 'idle') return;
    this.#state = 'ready';
    this.#move('idle');
  }

  /** The visitor leaves the page. The browser may keep it, and its workers must not run meanwhile. A preparation isn't cancelled, since the
   * page may be left for the very reload that it waits for. */
  leave() {
    if (this.#phase !== 'preparing') this.cancel();
  }

  /** Resolves when nothing runs or is about to.
   * @returns {Promise<void>} */
  whenIdle() {
    const isIdle = this.#phase === 'idle' && this.#state !== 'loading';
    return isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** @param {Phase} phase
   * @param {Plan | null} [plan] what runs */
  #move(phase, plan = null) {
    this.#phase = phase;
    this.#tell((view) => view.changed?.({ phase, state: this.#state, plan }));
    if (phase !== 'idle') return;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** @param {unknown} reason */
  #stop(reason) {
    if (this.#phase === 'idle') return;
    this.#isOpen = false;
    // Workers end before views hear of it.
    this.#current.stop(reason);
    if (this.#phase !== 'cancelling') this.#move('cancelling');
  }

  /** Performs presses until none is left. */
  async #serve() {
    /** @type {Outcome} */
    let outcome = 'failed';
    while (this.#pressed) {
      const prepare = this.#pressed;
      this.#pressed = null;
      outcome = await this.#perform(prepare);
    }
    this.#state = outcome;
    this.#move('idle');
  }

  /** From a press to its outcome. Never throws.
   * @param {Prepare} prepare */
  async #perform(prepare) {
    const stoppable = (this.#current = new Stoppable());
    /** @type {Result} */
    const result = { outcome: 'failed', plan: null, entries: [], fault: null };
    this.#phase = 'preparing';
    this.#isOpen = true;
    try {
      const prepared = prepare(stoppable.signal);
      // Views are told only of preparations that take time, so that workers start before anything is drawn.
      if (prepared instanceof Promise) this.#move('preparing');
      result.plan = prepared instanceof Promise ? await stoppable.wait(prepared) : prepared;
      if (result.plan) await this.#run(result.plan, result, stoppable);
    } catch (cause) {
      note(result, cause);
    }
    await this.#close(result);
    return result.outcome;
  }

  /** @param {Plan} plan
   * @param {Result} result
   * @param {Stoppable} stoppable */
  async #run(plan, result, stoppable) {
    stoppable.signal.throwIfAborted();
    const { entries } = result;
    const { environment, isHidden, pace, start, scheduleOf } = this.#parts;
    const schedule = scheduleOf(plan);
    const book = new Book(plan, {
      environment,
      isHidden,
      close: (entry) => {
        entries.push(entry);
        this.#tell((view) => view.add?.(entry, plan));
      },
    });
    /** @param {RunEvent} event */
    const emit = (event) => {
      book.handle(event);
      this.#tell((view) => view.handle?.(event));
    };
    const look = () => {
      const known = book.look(schedule);
      this.#tell((view) => view.look?.(known, plan, schedule.rounds));
    };
    const execution = new Execution({ plan, schedule, pace, start, emit, look, stoppable });
    try {
      const followed = execution.follow();
      this.#state = 'running';
      if (!stoppable.signal.aborted) this.#move('running', plan);
      await followed;
      result.outcome = entries.every((entry) => entry.fault === null && hasResults(entry)) ? 'done' : 'failed';
    } catch (cause) {
      if (cause !== CANCELLED) execution.breakOff(faultOf(cause));
      throw cause;
    } finally {
      this.#isOpen = false;
      try {
        execution.end();
      } finally {
        const cancelled = stoppable.signal.reason === CANCELLED;
        this.#tell((view) => view.handle?.({ type: 'end', cancelled }));
      }
    }
  }

  /** Waits until views have shown the result, unless something else is pressed.
   * @param {Result} result */
  async #close(result) {
    this.#isOpen = false;
    const closing = (this.#current = new Stoppable());
    if (this.#pressed) closing.stop(CANCELLED);
    try {
      if (result.plan && result.outcome !== 'cancelled') await closing.wait(this.#parts.whenDrawn());
    } catch (cause) {
      if (cause !== CANCELLED) note(result, cause);
    }
    const shown = this.#views.map(async (view) => {
      try {
        await view.over?.(result, closing.signal);
      } catch (cause) {
        reportCaught(cause, 'view');
      }
    });
    await closing.wait(Promise.all(shown)).catch(() => {});
  }

  /** Calls every view; one that throws is reported, and the others go on.
   * @param {(view: View) => void} call
   * @param {View[]} [views] */
  #tell(call, views = this.#views) {
    for (const view of views) {
      try {
        call(view);
      } catch (cause) {
        reportCaught(cause, 'view');
      }
    }
  }
}

/** @param {unknown} cause
 * @returns {Fault} */
const faultOf = (cause) => ({ code: 'page-broke', cause: messageOf(cause instanceof PageError ? cause.error : cause) });

/** Sets the outcome and the fault of a run that was stopped or broke.
 * @param {Result} result
 * @param {unknown} cause */
function note(result, cause) {
  result.outcome = cause === CANCELLED ? 'cancelled' : 'failed';
  if (cause === CANCELLED) return;
  result.fault = faultOf(cause);
  if (!(cause instanceof PageError)) reportCaught(cause, 'run');
}
