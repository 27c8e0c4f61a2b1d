// The state of a panel, from a run's events: the bars so far, and what the executor is doing. Knows nothing of drawing.

import { computes } from '../settings/tasks.js';
import { criticalPath, slackOf } from '../statistics/critical-path.js';
import { median, shownRepeat } from '../statistics/median.js';
import { byLane } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Phase} from '../words/lanes.js' */
/** @import {Block, Entry, Job, RunEvent, Wait} from '../types/shapes.js' */

/** Repeats shorter than this are too fast to watch: the first one stays on show until the series ends. */
const WATCHABLE_MS = 600;

export class PanelState {
  /** Finished bars by lane, in order of time. @type {Block[][]} */
  lanes;
  startupMs = 0;
  /** The part of the start-up that was done before the run began. */
  prepaidMs = 0;
  warmupMs = 0;
  /** @type {number | null} */
  endMs = null;
  /** The time written beside the lanes: that of the repeat while the series goes on, and the median once it has ended.
   * @type {number | null} */
  timeMs = null;
  repeat = 0;
  /** @type {Phase} */
  phase = 'notStarted';
  /** The critical path; known once the series has ended. @type {Link<Block>[]} */
  chain = [];
  /** Increases whenever the bars are replaced, so that painting starts over. */
  version = 0;
  #job;
  #now;
  /** Running tasks by the index of their input. @type {Map<number, {lane: number, atMs: number}>} */
  #running = new Map();
  /** When the repeat on show began, by this page's clock; null while nothing runs. @type {number | null} */
  #startedAt = null;
  /** How long the repeat had run when it was cancelled. @type {number | null} */
  #stoppedMs = null;
  /** Whether the repeat that runs is on show. */
  #isWatched = true;
  #lastMs = Infinity;

  /** @param {Job} job
   * @param {number} laneCount
   * @param {() => number} [now] this page's clock */
  constructor(job, laneCount, now = () => performance.now()) {
    this.#job = job;
    this.#now = now;
    this.lanes = byLane([], laneCount);
  }

  /** @param {Extract<RunEvent, {series: number}>} event */
  handle(event) {
    switch (event.type) {
      case 'starting':
        this.phase = 'starting';
        break;
      case 'ready':
        this.startupMs = event.startupMs;
        this.prepaidMs = event.prepaidMs ?? 0;
        this.phase = 'warming';
        break;
      case 'warm':
        this.warmupMs = event.warmupMs;
        this.phase = 'ready';
        break;
      case 'repeat':
        this.#isWatched = event.repeat === 1 || this.#lastMs > WATCHABLE_MS;
        if (this.#isWatched) this.#empty(event.repeat);
        break;
      case 'started-repeat':
        if (this.#isWatched) this.#startedAt = this.#now();
        break;
      case 'started':
        if (this.#isWatched) this.#running.set(event.index, { lane: event.lane, atMs: event.atMs });
        break;
      case 'finished':
        if (!this.#isWatched) return;
        this.#running.delete(event.index);
        if (event.span) this.lanes[event.span.lane]?.push({ input: this.#job.inputs[event.index], ...event.span });
        break;
      case 'spans':
        if (!this.#isWatched) return;
        for (const { index, ...span } of event.spans) this.lanes[span.lane]?.push({ input: this.#job.inputs[index], ...span });
        break;
      case 'report':
        this.#lastMs = event.timeMs;
        if (!this.#isWatched) return;
        this.endMs = this.timeMs = event.timeMs;
        this.#clearRunning();
        break;
      case 'fault':
        this.phase = 'failed';
        this.#clearRunning();
        break;
    }
  }

  /** @param {number} repeat the next one */
  #empty(repeat) {
    this.#showOnly([]);
    this.#running.clear();
    this.endMs = this.timeMs = this.#stoppedMs = null;
    this.repeat = repeat;
    this.chain = [];
    this.phase = 'running';
  }

  /** @param {Block[]} blocks */
  #showOnly(blocks) {
    this.lanes = byLane(blocks, this.lanes.length);
    this.version += 1;
  }

  #clearRunning() {
    this.#startedAt = null;
    this.#running.clear();
  }

  /** The series has ended: shows the repeat nearest to the median.
   * @param {Entry} entry */
  settle({ record, fault }) {
    const repeat = shownRepeat(record);
    this.#showOnly(record.spans.filter((span) => span.repeat === repeat));
    this.#clearRunning();
    this.startupMs = record.startupMs ?? 0;
    this.prepaidMs = record.prepaidMs ?? 0;
    this.warmupMs = record.warmupMs ?? 0;
    this.endMs = record.timesMs[repeat - 1] ?? null;
    this.timeMs = this.endMs === null ? null : median(record.timesMs);
    this.repeat = repeat;
    this.phase = fault === null ? '' : 'failed';
    this.chain = this.endMs === null ? [] : criticalPath(this.lanes.flat(), slackOf(record.environment.timerResolutionMs));
  }

  /** The run was cancelled: running bars stop growing. */
  stop() {
    if (this.#startedAt === null) return;
    this.#stoppedMs = this.nowMs;
    this.#startedAt = null;
    this.phase = 'cancelled';
  }

  get isRunning() {
    return this.#startedAt !== null;
  }

  /** How long the repeat on show has run, or had run when it was cancelled. */
  get nowMs() {
    return this.#startedAt === null ? this.#stoppedMs : this.#now() - this.#startedAt;
  }

  /** The start-up without the part that was done before the run began. */
  get waitedStartupMs() {
    return this.startupMs - this.prepaidMs;
  }

  /** The running bars by lane. */
  running() {
    const present = this.nowMs ?? 0;
    /** @type {(Block | undefined)[]} */
    const blocks = [];
    for (const [index, { lane, atMs: startMs }] of this.#running) {
      const endMs = Math.max(startMs, present);
      // A task's waits are reported when it ends. Until then a download is drawn as waiting, which it nearly always is.
      /** @type {Wait[]} */
      const waits = computes(this.#job.task) ? [] : [{ for: 'io', startMs, endMs }];
      blocks[lane] = { input: this.#job.inputs[index], lane, startMs, endMs, waits };
    }
    return blocks;
  }

  /** All bars by lane, running ones included. */
  bars() {
    const running = this.running();
    return this.lanes.map((lane, index) => [...lane, ...(running[index] ? [running[index]] : [])]);
  }
}
