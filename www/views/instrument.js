// The examination of the instrument: its button, what it found, and the workers that it offers.

import { byId, make } from '../platform/dom.js';
import { drawSoon, pace } from '../platform/draw.js';
import { examine } from '../run/instrument.js';
import { jobOf } from '../settings/job.js';
import { change } from '../settings/parameters.js';
import { TASKS } from '../settings/tasks.js';
import { createScale } from '../timeline/layout.js';
import { Panel } from '../timeline/panel.js';
import { percent } from '../words/format.js';

/** @import {Finding} from '../run/instrument.js' */
/** @import {Ratio, Setup} from '../types/shapes.js' */

/** What it is examined with: each number takes φ times as long as the one before. Without it there is no examination. */
const LOAD = TASKS.find(({ name }) => name === 'fib');

/** How high a lane of the sample is. */
const SAMPLE_LANE_PX = 10;

/** @param {object} parts
 * @param {number} parts.cores
 * @param {() => Setup} parts.setup
 * @param {(workers: number) => void} parts.useWorkers */
export function createInstrument({ cores, setup, useWorkers }) {
  const button = byId('examine', HTMLButtonElement);
  const said = byId('examine-said', HTMLElement);
  const sample = byId('examine-sample', HTMLElement);
  const body = byId('instrument-table', HTMLTableElement).tBodies[0];
  const offer = byId('use-workers', HTMLButtonElement);
  let ending = new AbortController();
  let possible = false;
  let examining = false;
  let found = 0;
  let words = '';

  /** @param {string} text */
  function say(text) {
    words = text;
    drawSoon(drawWords, said);
  }

  function drawWords() {
    said.textContent = words;
  }

  /** A loop over one number.
   * @param {number} n */
  const job = (n) => jobOf(LOAD ? change(setup(), { task: LOAD.name }, cores) : setup(), 'loop', [n]);

  /** Shows a panel like the timeline's; what it returns lets its bars grow as theirs do. */
  function showBars() {
    const scale = createScale(0, 2000, sample.clientWidth);
    const panel = new Panel({ ...job(1), executor: 'threads', workers: Math.min(16, cores), inputs: [1] }, () => {
      if (!panel.element.isConnected) return;
      panel.draw(scale, { startupMs: 0, warmupMs: 0 }, Infinity, null);
      if (panel.course.isRunning) panel.redraw();
    });
    panel.resize(SAMPLE_LANE_PX);
    sample.replaceChildren(panel.element);
    const place = { series: 0, repeat: 1 };
    panel.course.handle({ type: 'repeat', ...place });
    panel.redraw();
    return () => {
      panel.course.handle({ type: 'started-repeat', ...place });
      panel.course.lanes.forEach((_, lane) => panel.course.handle({ type: 'started', index: lane, lane, atMs: 0, ...place }));
      panel.redraw();
    };
  }

  function enable() {
    button.disabled = !possible || examining || !LOAD;
  }

  /** @template T
   * @param {() => Promise<T>} work
   * @param {boolean} drawing */
  async function measure(work, drawing) {
    const { signal } = ending;
    sample.replaceChildren();
    const grow = drawing ? showBars() : () => {};
    await pace.pause();
    // From then on the pace is that of the run which ended this.
    signal.throwIfAborted();
    pace.measure();
    grow();
    try {
      return await work();
    } finally {
      if (!signal.aborted) pace.rest();
    }
  }

  /** @param {Finding} finding */
  function show({ itself, drawn, atOnce }) {
    found = Math.max(1, Math.round(atOnce));
    const rows = [
      ['Drawing a long repeat', off(drawn), 'What it takes from the computing: runs by turns, with bars that grow and in the dark.'],
      ['The loop beside itself', off(itself), 'The same work twice, next to each other: differences as small as this are noise.'],
      [
        'Loops that run at once',
        atOnce.toFixed(1),
        found > cores
          ? `The browser says ${cores}, and more really run. More workers compute faster here than it lets pages know.`
          : found < cores
            ? `The browser says ${cores}; others use this machine as well, or its cores share something.`
            : `As many as the browser says, ${cores}.`,
      ],
    ];
    body.replaceChildren(
      ...rows.map(([name, value, remedy]) =>
        make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value), make('td', {}, remedy)),
      ),
    );
    byId('instrument-table', HTMLElement).hidden = false;
    offer.hidden = found <= cores;
    offer.textContent = `Use ${Math.min(64, found)} workers`;
  }

  button.addEventListener('click', async () => {
    ending = new AbortController();
    const { signal } = ending;
    examining = true;
    enable();
    say('Examining; that takes about ten seconds.');
    try {
      show(
        await examine({
          cores, jobOf: job, measure, signal,
          tell: (share) => say(`Examining: ${percent(share)} done.`),
        }),
      );
      say('Examined.');
    } catch (cause) {
      say(`Not examined: ${cause instanceof Error ? cause.message : cause}.`);
    } finally {
      sample.replaceChildren();
      if (!signal.aborted) pace.end();
      examining = false;
      enable();
    }
  });
  offer.addEventListener('click', () => useWorkers(Math.min(64, found)));

  return {
    /** Something else is to be measured. */
    end: () => ending.abort(new Error('it was ended')),
    /** @param {boolean} may */
    enable(may) {
      possible = may;
      enable();
    },
  };
}

/** How far from one, both ways.
 * @param {Ratio} ratio */
function off({ value, low, high }) {
  const share = /** @param {number} ratio */ (ratio) => `${((ratio - 1) * 100).toFixed(1).replace('-', '−')}%`;
  return low === null || high === null ? share(value) : `${share(value)} (${share(low)} to ${share(high)})`;
}
