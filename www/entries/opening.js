// Opens the page: shows what its address says, and goes on with what a reload interrupted.

import { readResults } from '../export/permalink.js';
import { resumedAction } from '../platform/isolation.js';
import { needsClick, parse } from '../settings/parameters.js';
import { mode } from '../views/set-up.js';
import { describeFriend } from '../words/friend.js';
import { describeTooMuch, describeWarning } from '../words/set-up.js';

/** @import {Controller} from '../run/controller.js' */
/** @import {Action} from '../settings/actions.js' */

/** Actions that a reload may interrupt. `run` is not among them: it is in the address. */
const RESUMED = ['compare', 'javascript', 'embed'];

/** Shows the set-up and the results that the address brings, and starts what it asks for.
 * @param {object} parts
 * @param {number} parts.cores
 * @param {Controller} parts.controller
 * @param {import('./presses.js').Presses} parts.presses
 * @param {import('./load-further.js').FurtherLoader} parts.loader
 * @param {import('../views/set-up.js').SetUp} parts.setUp
 * @param {import('../views/path.js').Path} parts.path
 * @param {import('../views/times.js').Times} parts.times
 * @param {import('../views/comparison.js').Comparison} parts.comparison
 * @param {import('../views/messages.js').Messages} parts.messages */
export async function open({ cores, controller, presses, loader, setUp, path, times, comparison, messages }) {
  const { setup, run, warnings } = parse(location.search, cores);
  setUp.open(setup);
  const { friend, problem } = readResults(location.hash);
  if (friend) {
    comparison.compareWith(friend);
    times.say(describeFriend(friend));
  }
  const resumed = resumedAction() ?? '';
  const isLesson = path.lessonOf(resumed) !== null;
  // A question has a set-up of its own.
  const click = (run || resumed) && !isLesson ? needsClick(setup) : null;
  messages.warn([
    ...warnings.map((warning) => ({ code: warning.code, text: describeWarning(warning) })),
    ...(problem ? [{ code: 'results', text: problem }] : []),
    ...(click ? [{ code: 'too-much', text: describeTooMuch(click, mode() === 'embed' ? 'Start' : 'Run') }] : []),
  ]);

  if (!click && (isLesson || RESUMED.includes(resumed))) presses.act(/** @type {Action} */ (resumed));
  else if (!click && run && resumed !== 'sweep') presses.act(mode() === 'embed' ? 'embed' : 'run');
  // Does nothing if something has been started.
  controller.settle();
  if (!click && resumed === 'sweep') (await loader.load())?.measureSpeedup();
}
