// What is kept of a run's repeats. Each is reduced to facts as it ends. Which one is shown, the nearest to the median, is known at the
// end only, so the spans of some are kept until then.

import { factsOf } from '../statistics/facts.js';
import { median } from '../statistics/median.js';
import { workOf } from '../statistics/work.js';

/** @import {Facts} from '../statistics/facts.js' */
/** @import {Work} from '../statistics/work.js' */
/** @import {RunRecord, SpanRecord} from '../types/shapes.js' */

/** While a run goes on, so many repeats are kept that are nearest to the median so far, and so many others, since it moves. */
const MOST_NEAR = 16;
const MOST_FAR = 16;

/** A prediction carries so many repeats over at most, and so many tasks in all of them: it follows a slider. */
const MOST_WORK = 9;
const MOST_TASKS = 2000;

/** @typedef {{repeat: number, timeMs: number, spans: SpanRecord[]}} Kept */

export class Repeats {
  #inputs;
  #lanes;
  #slackMs;
  /** @type {number[]} */
  #timesMs;
  /** @type {(Facts | null)[]} */
  #facts;
  /** @type {Work[]} */
  #work;
  /** The last one first. @type {Kept[]} */
  #kept;
  /** Those of the repeat that goes on. @type {SpanRecord[]} */
  #present = [];

  /** @param {{inputs: readonly number[], lanes: number, slackMs: number}} job
   * @param {RunRecord} [earlier] what it goes on with */
  constructor({ inputs, lanes, slackMs }, earlier) {
    this.#inputs = inputs;
    this.#lanes = lanes;
    this.#slackMs = slackMs;
    const { timesMs = [], facts = [], work = [], spans = [] } = earlier ?? {};
    this.#timesMs = [...timesMs];
    this.#facts = [...facts];
    this.#work = [...work];
    const kept = [...new Set(spans.map(({ repeat }) => repeat))].filter((repeat) => repeat <= timesMs.length);
    this.#kept = kept.sort((a, b) => b - a).map((repeat) => ({
      repeat,
      timeMs: timesMs[repeat - 1],
      spans: spans.filter((span) => span.repeat === repeat),
    }));
  }

  /** @param {SpanRecord} span of the repeat that goes on */
  add(span) {
    this.#present.push(span);
  }

  /** The repeat is over.
   * @param {number} timeMs
   * @param {boolean} isSound nothing failed in it */
  close(timeMs, isSound) {
    const repeat = this.#timesMs.push(timeMs);
    const spans = this.#present;
    this.#present = [];
    this.#facts.push(spans.length > 0 ? factsOf(spans, { lanes: this.#lanes, timeMs, slackMs: this.#slackMs }) : null);
    const middle = median(this.#timesMs);
    this.#kept = [{ repeat, timeMs, spans }, ...thinned(this.#kept, middle)];
    if (isSound && spans.length > 0) this.#work.push(workOf(spans, this.#inputs, { repeat, timeMs }));
    this.#work = thinned(this.#work, middle);
  }

  /** What a record has of them.
   * @returns {Pick<RunRecord, 'facts' | 'work' | 'spans'>} */
  soFar() {
    const middle = median(this.#timesMs);
    const [last] = this.#kept;
    const [shown] = nearest(this.#kept.filter(({ spans }) => spans.length > 0), middle, 1);
    const most = Math.max(1, Math.min(MOST_WORK, Math.floor(MOST_TASKS / this.#inputs.length)));
    return {
      facts: [...this.#facts],
      work: nearest(this.#work, middle, most),
      spans: [...(shown?.spans ?? []), ...(last && last !== shown ? last.spans : []), ...this.#present],
    };
  }
}

/** Those near to that time, and others that are spread out: one is left out at most, as one is added at a time.
 * @template {{repeat: number, timeMs: number}} T
 * @param {readonly T[]} repeats
 * @param {number} ms */
function thinned(repeats, ms) {
  const all = nearest(repeats, ms, Infinity);
  const others = all.slice(MOST_NEAR).sort((a, b) => a.timeMs - b.timeMs);
  if (others.length > MOST_FAR) {
    // The one without which the gap is the least.
    const gaps = others.slice(2).map(({ timeMs }, place) => timeMs - others[place].timeMs);
    others.splice(gaps.indexOf(Math.min(...gaps)) + 1, 1);
  }
  return [...all.slice(0, MOST_NEAR), ...others];
}

/** So many at most, those whose times are nearest to that one; of two as near, the earlier repeat.
 * @template {{repeat: number, timeMs: number}} T
 * @param {readonly T[]} repeats
 * @param {number} ms
 * @param {number} most
 * @returns {T[]} */
const nearest = (repeats, ms, most) =>
  [...repeats].sort((a, b) => Math.abs(a.timeMs - ms) - Math.abs(b.timeMs - ms) || a.repeat - b.repeat).slice(0, most);
