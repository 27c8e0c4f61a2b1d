// The execution of a schedule: a coordinator for each series that is started, repeats that the page doesn't disturb, and one
// ordered stream of events about all of that.

/** @import {Fault, Message, Plan, RunEvent} from '../types/shapes.js' */
/** @import {Shared, startCoordinator} from './coordinator.js' */
/** @import {Schedule, Step} from './schedule.js' */
/** @import {Stoppable} from './stoppable.js' */

/** Workers that take longer than this to start are shown as starting. */
const UNSHOWN_MS = 50;

/** What keeps the page from drawing while something is measured.
 * @typedef {object} Pace
 * @property {() => Promise<void>} pause draws what is in view, and resolves when it is on the screen
 * @property {() => void} measure a measurement begins
 * @property {() => void} rest the measurement has ended
 * @property {() => void} end the run is over */

/**
 * @typedef {object} Parts
 * @property {Plan} plan
 * @property {Schedule} schedule
 * @property {Pace} pace
 * @property {typeof startCoordinator} start
 * @property {(event: RunEvent) => void} emit gets every event but `end`
 * @property {() => void} look called when the schedule looks at the results so far
 * @property {Stoppable} stoppable */

/** A series that has been started and hasn't ended. */
class Running {
  ready = new Signal();
  warm = new Signal();
  /** Resolves when the current repeat ends. */
  reported = new Signal();
  /** @type {ReturnType<typeof startCoordinator> | null} */
  coordinator = null;
  /** How many repeats have begun, those of an earlier run included. */
  repeat;
  isBroken = false;
  /** The last repeat's result. */
  last = { timeMs: 0, isEmpty: false };

  /** @param {number} series
   * @param {number} repeat */
  constructor(series, repeat) {
    this.series = series;
    this.repeat = repeat;
  }

  /** @param {Message} message */
  hear(message) {
    if (message.type === 'ready') this.ready.resolve();
    if (message.type === 'warm') this.warm.resolve();
    if (message.type === 'report') {
      this.last = { timeMs: message.timeMs, isEmpty: message.results.every((result) => result === null) };
      this.reported.resolve();
    }
    if (message.type === 'fault') for (const signal of [this.ready, this.warm, this.reported]) signal.resolve();
  }
}

/** A promise with its resolve function. */
class Signal {
  /** @type {() => void} */
  resolve = () => {};
  /** @type {Promise<void>} */
  given = new Promise((resolve) => (this.resolve = resolve));
}

export class Execution {
  #parts;
  /** @type {Map<number, Running>} */
  #running = new Map();
  /** The coordinators that series share. @type {Shared} */
  #shared = new Map();
  /** Events before the page is told of the run, so that drawing doesn't delay its workers; null from then on. @type {RunEvent[] | null} */
  #early = [];

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.stoppable.signal.addEventListener('abort', () => this.#endWorkers());
  }

  /** Performs the schedule's steps. It starts the first workers before it first waits, and before the page is told of the run. */
  async follow() {
    const { schedule } = this.#parts;
    for (let step = schedule.next(); step; step = schedule.next()) {
      await this.#do(step);
      // The other series go on when one breaks.
      for (const one of this.#running.values()) if (one.isBroken) this.#close(one);
    }
  }

  /** @param {Step} step */
  async #do(step) {
    if (step.what === 'look') return this.#parts.look();
    if (step.what === 'start') {
      const { earlier } = this.#parts.plan.series[step.series];
      return this.#start(new Running(step.series, earlier?.repeats ?? 0));
    }
    const running = this.#running.get(step.series);
    if (!running) return;
    if (step.what === 'repeat') await this.#repeat(running, step);
    else this.#close(running);
  }

  /** Breaks all series that haven't ended, since the run can't go on.
   * @param {Fault} fault why */
  breakOff(fault) {
    for (const running of this.#running.values()) {
      running.isBroken = true;
      this.#emit({ type: 'fault', fault, series: running.series, repeat: running.repeat });
      this.#close(running);
    }
  }

  /** Ends everything, at whatever step it is. */
  end() {
    this.#endWorkers();
    this.#running.clear();
    this.#parts.pace.end();
    this.#begin();
  }

  /** @param {Running} running */
  async #start(running) {
    const { plan, pace, start, stoppable } = this.#parts;
    const { series, ready, warm } = running;
    this.#running.set(series, running);
    pace.measure();
    this.#tell({ type: 'starting', series, repeat: running.repeat });
    running.coordinator = start(plan.series[series].job, (message) => this.#hear(running, message), this.#shared);
    // Drawing the run would delay its workers.
    if (this.#early) await stoppable.wait(Promise.race([ready.given, new Promise((resolve) => setTimeout(resolve, UNSHOWN_MS))]));
    this.#begin();
    await stoppable.wait(ready.given);
    pace.rest();
    // What has arrived is drawn while the workers warm up, so that no repeat waits for it.
    await stoppable.wait(Promise.all([pace.pause(), warm.given]));
  }

  /** @param {Running} running
   * @param {Extract<Step, {what: 'repeat'}>} step */
  async #repeat(running, { share, leftMs }) {
    const { schedule, pace, stoppable } = this.#parts;
    running.repeat += 1;
    const place = { series: running.series, repeat: running.repeat };
    this.#tell({ type: 'repeat', ...place, share, leftMs });
    await stoppable.wait(pace.pause());
    if (running.isBroken) return;
    running.reported = new Signal();
    this.#tell({ type: 'started-repeat', ...place });
    pace.measure();
    running.coordinator?.repeat();
    await stoppable.wait(running.reported.given);
    pace.rest();
    if (running.isBroken) return;
    const { timeMs, isEmpty } = running.last;
    schedule.measured(running.series, timeMs, isEmpty);
  }

  /** @param {Running} running
   * @param {Message} message */
  #hear(running, message) {
    const { stoppable, schedule } = this.#parts;
    if (stoppable.signal.aborted) return;
    try {
      if (message.type === 'fault') {
        running.isBroken = true;
        schedule.broke(running.series);
      }
      this.#tell({ ...message, series: running.series, repeat: running.repeat });
      running.hear(message);
    } catch (cause) {
      stoppable.stop(cause);
    }
  }

  /** @param {Running} running */
  #close({ series, repeat, coordinator, isBroken }) {
    const { schedule } = this.#parts;
    coordinator?.end();
    this.#running.delete(series);
    const stop = isBroken ? null : schedule.stopOf(series);
    // The results of a series that broke are looked at now, not with the others at the end.
    const looks = schedule.looks + (isBroken ? 1 : 0);
    this.#emit({ type: 'series-end', series, repeat, looks, stop, beside: schedule.besideOf(series) });
  }

  #endWorkers() {
    for (const { coordinator } of this.#running.values()) coordinator?.end();
  }

  /** Tells an event, unless the run has been stopped.
   * @param {RunEvent} event */
  #tell(event) {
    this.#parts.stoppable.signal.throwIfAborted();
    this.#emit(event);
  }

  /** @param {RunEvent} event */
  #emit(event) {
    if (this.#early) this.#early.push(event);
    else this.#parts.emit(event);
  }

  /** Tells the page of the run, and of all events so far. */
  #begin() {
    if (!this.#early) return;
    const events = this.#early;
    this.#early = null;
    this.#parts.emit({ type: 'begin', plan: this.#parts.plan });
    for (const event of events) this.#parts.emit(event);
  }
}
