// The speed-up chart: a sweep over the number of workers, beside the ideal, the ceiling that the task has, and Amdahl's law.

import { bandOf } from '../model/context.js';
import { byId, make, makeSvg } from '../platform/dom.js';
import { drawSoon } from '../platform/draw.js';
import { keepValue } from '../platform/storage.js';
import { executorOf, SWEPT } from '../settings/executors.js';
import { taskOf, TASKS } from '../settings/tasks.js';
import { amdahl, amdahlOf } from '../statistics/amdahl.js';
import { pointOf } from '../statistics/point.js';
import { interval, percent, times } from '../words/format.js';
import { describeWork } from '../words/work.js';
import { sweepSteps, topOf } from './chart.js';

/** @import {Band} from '../model/context.js' */
/** @import {Point} from '../statistics/point.js' */
/** @import {Entry, Job, RunnerName, RunRecord} from '../types/shapes.js' */

/** Why Amdahl's law isn't drawn. */
const WITHOUT_CURVE = {
  few: 'that takes two points of more than one worker',
  off: 'none of Amdahl’s goes through all points; more workers than cores give no more',
  unsure: 'many go through these points',
};

/** So many times as far as was measured the chart goes on, predicted. */
const FURTHER = 4;

const WIDTH = 640;
const HEIGHT = 380;
const MARGIN = { left: 46, right: 16, top: 14, bottom: 44 };

/** @param {number} cores
 * @param {(workers: number[]) => void} start */
export function createSpeedup(cores, start) {
  const chart = byId('speedup-chart', SVGSVGElement);
  const most = byId('sweep-most', HTMLInputElement);
  const button = byId('sweep', HTMLButtonElement);
  const work = byId('speedup-work', HTMLElement);
  const legend = byId('speedup-legend', HTMLElement);
  const body = byId('speedup-table', HTMLTableElement).tBodies[0];
  /** @type {Map<RunnerName, Point[]>} */
  const series = new Map();
  /** Fitted once for the same points. @type {WeakMap<Point[], ReturnType<typeof amdahlOf>>} */
  const fits = new WeakMap();
  /** The run with the most workers of each executor. @type {Map<RunnerName, RunRecord>} */
  const last = new Map();
  /** What is predicted beyond, once all is measured. @type {Map<RunnerName, Band[]>} */
  const bands = new Map();
  /** That of the task. */
  let ceiling = TASKS[0].ceiling;
  most.value = String(Math.max(4, Math.min(64, cores)));
  keepValue(most);
  let widest = most.checkValidity() ? Number(most.value) : 4;
  /** Where the axis ends. */
  const reach = () => (bands.size > 0 ? widest * FURTHER : widest);

  function measure() {
    if (!most.reportValidity()) return;
    widest = Number(most.value);
    start(sweepSteps(widest));
  }
  button.addEventListener('click', measure);

  const x = /** @param {number} workers */ (workers) =>
    MARGIN.left + ((workers - 1) / Math.max(1, reach() - 1)) * (WIDTH - MARGIN.left - MARGIN.right);

  function draw() {
    const points = [...series.values()].flat();
    const beyond = [...bands.values()].flat().map(({ low, high }) => ({ ratio: low, high }));
    const top = topOf(reach(), [...points, ...beyond]);
    // What is higher than the axis ends at its top.
    const y = /** @param {number} ratio */ (ratio) =>
      HEIGHT - MARGIN.bottom - (Math.min(ratio, top) / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);
    const parts = [...grid(top, y), ...bounds(top, y)];
    for (const [name, own] of bands) parts.push(band(name, own, y));
    for (const [name, own] of series) parts.push(...curve(name, own, y), ...marks(name, own, y));
    chart.replaceChildren(...parts);
    legend.replaceChildren(...[...series].map(([name, own]) => legendLine(name, own)));
    body.replaceChildren(
      ...[...series].flatMap(([name, own]) =>
        own.map((point) =>
          make('tr', {},
            make('th', { scope: 'row' }, executorOf(name).label),
            make('td', { class: 'number' }, String(point.workers)),
            make('td', { class: 'number' }, times(point.ratio)),
            make('td', { class: 'number' }, interval({ ...point, value: point.ratio })),
          ),
        ),
      ),
      ...[...bands].flatMap(([name, own]) =>
        own.slice(1).map(({ workers, low, high }) =>
          make('tr', { class: 'predicted' },
            make('th', { scope: 'row' }, `${executorOf(name).label}, predicted`),
            make('td', { class: 'number' }, String(workers)),
            make('td', { class: 'number' }, '–'),
            make('td', { class: 'number' }, `${times(low).slice(0, -1)} to ${times(high)}`),
          ),
        ),
      ),
    );
  }

  /** @param {number} top
   * @param {(ratio: number) => number} y */
  function grid(top, y) {
    const parts = [];
    const step = Math.max(1, Math.ceil(top / 8));
    for (let ratio = 0; ratio <= top; ratio += step) {
      parts.push(
        makeSvg('line', { class: 'grid', x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: y(ratio), y2: y(ratio) }),
        makeSvg('text', { class: 'tick', x: MARGIN.left - 8, y: y(ratio) + 4, 'text-anchor': 'end' }, `${ratio}×`),
      );
    }
    const every = Math.max(1, Math.ceil(reach() / 12));
    for (let workers = 1; workers <= reach(); workers += workers === 1 && every > 1 ? every - 1 : every) {
      parts.push(
        makeSvg('text', { class: 'tick', x: x(workers), y: HEIGHT - MARGIN.bottom + 18, 'text-anchor': 'middle' }, String(workers)),
      );
    }
    parts.push(
      makeSvg('text', { class: 'tick', x: (MARGIN.left + WIDTH) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, 'workers'),
    );
    return parts;
  }

  /** The ideal, and the task's ceiling.
   * @param {number} top
   * @param {(ratio: number) => number} y */
  function bounds(top, y) {
    const far = Math.min(reach(), top);
    const parts = [
      makeSvg('line', { class: 'ideal', x1: x(1), y1: y(1), x2: x(far), y2: y(far) }),
      makeSvg('text', { class: 'note', x: x(far) - 10, y: y(far) + 4, 'text-anchor': 'end' }, 'ideal'),
    ];
    if (ceiling === null) return parts;
    const [ratio, words] = ceiling;
    const height = y(Math.min(top, ratio));
    return [
      ...parts,
      makeSvg('line', { class: 'ceiling', x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: height, y2: height }),
      makeSvg('text', { class: 'note', x: WIDTH - MARGIN.right, y: height - 6, 'text-anchor': 'end' }, `${words}: ${ratio}×`),
    ];
  }

  /** @param {Point[]} own */
  function fitOf(own) {
    const fit = fits.get(own) ?? amdahlOf(own);
    fits.set(own, fit);
    return fit;
  }

  /** @param {RunnerName} name
   * @param {Point[]} own
   * @param {(ratio: number) => number} y */
  function curve(name, own, y) {
    const fit = fitOf(own);
    if (typeof fit === 'string') return [];
    const path = Array.from({ length: 61 }, (_, index) => 1 + (index / 60) * (widest - 1))
      .map((workers, index) => `${index ? 'L' : 'M'}${x(workers).toFixed(1)} ${y(amdahl(fit.serial, workers)).toFixed(1)}`)
      .join('');
    return [makeSvg('path', { class: `fit of-${name}`, d: path })];
  }

  /** @param {RunnerName} name
   * @param {Band[]} own
   * @param {(ratio: number) => number} y */
  function band(name, own, y) {
    const along = /** @param {'low' | 'high'} end */ (end) => own.map((one) => `${x(one.workers).toFixed(1)} ${y(one[end]).toFixed(1)}`);
    return makeSvg('path', { class: `band of-${name}`, d: `M${[...along('high'), ...along('low').reverse()].join('L')}Z` });
  }

  /** @param {RunnerName} name
   * @param {Point[]} own
   * @param {(ratio: number) => number} y */
  function marks(name, own, y) {
    return own.flatMap(({ workers, ratio, low, high }) => [
      ...(low === null || high === null
        ? []
        : [makeSvg('line', { class: `range of-${name}`, x1: x(workers), x2: x(workers), y1: y(low), y2: y(high) })]),
      symbol(name, x(workers), y(ratio)),
    ]);
  }

  /** @param {RunnerName} name
   * @param {Point[]} own */
  function legendLine(name, own) {
    const fit = fitOf(own);
    const key = makeSvg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, symbol(name, 8, 8));
    const says =
      typeof fit === 'string'
        ? `no curve, since ${WITHOUT_CURVE[fit]}`
        : `as if ${percent(fit.serial)} (${percent(fit.low)} to ${percent(fit.high)}) of the work could not be shared`;
    return make('li', {}, key, ` ${executorOf(name).label}: ${says}`);
  }

  draw();
  return {
    measure,
    enable() {
      button.disabled = false;
    },
    /** @param {Job} job what is swept */
    begin(job) {
      ceiling = taskOf(job.task).ceiling;
      work.textContent = `Measured on ${describeWork(job)}.`;
      series.clear();
      last.clear();
      bands.clear();
      drawSoon(draw, chart);
    },
    /** @param {Entry} entry */
    add({ record }) {
      if (!SWEPT.includes(record.executor)) return;
      const point = pointOf(record.workers, record.beside?.timesMs ?? [], record.timesMs);
      if (!point) return;
      series.set(record.executor, [...(series.get(record.executor) ?? []), point]);
      if (record.workers >= (last.get(record.executor)?.workers ?? 0)) last.set(record.executor, record);
      drawSoon(draw, chart);
    },
    /** All is measured: what lies beyond is predicted from the run with the most workers. */
    end() {
      for (const [name, record] of last) {
        const band = bandOf(record, widest * FURTHER);
        if (band.length > 1) bands.set(name, band);
      }
      drawSoon(draw, chart);
    },
  };
}

/** Told apart by shape as well as by colour.
 * @param {RunnerName} name
 * @param {number} x
 * @param {number} y */
function symbol(name, x, y) {
  const size = 5;
  const shapes = {
    threads: `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`,
    'fork-join': `M${x} ${y - size - 1}L${x + size + 1} ${y + size}L${x - size - 1} ${y + size}Z`,
  };
  const square = `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`;
  return makeSvg('path', { class: `mark of-${name}`, d: name in shapes ? shapes[/** @type {keyof typeof shapes} */ (name)] : square });
}
