// Opens the page: shows what its address says, and goes on with what a reload interrupted.

import { putIntoAddress } from '../platform/address.js';
import { byId } from '../platform/dom.js';
import { resumedAction, wasAskedForHere } from '../platform/isolation.js';
import { isFramed, whenSeen } from '../platform/seen.js';
import { MARK, mendLink } from '../settings/link.js';
import { parse } from '../settings/parameters.js';
import { needsClick } from '../settings/too-much.js';
import { mode } from '../views/set-up.js';
import { describeTooMuch, describeWarning } from '../words/set-up.js';

/** @import {Controller} from '../run/controller.js' */
/** @import {Action} from '../settings/actions.js' */

/** Actions that a reload may interrupt. */
const RESUMED = ['run', 'compare', 'javascript', 'embed'];

/**
 * @typedef {object} Parts
 * @property {number} cores
 * @property {Controller} controller
 * @property {import('./presses.js').Presses} presses
 * @property {import('./load-further.js').FurtherLoader} loader
 * @property {import('../views/set-up.js').SetUp} setUp
 * @property {import('../views/path.js').Path} path
 * @property {import('../views/messages.js').Messages} messages */

/** Opens the page, and again what a link brings that is opened in the same tab.
 * @param {Parts} parts */
export async function open(parts) {
  const { controller, loader } = parts;
  window.addEventListener('hashchange', () => {
    if (!mendLink(location).hash.startsWith(MARK)) return;
    parts.messages.clearWarnings();
    void show(parts, '');
  });
  const resumed = resumedAction() ?? '';
  const mayStart = await show(parts, resumed);
  // Does nothing if something has been started.
  controller.settle();
  if (mayStart && resumed === 'sweep') (await loader.load())?.goOnWithSpeedup();
}

/** Shows the set-up and the results that the address brings, and starts what it asks for.
 * @param {Parts} parts
 * @param {string} resumed what a reload interrupted
 * @returns {Promise<boolean>} whether a link may start that much */
async function show({ cores, controller, presses, loader, setUp, path, messages }, resumed) {
  const { search, hash } = mendLink(location);
  if (search !== location.search || hash !== location.hash) putIntoAddress(`${location.pathname}${search}${hash}`);
  const { setup, run, warnings } = parse(search, cores, document.documentElement.lang);
  setUp.open(setup, search);
  const isLesson = path.lessonOf(resumed) !== null;
  const isEmbed = mode() === 'embed';
  const button = byId(isEmbed ? 'embed-start' : 'run', HTMLElement).textContent ?? '';
  // A question has a set-up of its own, and what was asked for before the reload has been allowed or pressed.
  const click = (run || resumed) && !isLesson && !(resumed && wasAskedForHere()) ? needsClick(setup, isEmbed ? 2 : 1) : null;
  messages.warn([
    ...warnings.map((warning) => ({ code: warning.code, text: describeWarning(warning) })),
    ...(click ? [{ code: 'too-much', text: describeTooMuch(click, button) }] : []),
  ]);
  if (hash.startsWith(MARK)) (await loader.load(() => Promise.resolve()))?.showResults(hash);
  if (!click && (isLesson || RESUMED.includes(resumed))) presses.act(/** @type {Action} */ (resumed));
  else if (!click && run && resumed !== 'sweep') startWhenSeen(controller, () => presses.act(isEmbed ? 'embed' : 'run'));
  return click === null;
}

/** Starts the run that the address asks for: in a tab at once, in a frame when it is seen, unless something was pressed before.
 * @param {Controller} controller
 * @param {() => void} start */
function startWhenSeen(controller, start) {
  if (!isFramed()) return start();
  const { state } = controller;
  whenSeen().then(() => [state, 'ready'].includes(controller.state) && start());
}
