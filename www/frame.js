// Work on the page, done at the beginning of a frame and in small portions, so that the page's thread is never held for
// long, and no oftener than can be seen.

/** What one frame may spend here. */
const BUDGET_MS = 8;

/** From one such frame to the next: as often as eyes follow, and the rest of the machine is left to what is measured. */
const PAUSE_MS = 50;

/** Hidden tabs get no animation frames; their work must still end. */
const HIDDEN_MS = 200;

/** @type {Set<() => boolean | void>} */
const waiting = new Set();
/** @type {(() => void)[]} */
let idle = [];
let scheduled = false;
/** When work may be done again. */
let next = 0;

function schedule() {
  if (scheduled) return;
  scheduled = true;
  let done = false;
  const tick = () => {
    if (done) return;
    done = true;
    scheduled = false;
    work();
  };
  setTimeout(() => requestAnimationFrame(tick), next - performance.now());
  setTimeout(tick, HIDDEN_MS);
}

function work() {
  const begin = performance.now();
  next = begin + PAUSE_MS;
  for (const task of [...waiting]) {
    // Who has more to do goes to the end of the line.
    waiting.delete(task);
    if (task()) {
      waiting.add(task);
      next = begin;
    }
    if (performance.now() - begin > BUDGET_MS) {
      next = begin;
      break;
    }
  }
  if (waiting.size > 0) return schedule();
  const callbacks = idle;
  idle = [];
  for (const callback of callbacks) callback();
}

/** Calls `task` in a frame soon, and again in the next ones as long as it returns true. Asking twice is asking once.
 * @param {() => boolean | void} task */
export function inFrame(task) {
  waiting.add(task);
  schedule();
}

/** Resolves when everything asked for has been drawn.
 * @returns {Promise<void>} */
export function whenDrawn() {
  return waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));
}

/** A queue of items, drawn a portion at a time, as many portions per frame as there is time for.
 * @template T
 * @param {number} portion
 * @param {(items: T[]) => void} draw */
export function createQueue(portion, draw) {
  /** @type {T[]} */
  let items = [];
  let next = 0;
  function task() {
    const begin = performance.now();
    while (next < items.length && performance.now() - begin < BUDGET_MS) {
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
      inFrame(task);
    },
    clear() {
      items = [];
      next = 0;
    },
  };
}
