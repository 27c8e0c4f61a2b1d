// Workers that take tasks from a queue, on a machine that is made up: a discrete-event simulation. With a core for each and
// nothing to share it is Graham's list scheduling (Graham 1966).

/** @import {Block, Wait} from '../types/shapes.js' */
/** @import {Task} from './workload.js' */

/**
 * @typedef {object} Machine
 * @property {number} workers tasks that are under way at once
 * @property {number} cores workers that compute at once; the others wait for the lock, or for the one thread
 * @property {number} connections tasks that wait for I/O at once; the others wait for a connection
 * @property {number} startMs until the first task begins
 * @property {number} gapMs between two tasks of a worker
 * @property {boolean} showsLock whether waiting for a core is told apart, as under a lock
 */

/** The bars and the end of a run.
 * @typedef {{bars: Block[], endMs: number}} Schedule */

/** @param {readonly Task[]} tasks in the order in which they are taken
 * @param {Machine} machine
 * @returns {Schedule} */
export function runQueue(tasks, { workers, cores, connections, startMs, gapMs, showsLock }) {
  const events = createEvents();
  const cpu = createResource(cores);
  const link = createResource(connections);
  /** @type {Block[]} */
  const bars = [];
  let next = 0;
  let endMs = 0;

  /** @param {number} lane
   * @param {number} atMs */
  function take(lane, atMs) {
    if (next >= tasks.length) return;
    const { input, parts } = tasks[next];
    next += 1;
    go(parts, 0, { input, lane, startMs: atMs, endMs: atMs, waits: [] }, atMs);
  }

  /** @param {Task['parts']} parts
   * @param {number} place
   * @param {Block} bar
   * @param {number} atMs */
  function go(parts, place, bar, atMs) {
    if (place === parts.length) {
      bar.endMs = atMs;
      endMs = Math.max(endMs, atMs);
      bars.push(bar);
      events.at(atMs + gapMs, (now) => take(bar.lane, now));
      return;
    }
    const { kind, ms } = parts[place];
    const resource = kind === 'compute' ? cpu : link;
    resource.take(atMs, (gotMs) => {
      hold(bar, place, kind, atMs, gotMs);
      if (kind === 'io') bar.waits.push({ for: 'io', startMs: atMs, endMs: gotMs + ms });
      events.at(gotMs + ms, (now) => {
        resource.free(now);
        go(parts, place + 1, bar, now);
      });
    });
  }

  /** Notes that a bar waited for a core.
   * @param {Block} bar
   * @param {number} place of the part that waited
   * @param {'compute' | 'io'} kind
   * @param {number} fromMs
   * @param {number} toMs */
  function hold(bar, place, kind, fromMs, toMs) {
    if (kind === 'io' || toMs <= fromMs) return;
    const last = bar.waits.at(-1);
    if (showsLock) bar.waits.push({ for: 'lock', startMs: fromMs, endMs: toMs });
    // One thread's event loop: who hasn't begun isn't there yet, and an answer that isn't looked at hasn't come.
    else if (place === 0) bar.startMs = toMs;
    else if (last) last.endMs = toMs;
  }

  const busy = Math.min(workers, tasks.length);
  for (let lane = 0; lane < busy; lane += 1) events.at(startMs, (now) => take(lane, now));
  events.run();
  return { bars, endMs };
}

/** What so many may have at once; the others queue.
 * @param {number} capacity */
function createResource(capacity) {
  let held = 0;
  /** @type {((atMs: number) => void)[]} */
  const queue = [];
  let first = 0;
  return {
    /** @param {number} atMs
     * @param {(atMs: number) => void} then */
    take(atMs, then) {
      if (held >= capacity) return void queue.push(then);
      held += 1;
      then(atMs);
    },
    /** @param {number} atMs */
    free(atMs) {
      if (first === queue.length) return void (held -= 1);
      first += 1;
      queue[first - 1](atMs);
    },
  };
}

/** Events in order of time, those of the same time in the order in which they were made: a binary heap. */
export function createEvents() {
  /** @type {{atMs: number, order: number, run: (atMs: number) => void}[]} */
  const heap = [];
  let made = 0;
  /** @param {number} a
   * @param {number} b */
  const isBefore = (a, b) => heap[a].atMs < heap[b].atMs || (heap[a].atMs === heap[b].atMs && heap[a].order < heap[b].order);
  /** @param {number} a
   * @param {number} b */
  const swap = (a, b) => ([heap[a], heap[b]] = [heap[b], heap[a]]);

  /** @param {number} place */
  function rise(place) {
    for (let parent = (place - 1) >> 1; place > 0 && isBefore(place, parent); parent = (place - 1) >> 1) {
      swap(place, parent);
      place = parent;
    }
  }

  function sink() {
    for (let place = 0; ; ) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) if (child < heap.length && isBefore(child, least)) least = child;
      if (least === place) return;
      swap(place, least);
      place = least;
    }
  }

  return {
    /** @param {number} atMs
     * @param {(atMs: number) => void} run */
    at(atMs, run) {
      heap.push({ atMs, order: (made += 1), run });
      rise(heap.length - 1);
    },
    run() {
      while (heap.length > 0) {
        const { atMs, run } = heap[0];
        const last = heap.pop();
        if (heap.length > 0 && last) {
          heap[0] = last;
          sink();
        }
        run(atMs);
      }
    },
  };
}
