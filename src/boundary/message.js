// @ts-check
// The messages to the page, and between the coordinator and its isolated workers, as plain objects. Their fields are
// explained in message.rs, their shapes are declared in www/types/.

/** @import {FromCoordinator, ToWorker} from '../../www/types/protocol.js' */
/** @import {Bar, Flavour, Job, Message, Value, Wait} from '../../www/types/shapes.js' */

/** @template {string} Type
 * @typedef {Extract<Message, {type: Type}>} Of a message of this type */

/** @param {number} bytes
 * @param {string} type
 * @param {string} [note]
 * @returns {Value} */
export const picture = (bytes, type, note) => (note === undefined ? { bytes, type } : { bytes, type, note });

/** @param {Exclude<Value, number>} picture */
export const note = (picture) => picture.note;

/** @param {Flavour} flavour
 * @returns {Extract<FromCoordinator, {type: 'ready'}>} */
export const ready = (flavour) => ({ type: 'ready', flavour });

/** @param {number} warmupMs
 * @returns {Of<'warm'>} */
export const warm = (warmupMs) => ({ type: 'warm', warmupMs });

/** @param {number} index
 * @param {number} lane
 * @param {number} atMs
 * @returns {Of<'started'>} */
export const started = (index, lane, atMs) => ({ type: 'started', index, lane, atMs });

/** @param {number} index
 * @param {number} atMs
 * @param {Value | null} value
 * @param {string | undefined} error
 * @param {Blob | null} blob
 * @param {Bar | null} span
 * @returns {Of<'finished'>} */
export const finished = (index, atMs, value, error, blob, span) =>
  ({ type: 'finished', index, atMs, value, error: error ?? null, blob, span });

/** @param {number} lane
 * @param {number} startMs
 * @param {number} endMs
 * @param {Wait[]} waits
 * @returns {Bar} */
export const span = (lane, startMs, endMs, waits) => ({ lane, startMs, endMs, waits });

/** @param {Wait['for']} on
 * @param {number} startMs
 * @param {number} endMs
 * @returns {Wait} */
export const wait = (on, startMs, endMs) => ({ for: on, startMs, endMs });

/** @param {number} index
 * @param {number} lane
 * @param {number} startMs
 * @param {number} endMs
 * @returns {Of<'spans'>['spans'][number]} */
export const leaf = (index, lane, startMs, endMs) => ({ index, lane, startMs, endMs, waits: [] });

/** @param {Of<'spans'>['spans']} spans
 * @returns {Of<'spans'>} */
export const spans = (spans) => ({ type: 'spans', spans });

/** @param {number} timeMs
 * @param {(Value | null)[]} results
 * @returns {Of<'report'>} */
export const report = (timeMs, results) => ({ type: 'report', timeMs, results });

/** @param {string} message
 * @returns {Of<'fault'>} */
export const fault = (message) => ({ type: 'fault', message });

/** The type check takes this worker for a window.
 * @param {Job} job
 * @param {MessagePort} port */
export const startProcess = (job, port) =>
  /** @type {Pick<Worker, 'postMessage'>} */ (/** @type {unknown} */ (self)).postMessage(
    /** @satisfies {FromCoordinator[]} */ ([{ type: 'start-process', job, port }]),
    [port],
  );

/** To an isolated worker.
 * @param {number} index
 * @param {number} value
 * @param {number} originMs
 * @returns {Extract<ToWorker, {type: 'input'}>} */
export const input = (index, value, originMs) => ({ type: 'input', index, value, originMs });

/** What was thrown, in words.
 * @param {unknown} thrown */
export const describe = (thrown) => String(thrown);

/** Messages arrive in batches, in order.
 * @param {FromCoordinator[]} messages */
export const post = (messages) => self.postMessage(messages);
