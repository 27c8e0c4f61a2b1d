// When the page draws. What is measured must not feel it: while a repeat is short nothing is drawn, while it is long what is in
// view is, a few times a second; all else is drawn between repeats. And always in small portions, so that the page's thread is
// never held for long.

import { reportCaught } from '../platform/errors.js';
import { LONG_REPEAT_MS, SHOW_EVERY_MS } from '../settings/catalogue.js';

/** From one time to the next that something long is shown, while there is more than fits into one time. */
const LIVE_HURRY_MS = 50;

/** What may be spent at once. */
const BUDGET_MS = 8;

/** From one time to the next when nothing is measured: as often as eyes follow. */
const PAUSE_MS = 50;

/** The same while there is more than fits into one time: about a frame. */
const HURRY_MS = 16;

/** A pause is over by then, whatever is still to be drawn: a run doesn't wait for a thousand pictures. */
const PAUSE_WITHIN_MS = 300;

/** A browser that shows no frame within that time shows none just now. */
const FRAME_WITHIN_MS = 100;

/** What browsers do with a frame after that they do in other processes, which tell no page; without a GPU it takes so long. */
export const SETTLE_MS = 60;

/** What is measured: nothing (`free`), nothing between two repeats (`pause`), something short so far (`dark`), or long (`live`).
 * @type {'free' | 'pause' | 'dark' | 'live'} */
let phase = 'free';

/** The place of what the browser neither lays out nor paints while it is out of view. */
export const SKIPPED_OUT_OF_VIEW = Symbol('skipped out of view');

/** @typedef {() => boolean | void} Task draws; true if there is more to draw */
/** @typedef {Element | typeof SKIPPED_OUT_OF_VIEW | null} Place where a task draws; null for what waits for the end of the run */

/** What waits to be drawn.
 * @type {Map<Task, Place>} */
const waiting = new Map();
/** @type {(() => void)[]} */
let idle = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let longTimer;
/** When drawing may go on. */
let next = 0;
/** When a pause was last used. */
let pausedAt = -Infinity;

/** @param {Place} place */
function isDue(place) {
  if (phase === 'free') return true;
  if (phase === 'dark' || place === null) return false;
  if (place === SKIPPED_OUT_OF_VIEW) return true;
  const { top, bottom, width } = place.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight && width > 0;
}

function schedule() {
  if (timer !== undefined || phase === 'dark' || phase === 'pause') return;
  // A timer and not a callback in a frame: together they would be one long task, and hidden tabs get no frames.
  timer = setTimeout(work, next - performance.now());
}

function stop() {
  clearTimeout(timer);
  timer = undefined;
}

/** Nobody waits for a hidden page's thread, which is seldom given a turn. */
const budgetMs = () => (document.hidden ? Infinity : BUDGET_MS);

/** Draws what fits into one time; true if there is more that could be drawn now.
 * @returns {boolean} */
function drawPortion() {
  const begin = performance.now();
  let more = false;
  for (const [task, place] of [...waiting]) {
    if (!isDue(place)) continue;
    if (performance.now() - begin > budgetMs()) return true;
    // Who has more to do goes to the end of the line.
    waiting.delete(task);
    if (isUnfinished(task)) {
      waiting.set(task, place);
      more = true;
    }
  }
  return more;
}

/** Draws; true if there is more to draw. A task that throws is reported, and neither the run nor other tasks wait for it.
 * @param {Task} task */
function isUnfinished(task) {
  try {
    return task() === true;
  } catch (cause) {
    reportCaught(cause, 'drawing');
    return false;
  }
}

function work() {
  const [usual, hurry] = phase === 'live' ? [SHOW_EVERY_MS, LIVE_HURRY_MS] : [PAUSE_MS, HURRY_MS];
  const begin = performance.now();
  timer = undefined;
  // What is drawn may ask to be drawn again, which counts from here.
  next = begin + usual;
  if (drawPortion()) next = begin + hurry;
  if (waiting.size > 0) schedule();
  else tellIdle();
}

function tellIdle() {
  const callbacks = idle;
  idle = [];
  for (const callback of callbacks) callback();
}

/** Calls `task` as soon as what is measured allows it, and again as long as it returns true. Asking twice is asking once.
 * @param {Task} task
 * @param {Place} [place] */
export function drawSoon(task, place = null) {
  waiting.set(task, place);
  schedule();
}

/** Resolves when everything asked for has been drawn.
 * @returns {Promise<void>} */
export function whenDrawn() {
  return waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
}

/** What a run says of its measuring. */
export const pace = {
  /** Nothing is measured: draws what is in view, and resolves when it is on the screen. Between short repeats only now and then.
   * @returns {Promise<void>} */
  async pause() {
    phase = 'pause';
    clearTimeout(longTimer);
    stop();
    if (document.hidden || performance.now() - pausedAt < SHOW_EVERY_MS) return;
    const late = performance.now() + PAUSE_WITHIN_MS;
    while (phase === 'pause' && performance.now() < late && (drawPortion() || [...waiting.values()].some(isDue))) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (phase === 'pause') await whenShown();
    pausedAt = performance.now();
  },
  /** Something is measured from now on. */
  measure() {
    phase = 'dark';
    clearTimeout(longTimer);
    longTimer = setTimeout(() => {
      phase = 'live';
      next = 0;
      schedule();
    }, LONG_REPEAT_MS);
  },
  /** Until now. */
  rest() {
    clearTimeout(longTimer);
    stop();
    phase = 'pause';
  },
  /** The run is over. */
  end() {
    clearTimeout(longTimer);
    phase = 'free';
    pausedAt = -Infinity;
    schedule();
  },
};

/** Resolves when the browser has put on the screen what was drawn: it takes a frame for that, and asks for the next one when it
 * is done.
 * @returns {Promise<void>} */
function whenShown() {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, FRAME_WITHIN_MS);
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(resolve, SETTLE_MS);
      });
    });
  });
}

/** A queue of items, drawn a portion at a time, as many portions at once as there is time for.
 * @template T
 * @param {number} portion
 * @param {(items: T[]) => void} draw
 * @param {Place} [place] */
export function createQueue(portion, draw, place = null) {
  /** @type {T[]} */
  let items = [];
  let next = 0;
  function task() {
    const begin = performance.now();
    while (next < items.length && performance.now() - begin < budgetMs()) {
      next += portion;
      draw(items.slice(next - portion, next));
    }
    if (next < items.length) return true;
    items = [];
    next = 0;
    return false;
  }
  return {
    /** @param {...T} added */
    push(...added) {
      items.push(...added);
      drawSoon(task, place);
    },
    /** Drops the oldest items that aren't drawn yet, but for so many.
     * @param {number} kept */
    keep(kept) {
      next = Math.max(next, items.length - kept);
    },
    clear() {
      items = [];
      next = 0;
    },
  };
}
