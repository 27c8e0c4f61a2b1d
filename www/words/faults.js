// Why something went wrong, in words: one entry for each code of a fault.

import { nameInput } from '../settings/tasks.js';

/** @import {Fault, RunRecord, TaskName} from '../types/shapes.js' */

const seconds = /** @param {number} ms */ (ms) => `${Math.ceil(ms / 1000)} s`;

/** Each continues a sentence, such as “threads broke off: …”.
 * @type {{[Code in Fault['code']]: (fault: Extract<Fault, {code: Code}>) => string}} */
export const FAULTS = {
  // Of pictures: src/task/pictures/error.rs.
  'no-answer': ({ url, cause }) => `no answer from ${url}: ${cause}`,
  'error-status': ({ url, status, text }) => `${url} answered ${status}${text && `: ${text}`}`,
  'rate-limited': ({ url, status, retryAfterMs }) =>
    `${url} answered ${status}: rate limited${retryAfterMs === undefined ? '' : `, to be retried after ${seconds(retryAfterMs)}`}`,
  'backed-off': ({ url, retryAfterMs }) => `${url} was not asked for: its server is rate limited for another ${seconds(retryAfterMs)}`,
  'timed-out': ({ url, limitMs }) => `${url} took longer than ${limitMs} ms`,
  'broke-off': ({ url, cause }) => `the answer from ${url} broke off: ${cause}`,
  'too-short': ({ url }) => `the answer from ${url} broke off: it is shorter than announced`,
  'not-a-picture': ({ url, mediaType }) => `${url} answered with something that is no picture (${mediaType})`,
  'empty-answer': ({ url }) => `${url} answered with nothing`,
  'nothing-came': () => 'nothing came',
  'not-shown': () => 'what came is not a picture that this browser can show',
  lost: () => 'lost by the simulated network',

  // Of other tasks, and of executors.
  'task-failed': ({ cause }) => cause,
  panicked: ({ cause }) => cause,
  thrown: ({ cause }) => cause,
  'out-of-memory': ({ cause }) =>
    `memory ran out (${cause}). Choose fewer workers or less work, or close other tabs.`,
  'no-room-for-stacks': () => 'memory ran out: there is no room for the threads’ stacks. Choose fewer workers.',
  'threads-not-started': ({ cause }) => `the threads could not be started: ${cause}`,
  'worker-not-started': ({ cause }) => `the worker could not be started: ${cause}`,
  'worker-died': ({ fault }) => `the worker died: ${describeFault(fault)}`,
  'no-such-task': ({ name }) => `there is no task ${name}`,
  'no-such-executor': ({ name }) => `this module has no executor ${name}`,
  'not-splittable': () => 'this task can’t be split',
  'needs-browser': () => 'this needs a browser',

  // Of workers, as the page sees them.
  'not-ready': ({ executor, limitMs }) =>
    `${executor} was not ready within ${limitMs / 1000} seconds: a worker did not start, perhaps for want of memory. Try again, or choose fewer workers.`,
  'script-late': ({ file, limitMs }) =>
    `${file}, which workers run, did not load within ${limitMs / 1000} seconds. The host or the connection may be slow, or an extension may block it: try again, or in a private window.`,
  'no-worker': ({ cause }) =>
    `the browser let the page start no worker, or no more (${cause}). An extension or a frame’s sandbox may forbid that: try a private window, a tab of the page’s own, or fewer workers.`,
  'message-unreadable': () => 'a message from a worker could not be read',
  'worker-broke': ({ cause }) => `a worker broke: ${cause}`,
  'script-not-loaded': () => 'a worker’s script could not be loaded',
  'module-not-loaded': ({ file, cause }) => `${file} could not be loaded (${cause})`,
  'module-late': ({ file, limitMs }) =>
    `${file} did not come within ${limitMs / 1000} seconds. The host or the connection may be slow, or an extension may block it: try again, or in a private window.`,
  'module-status': ({ file, status }) => `${file} could not be loaded (the host answered ${status})`,
  'module-type': ({ file, type }) => `${file} could not be loaded (the host sent something else: ${type})`,

  // Of a run.
  unfinished: ({ fault }) => `not finished, because ${describeFault(fault)}`,
  'page-broke': ({ cause }) => `the page itself broke: ${cause}`,
  ended: () => 'it was ended',
};

/** @param {Fault} fault */
export const describeFault = (fault) => /** @type {(fault: Fault) => string} */ (FAULTS[fault.code])(fault);

/** Why an input has no result, with its name.
 * @param {TaskName} task
 * @param {number} input
 * @param {Fault} fault */
export const describeFailure = (task, input, fault) => `${nameInput(task, input)}: ${describeFault(fault)}`;

/** A record as it leaves the page: each failure says in words what it was.
 * @param {RunRecord} record
 * @returns {RunRecord} */
export function inWords(record) {
  return { ...record, failures: record.failures.map((failure) => ({ ...failure, error: describeFault(failure.fault) })) };
}
