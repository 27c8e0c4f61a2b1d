// @ts-check
// The messages to the page, and between the coordinator and its isolated workers, as plain objects. Their fields are
// explained in message.rs, their shapes are declared in www/types/.

/** @import {FromCoordinator, ToWorker} from '../../www/types/protocol.js' */
/** @import {Bar, Fault, Flavour, Job, Message, Value, Wait} from '../../www/types/shapes.js' */

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
 * @param {Value} value
 * @param {Blob | null} blob
 * @param {Bar | null} span
 * @returns {Of<'finished'>} */
export const succeeded = (index, atMs, value, blob, span) => ({ type: 'finished', index, atMs, value, fault: null, blob, span });

/** @param {number} index
 * @param {number} atMs
 * @param {Fault} fault
 * @param {Bar | null} span
 * @returns {Of<'finished'>} */
export const failed = (index, atMs, fault, span) => ({ type: 'finished', index, atMs, value: null, fault, blob: null, span });

/** A fault whose parts are yet to be added. That each code has words is tested.
 * @param {string} code
 * @returns {{[part: string]: unknown}} */
export const fault = (code) => ({ code });

/** @param {{[part: string]: unknown}} fault
 * @param {string} name
 * @param {unknown} part */
export const add = (fault, name, part) => {
  fault[name] = part;
};

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
 * @param {number} [sharedTotal]
 * @returns {Of<'report'>} */
export const report = (timeMs, results, sharedTotal) => ({ type: 'report', timeMs, results, sharedTotal });

/** @param {string} json */
export const relayed = (json) => JSON.parse(json);

/** @param {Of<'finished'>} finished */
export const faultOf = ({ fault }) => (fault === null ? undefined : JSON.stringify(fault));

/** @param {Of<'fault'>} message */
export const died = ({ fault }) => JSON.stringify({ code: 'worker-died', fault });

/** @param {string} cause
 * @returns {Of<'fault'>} */
export const panicked = (cause) => ({ type: 'fault', fault: { code: 'panicked', cause } });

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

/** What was thrown, in its own words.
 * @param {unknown} thrown */
export const describe = (thrown) => String(thrown);

/** Messages arrive in batches, in order.
 * @param {FromCoordinator[]} messages */
export const post = (messages) => self.postMessage(messages);
