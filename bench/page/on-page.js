// Loaded into the built page itself: presses Run there, with everything shown or with the views hidden, and lets the same work
// be done while the page does nothing.

import { bare, end, repeat, start } from './arena.js';

const form = document.getElementById('setup');
const root = document.documentElement;

/** Nobody presses again sooner. */
const LOOKED_AT_MS = 500;

/** The page is as tall with its views hidden, so that no arm scrolls it: WebKitGTK fades its scrollbar in and out for seconds after, and
 * composes the page in each frame of that. */
const tall = new CSSStyleSheet();
tall.replaceSync('html { min-height: 20000px }');
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
  document.adoptedStyleSheets = visible ? [tall] : [tall, hiding];
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
  const [record] = await over('run');
  return record;
}

/** Presses a button, and gives what was recorded until all was over. */
async function over(button) {
  const before = window.runs.length;
  const ended = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (['running', 'loading'].includes(root.dataset.state)) return;
      observer.disconnect();
      resolve();
    }).observe(root, { attributes: true, attributeFilter: ['data-state'] });
  });
  document.getElementById(button).click();
  await ended;
  if (root.dataset.state !== 'done' || window.runs.length === before) throw new Error(`the run ended as ${root.dataset.state}`);
  return window.runs.slice(before);
}

/** What one press of Compare takes until all is over, and until every lane has a bar, in milliseconds. */
async function compare() {
  const begin = performance.now();
  let lanesMs = NaN;
  const look = () => {
    const times = [...document.querySelectorAll('.panel-time')];
    if (Number.isNaN(lanesMs) && times.length > 1 && times.every(({ textContent }) => textContent !== '')) lanesMs = performance.now() - begin;
  };
  const watch = new MutationObserver(look);
  watch.observe(document.getElementById('panels'), { subtree: true, childList: true, characterData: true });
  await over('compare');
  watch.disconnect();
  return [performance.now() - begin, lanesMs];
}

/** The loop's median time, among the workers of all other executors. */
async function loopAmongOthers() {
  await show(true);
  const records = await over('compare');
  return median(records.find(({ executor }) => executor === 'loop').timesMs);
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

window.onPage = { choose, press, startUp, compare, loopAmongOthers, alone, bare };
