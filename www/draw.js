// Drawing on the page, between frames and in small portions, so that the page's thread is never held for long, and no
// oftener than can be seen.

/** What may be spent at once. */
const BUDGET_MS = 8;

/** From one time to the next: as often as eyes follow, and the rest of the machine is left to what is measured. */
const PAUSE_MS = 50;

/** The same while there is more than fits into one: about a frame. */
const HURRY_MS = 16;

/** @type {Set<() => boolean | void>} */
const waiting = new Set();
/** @type {(() => void)[]} */
let idle = [];
let scheduled = false;
/** When drawing may go on. */
let next = 0;

function schedule() {
  if (scheduled) return;
  scheduled = true;
  // A timer and not a callback in a frame: together they would be one long task, and hidden tabs get no frames.
  setTimeout(work, next - performance.now());
}

/** Nobody waits for a hidden page's thread, which is seldom given a turn. */
const budgetMs = () => (document.hidden ? Infinity : BUDGET_MS);

function work() {
  const begin = performance.now();
  next = begin + PAUSE_MS;
  try {
    for (const task of [...waiting]) {
      if (performance.now() - begin > budgetMs()) {
        next = begin + HURRY_MS;
        break;
      }
      // Who has more to do goes to the end of the line.
      waiting.delete(task);
      if (task()) {
        waiting.add(task);
        next = begin + HURRY_MS;
      }
    }
  } finally {
    scheduled = false;
    if (waiting.size > 0) schedule();
    else tellIdle();
  }
}

function tellIdle() {
  const callbacks = idle;
  idle = [];
  for (const callback of callbacks) callback();
}

/** Calls `task` soon, and again as long as it returns true. Asking twice is asking once.
 * @param {() => boolean | void} task */
export function drawSoon(task) {
  waiting.add(task);
  schedule();
}

/** Resolves when everything asked for has been drawn.
 * @returns {Promise<void>} */
export function whenDrawn() {
  return waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
}

/** A queue of items, drawn a portion at a time, as many portions at once as there is time for.
 * @template T
 * @param {number} portion
 * @param {(items: T[]) => void} draw */
export function createQueue(portion, draw) {
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
      drawSoon(task);
    },
    clear() {
      items = [];
      next = 0;
    },
  };
}
