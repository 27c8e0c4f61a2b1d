// Selects a bar by mouse, touch or keyboard.

import { describeBar } from '../words/lanes.js';
import { blockAt } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** Lanes whose bars can be picked; the scale is null before they are drawn.
 * @typedef {{job: Job, plot: HTMLElement, laneHeight: number, scale: Scale | null, chain: readonly Link<Block>[], bars: () => Block[][]}} Lanes */

/** @typedef {{x: number, y: number}} Point in the plot */
/** Called with the bar that was picked, its figures in words, and the middle of its lower edge.
 * @typedef {(block: Block | null, text: string, point: Point) => void} Choose */

/** A bar within this distance of the pointer is picked, in pixels. A finger is wider than a bar. */
const SLACK_PX = 4;
const TOUCH_SLACK_PX = 16;

/** By key: steps along the lane, and from lane to lane.
 * @type {{[key: string]: [number, number]}} */
const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class BarPicker {
  #lanes;
  #choose;
  /** @type {Block | null} */
  #picked = null;

  /** @param {Lanes} lanes
   * @param {Choose} choose */
  constructor(lanes, choose) {
    this.#lanes = lanes;
    this.#choose = choose;
    const { plot } = lanes;
    plot.addEventListener('pointermove', (event) => this.#follow(event));
    plot.addEventListener('pointerdown', (event) => this.#follow(event));
    plot.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch' && document.activeElement !== plot) this.#pick(null);
    });
    plot.addEventListener('blur', () => this.#pick(null));
    plot.addEventListener('keydown', (event) => this.#press(event));
  }

  /** The bars were replaced, so that none of them is picked any more. */
  forget() {
    this.#picked = null;
  }

  /** @param {Block | null} block
   * @param {boolean} [again] reports the bar even if it was picked already */
  #pick(block, again = false) {
    const { scale, laneHeight, job, chain } = this.#lanes;
    if (!scale || (block === this.#picked && !again)) return;
    this.#picked = block;
    if (!block) return this.#choose(null, '', { x: 0, y: 0 });
    const middle = (Math.max(block.startMs, scale.fromMs) + Math.min(block.endMs, scale.toMs)) / 2;
    this.#choose(block, describeBar(job, block, chain.some(({ bar }) => bar === block)), {
      x: Math.max(0, Math.min(scale.width, scale.x(middle))),
      y: (block.lane + 1) * laneHeight,
    });
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const { scale, plot, laneHeight } = this.#lanes;
    if (!scale) return;
    const box = plot.getBoundingClientRect();
    const lanes = this.#lanes.bars();
    const index = Math.floor((event.clientY - box.top) / laneHeight);
    const lane = lanes[Math.max(0, Math.min(lanes.length - 1, index))] ?? [];
    const slack = event.pointerType === 'touch' ? TOUCH_SLACK_PX : SLACK_PX;
    this.#pick(blockAt(lane, scale.ms(event.clientX - box.left), (slack / scale.width) * (scale.toMs - scale.fromMs)));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === 'Escape') return this.#pick(null);
    const [along, across] = STEPS[event.key] ?? [0, 0];
    if (!along && !across) return;
    event.preventDefault();
    const lanes = this.#lanes.bars();
    const from = this.#picked;
    if (!from) return this.#pick(lanes.find((lane) => lane.length > 0)?.[0] ?? null);
    if (along) return this.#pick(neighbour(lanes[from.lane] ?? [], from, along), true);
    for (let lane = from.lane + across; lane >= 0 && lane < lanes.length; lane += across) {
      const near = blockAt(lanes[lane], (from.startMs + from.endMs) / 2, Infinity);
      if (near) return this.#pick(near);
    }
  }
}

/** The next or previous bar of a lane; the same at its end.
 * @param {readonly Block[]} lane
 * @param {Block} from
 * @param {number} step */
function neighbour(lane, from, step) {
  const own = lane.indexOf(from);
  // A running bar is a new object at each call of `bars`.
  const at = own >= 0 ? own : lane.findIndex(({ input, startMs }) => input === from.input && startMs === from.startMs);
  return lane[at + step] ?? from;
}
