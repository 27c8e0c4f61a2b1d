// When the page draws, so that drawing doesn't disturb a measurement: nothing is drawn during a short repeat; during a long one what is in
// view is drawn a few times a second; everything else is drawn between repeats. Always in small portions, which never block the page's
// thread for long.

import { reportCaught } from '../platform/errors.js';
import { LONG_REPEAT_MS, SHOW_EVERY_MS } from '../settings/catalogue.js';

/** The interval between portions during a long repeat, while there is more to draw than fits into one. */
const LIVE_HURRY_MS = 50;

/** The longest portion. */
const BUDGET_MS = 8;

/** The interval between portions while nothing is measured: as often as the eye follows. */
const PAUSE_MS = 50;

/** The same while there is more to draw than fits into one portion: about a frame. */
const HURRY_MS = 16;

/** The longest pause for drawing between two repeats: a run doesn't wait for a thousand pictures. */
const PAUSE_WITHIN_MS = 300;

/** A browser that gives no frame within this time isn't showing the page. The first frame of a run, with all that it changes, takes
 * WebKitGTK over 100 ms even while nothing else runs. */
const FRAME_WITHIN_MS = 250;

/** How long compositing takes after a frame without a GPU: it happens in another thread or process, of which the page isn't told. */
export const SETTLE_MS = 60;

/** `free`: nothing runs; `pause`: between two repeats; `dark`: a repeat that has been short so far; `live`: a long repeat.
 * @type {'free' | 'pause' | 'dark' | 'live'} */
let phase = 'free';

/** The place of elements that the browser neither lays out nor paints while they are out of view. */
export const SKIPPED_OUT_OF_VIEW = Symbol('skipped out of view');

/** @typedef {() => boolean | void} Task draws; true if there is more to draw */
/** @typedef {Element | typeof SKIPPED_OUT_OF_VIEW | null} Place where a task draws; null: it waits for the end of the run */

/** Drawing tasks that wait for their turn.
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

/** A hidden page has no visitor to keep waiting, and its timers seldom fire. */
const budgetMs = () => (document.hidden ? Infinity : BUDGET_MS);

/** Draws one portion; true if there is more that could be drawn now.
 * @returns {boolean} */
function drawPortion() {
  const begin = performance.now();
  let more = false;
  for (const [task, place] of [...waiting]) {
    if (!isDue(place)) continue;
    if (performance.now() - begin > budgetMs()) return true;
    // A task that has more to draw goes to the end of the queue.
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
  // A task may ask to be drawn again, which then waits for the next portion.
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

/** Calls `task` as soon as the current measurement allows it, and again while it returns true. A task that already waits isn't added twice.
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

/** Called by a run when it begins and ends measuring. */
export const pace = {
  /** Nothing is measured: draws what is in view, and resolves when it is on the screen. Between short repeats it draws only now and then.
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
  /** A measurement begins. */
  measure() {
    phase = 'dark';
    clearTimeout(longTimer);
    longTimer = setTimeout(() => {
      phase = 'live';
      next = 0;
      schedule();
    }, LONG_REPEAT_MS);
  },
  /** The measurement has ended. */
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

/** Resolves when what was drawn is probably on the screen: after two frames and the time that compositing takes. */
async function whenShown() {
  if (!(await frame())) return;
  await frame();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

/** Waits for a frame; false if none comes.
 * @returns {Promise<boolean>} */
function frame() {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), FRAME_WITHIN_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve(true);
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
