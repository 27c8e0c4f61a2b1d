// Errors of the page's own code: one that nothing caught ends the run, any other is a warning.

import { messageOf, onError } from '../platform/errors.js';
import { describeError } from '../words/page-errors.js';

/** @param {import('../run/controller.js').Controller} controller
 * @param {import('../views/messages.js').Messages} messages */
export function watchErrors(controller, messages) {
  /** Each is said once: what throws at one event may do so at the next. @type {Set<string>} */
  const said = new Set();
  onError((cause, place) => {
    if (place === null && controller.fail(cause)) return;
    const text = describeError(messageOf(cause), place);
    if (text === null || said.has(text)) return;
    said.add(text);
    messages.warn([{ code: place ?? 'error', text }]);
  });
}
