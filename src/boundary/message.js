// @ts-check
// The messages to the page, and between the coordinator and its isolated workers, as plain objects. Their fields are
// explained in message.rs.

export const picture = (bytes, type, note) => (note === undefined ? { bytes, type } : { bytes, type, note });

export const note = (picture) => picture.note;

export const ready = (startupMs, flavour) => ({ type: 'ready', startupMs, flavour });

export const warm = (warmupMs) => ({ type: 'warm', warmupMs });

export const started = (index, lane, atMs) => ({ type: 'started', index, lane, atMs });

export const finished = (index, atMs, value, error, blob, span) =>
  ({ type: 'finished', index, atMs, value, error: error ?? null, blob, span });

export const span = (lane, startMs, endMs, waits) => ({ lane, startMs, endMs, waits });

export const wait = (on, startMs, endMs) => ({ for: on, startMs, endMs });

export const leaf = (index, lane, startMs, endMs) => ({ index, lane, startMs, endMs, waits: [] });

export const spans = (spans) => ({ type: 'spans', spans });

export const report = (timeMs, results) => ({ type: 'report', timeMs, results });

export const fault = (message) => ({ type: 'fault', message });

export const startProcess = (job, port) => self.postMessage([{ type: 'start-process', job, port }], [port]);

// To an isolated worker.
export const input = (index, value, originMs) => ({ type: 'input', index, value, originMs });

// What was thrown, in words.
export const describe = (thrown) => String(thrown);

// Messages arrive in batches, in order.
export const post = (messages) => self.postMessage(messages);
