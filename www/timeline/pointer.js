// A bar's figures, by pointer, finger or keyboard.

import { nameInput } from '../settings/tasks.js';
import { stretches } from '../statistics/bars.js';
import { percent, shortTime } from '../words/format.js';
import { blockAt } from './layout.js';

/** @import {Link} from '../statistics/critical-path.js' */
/** @import {Block, Job} from '../types/shapes.js' */
/** @import {Scale} from './layout.js' */

/** Lanes with bars to be chosen.
 * @typedef {{job: Job, lanes: number, plot: HTMLElement, laneHeight: () => number, sorted: () => Block[][], chain: () => Link<Block>[]}} Panel */

/** What a bar says.
 * @param {Panel} panel
 * @param {Block} block */
export function describeBlock(panel, block) {
  const length = block.endMs - block.startMs;
  const parts = [
    nameInput(panel.job.task, block.input),
    panel.lanes > 1 ? `${panel.job.executor === 'async' ? 'slot' : 'worker'} ${block.lane + 1}` : '',
    `${shortTime(length)}, from ${shortTime(block.startMs)} to ${shortTime(block.endMs)}`,
  ];
  for (const [kind, words] of /** @type {const} */ ([['lock', 'waiting for the lock'], ['io', 'waiting for I/O']])) {
    const waited = stretches(block)
      .filter((stretch) => stretch.kind === kind)
      .reduce((sum, stretch) => sum + stretch.endMs - stretch.startMs, 0);
    if (waited > 0) parts.push(`${words} ${shortTime(waited)} (${percent(waited / Math.max(length, 1e-9))})`);
  }
  if (panel.chain().some(({ bar }) => bar === block)) parts.push('the end waited for it');
  return parts.filter(Boolean).join(' · ');
}

/** Lets a panel's bars be chosen.
 * @param {Panel} panel
 * @param {() => Scale | null} currentScale
 * @param {(block: Block | null, text: string, place: {x: number, y: number}) => void} choose */
export function watchPointer(panel, currentScale, choose) {
  /** @type {Block | null} */
  let chosen = null;

  /** @param {Block | null} block
   * @param {boolean} [again] */
  function pick(block, again = false) {
    const scale = currentScale();
    if (!scale || (block === chosen && !again)) return;
    chosen = block;
    if (!block) return choose(null, '', { x: 0, y: 0 });
    const middle = (Math.max(block.startMs, scale.fromMs) + Math.min(block.endMs, scale.toMs)) / 2;
    choose(block, describeBlock(panel, block), {
      x: Math.max(0, Math.min(scale.width, scale.x(middle))),
      y: (block.lane + 1) * panel.laneHeight(),
    });
  }

  /** @param {PointerEvent} event */
  function follow(event) {
    const scale = currentScale();
    if (!scale) return;
    const box = panel.plot.getBoundingClientRect();
    const index = Math.floor((event.clientY - box.top) / panel.laneHeight());
    const lane = panel.sorted()[Math.max(0, Math.min(panel.lanes - 1, index))] ?? [];
    // A finger is wider than a bar.
    const slack = event.pointerType === 'touch' ? 16 : 4;
    pick(blockAt(lane, scale.ms(event.clientX - box.left), (slack / scale.width) * (scale.toMs - scale.fromMs)));
  }

  panel.plot.addEventListener('pointermove', follow);
  panel.plot.addEventListener('pointerdown', follow);
  panel.plot.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' && document.activeElement !== panel.plot) pick(null);
  });
  panel.plot.addEventListener('blur', () => pick(null));
  panel.plot.addEventListener('keydown', (event) => {
    const lanes = panel.sorted();
    const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] ?? [0, 0];
    if (event.key === 'Escape') return pick(null);
    if (!right && !down) return;
    event.preventDefault();
    const from = chosen;
    if (!from) return pick(lanes.find((lane) => lane.length > 0)?.[0] ?? null);
    if (right) {
      const lane = lanes[from.lane] ?? [];
      const own = lane.indexOf(from);
      const at = own >= 0 ? own : lane.findIndex(({ input, startMs }) => input === from.input && startMs === from.startMs);
      return pick(lane[at + right] ?? from, true);
    }
    for (let lane = from.lane + down; lane >= 0 && lane < lanes.length; lane += down) {
      const near = blockAt(lanes[lane], (from.startMs + from.endMs) / 2, Infinity);
      if (near) return pick(near);
    }
  });
  return {
    /** The bars are others now. */
    forget: () => (chosen = null),
  };
}
