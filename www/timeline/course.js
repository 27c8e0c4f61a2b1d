// One executor's part of the timeline as data: its bars so far, and what it is doing. Knows nothing of how that is drawn.

import { computes } from '../settings/tasks.js';
import { criticalPath } from '../statistics/critical-path.js';
import { shownRepeat } from '../statistics/median.js';
import { byLane } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block, Entry, Job, RunEvent, Wait} from '../types/shapes.js' */

/** Repeats shorter than this follow each other too fast to be watched: the first stays on show until the series ends. */
const WATCHABLE_MS = 600;

/** The clocks of two workers may differ by this much. */
const SLACK_MS = 0.05;

export class Course {
  /** Finished bars, each lane in order of time. @type {Block[][]} */
  lanes;
  startupMs = 0;
  /** The part of the start-up that was done before the run began. */
  prepaidMs = 0;
  warmupMs = 0;
  /** @type {number | null} */
  endMs = null;
  repeat = 0;
  note = 'has not started';
  /** What the end waited for; known once the series has ended. @type {Link<Block>[]} */
  chain = [];
  /** Counts how often the bars were replaced by others. */
  version = 0;
  #job;
  #now;
  /** Tasks that are running, by their place among the inputs. @type {Map<number, {lane: number, atMs: number}>} */
  #open = new Map();
  /** When the repeat on show began, on this page's clock; null while nothing runs. @type {number | null} */
  #since = null;
  /** How far the repeat had come when it was cancelled. @type {number | null} */
  #stoppedMs = null;
  #watching = true;
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
        this.note = 'starts up';
        break;
      case 'ready':
        this.startupMs = event.startupMs;
        this.prepaidMs = event.prepaidMs ?? 0;
        this.note = 'warms up';
        break;
      case 'warm':
        this.warmupMs = event.warmupMs;
        this.note = 'is ready';
        break;
      case 'repeat':
        this.#watching = event.repeat === 1 || this.#lastMs > WATCHABLE_MS;
        if (this.#watching) this.#empty(event.repeat);
        break;
      case 'started-repeat':
        if (this.#watching) this.#since = this.#now();
        break;
      case 'started':
        if (this.#watching) this.#open.set(event.index, { lane: event.lane, atMs: event.atMs });
        break;
      case 'finished':
        if (!this.#watching) return;
        this.#open.delete(event.index);
        if (event.span) this.lanes[event.span.lane]?.push({ input: this.#job.inputs[event.index], ...event.span });
        break;
      case 'spans':
        if (!this.#watching) return;
        for (const { index, ...span } of event.spans) this.lanes[span.lane]?.push({ input: this.#job.inputs[index], ...span });
        break;
      case 'report':
        this.#lastMs = event.timeMs;
        if (!this.#watching) return;
        this.endMs = event.timeMs;
        this.#rest();
        break;
      case 'fault':
        this.note = 'broke off';
        this.#rest();
        break;
    }
  }

  /** @param {number} repeat the one that comes next */
  #empty(repeat) {
    this.#showOnly([]);
    this.#open.clear();
    this.endMs = this.#stoppedMs = null;
    this.repeat = repeat;
    this.chain = [];
    this.note = 'at work';
  }

  /** @param {Block[]} blocks */
  #showOnly(blocks) {
    this.lanes = byLane(blocks, this.lanes.length);
    this.version += 1;
  }

  /** Nothing runs any more. */
  #rest() {
    this.#since = null;
    this.#open.clear();
  }

  /** Shows the repeat nearest to the median, for good.
   * @param {Entry} entry */
  settle({ record, fault }) {
    const repeat = shownRepeat(record);
    this.#showOnly(record.spans.filter((span) => span.repeat === repeat));
    this.#rest();
    this.startupMs = record.startupMs ?? 0;
    this.prepaidMs = record.prepaidMs ?? 0;
    this.warmupMs = record.warmupMs ?? 0;
    this.endMs = record.timesMs[repeat - 1] ?? null;
    this.repeat = repeat;
    this.note = fault === null ? '' : 'broke off';
    const slackMs = Math.max(SLACK_MS, 2 * record.environment.timerResolutionMs);
    this.chain = this.endMs === null ? [] : criticalPath(this.lanes.flat(), slackMs);
  }

  /** The run was cancelled: running bars stay as long as they are. */
  stop() {
    if (this.#since === null) return;
    this.#stoppedMs = this.nowMs;
    this.#since = null;
    this.note = 'cancelled';
  }

  get isRunning() {
    return this.#since !== null;
  }

  /** How far the repeat on show has come, while it runs or after it was cancelled. */
  get nowMs() {
    return this.#since === null ? this.#stoppedMs : this.#now() - this.#since;
  }

  /** The part of the start-up that the run waited for. */
  get waitedStartupMs() {
    return this.startupMs - this.prepaidMs;
  }

  /** The running bars, by lane. */
  going() {
    const present = this.nowMs ?? 0;
    /** @type {(Block | undefined)[]} */
    const blocks = [];
    for (const [index, { lane, atMs: startMs }] of this.#open) {
      const endMs = Math.max(startMs, present);
      // A task's waits are reported when it ends. Until then a download counts as waiting, which is nearly true.
      /** @type {Wait[]} */
      const waits = computes(this.#job.task) ? [] : [{ for: 'io', startMs, endMs }];
      blocks[lane] = { input: this.#job.inputs[index], lane, startMs, endMs, waits };
    }
    return blocks;
  }

  /** All bars by lane, running ones included. */
  bars() {
    const going = this.going();
    return this.lanes.map((lane, index) => [...lane, ...(going[index] ? [going[index]] : [])]);
  }
}
