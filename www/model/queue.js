// Simulates workers that take tasks from a queue (discrete events). With a core for each worker and no shared resource that is
// Graham's list scheduling (Graham 1966).

/** @import {Block, Wait} from '../types/shapes.js' */
/** @import {Task} from './workload.js' */

/**
 * @typedef {object} Machine
 * @property {number} workers how many tasks are in progress at once
 * @property {number} cores how many workers compute at once; the others wait for the lock, or for the one thread
 * @property {number} connections how many tasks wait for I/O at once; the others wait for a connection
 * @property {number} startMs when the first task begins
 * @property {number} gapMs from the end of a worker's task to the start of its next
 * @property {boolean} showsLock whether waiting for a core appears as waiting for the lock
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
    go({ input, lane, startMs: atMs, endMs: atMs, waits: [] }, parts, 0, atMs);
  }

  /** @param {Block} bar
   * @param {Task['parts']} parts
   * @param {number} place index of the next part
   * @param {number} atMs */
  function go(bar, parts, place, atMs) {
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
      if (kind === 'io') bar.waits.push({ for: 'io', startMs: atMs, endMs: gotMs + ms });
      else if (showsLock && gotMs > atMs) bar.waits.push({ for: 'lock', startMs: atMs, endMs: gotMs });
      else if (gotMs > atMs) hideWait(bar, place, gotMs);
      events.at(gotMs + ms, (now) => {
        resource.free(now);
        go(bar, parts, place + 1, now);
      });
    });
  }

  const busy = Math.min(workers, tasks.length);
  for (let lane = 0; lane < busy; lane += 1) events.at(startMs, (now) => take(lane, now));
  events.run();
  return { bars, endMs };
}

/** Hides a wait for the one thread of an event loop, as a measured run does: before its first part a task hasn't begun, and later the
 * wait for I/O seems longer.
 * @param {Block} bar
 * @param {number} place index of the part that waited
 * @param {number} untilMs */
function hideWait(bar, place, untilMs) {
  const last = bar.waits.at(-1);
  if (place === 0) bar.startMs = untilMs;
  else if (last) last.endMs = untilMs;
}

/** A resource with `capacity` holders at a time; others queue for it in order.
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

/** An event queue by time, first in, first out for equal times: a binary heap. */
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
