// Loaded into the built page itself: presses Run there, with everything shown or with the views hidden, and lets the same work
// be done while the page does nothing.

import { bare, end, repeat, start } from './arena.js';

const form = document.getElementById('setup');
const root = document.documentElement;

/** Nobody presses again sooner. */
const LOOKED_AT_MS = 500;

const hiding = new CSSStyleSheet();
hiding.replaceSync('#stage, main > section { display: none !important }');

/** Fills the form in, as a person does. */
function choose(fields) {
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Shows or hides the views, the run's own in the window, and waits until that has been drawn. */
async function show(visible) {
  document.adoptedStyleSheets = visible ? [] : [hiding];
  if (visible) document.querySelector('.progress-line').scrollIntoView();
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
}

/** The median time of the repeats of one press of Run. */
async function press(visible) {
  await show(visible);
  return median((await run()).timesMs);
}

/** What one press of Run waits for until its executor is ready, and what that cost, with what was prepaid. It comes as that of a
 * person does, who looks at the last run before. */
async function startUp() {
  await show(true);
  await new Promise((resolve) => setTimeout(resolve, LOOKED_AT_MS));
  const { startupMs, prepaidMs } = await run();
  return [startupMs - prepaidMs, startupMs];
}

/** Presses Run, and gives what that recorded. */
async function run() {
  const before = window.runs.length;
  const over = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (['running', 'loading'].includes(root.dataset.state)) return;
      observer.disconnect();
      resolve();
    }).observe(root, { attributes: true, attributeFilter: ['data-state'] });
  });
  document.getElementById('run').click();
  await over;
  if (root.dataset.state !== 'done' || window.runs.length !== before + 1) throw new Error(`the run ended as ${root.dataset.state}`);
  return window.runs.at(-1);
}

/** The same for a coordinator of its own, of which the page knows nothing. */
async function alone(job, threads, repeats) {
  await show(false);
  await start('alone', job, threads);
  const timesMs = [];
  while (timesMs.length < repeats) {
    const [{ timeMs }] = await repeat(['alone']);
    timesMs.push(timeMs);
  }
  end('alone');
  return median(timesMs);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

window.onPage = { choose, press, startUp, alone, bare };
