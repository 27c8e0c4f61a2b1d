// @ts-check
/**
 * The entry of every coordinator, every isolated worker and every thread. It loads the flavour of the wasm module that the
 * job needs, and hands messages on; what is posted back, and when, is decided in src/run.rs.
 *
 * @typedef {import('./protocol.js').ToWorker} ToWorker
 * @typedef {import('./protocol.js').ThreadInit} ThreadInit
 */

/** @type {any} The run of a coordinator, or the task of an isolated worker. */
let work;

/** @param {ToWorker} message */
async function handle(message) {
  switch (message.type) {
    case 'start': {
      threads = message.threads;
      const flavour = threads.length > 0 ? 'threads' : 'plain';
      const [{ default: init, Run }, module] = await Promise.all([load(flavour), compile(flavour)]);
      await init({ module_or_path: module });
      self.postMessage([{ type: 'loaded' }]);
      work = await Run.start({ ...message.job, folder: new URL('pictures/', import.meta.url).href });
      break;
    }
    case 'repeat':
      await work.repeat();
      break;
    case 'serve': {
      // What this worker is told and tells takes this way from now on, not that from and to the page.
      toCoordinator = message.port;
      toCoordinator.onmessage = take;
      self.postMessage = toCoordinator.postMessage.bind(toCoordinator);
      const { default: init, IsolatedWorker } = await load('plain');
      await init({ module_or_path: message.module });
      work = new IsolatedWorker(message.job);
      break;
    }
    case 'input':
      await work.run(message.index, message.value, message.originMs);
      break;
    case 'thread': {
      const module = await load('threads');
      message.port.onmessage = ({ data }) => {
        runThread(message.port, module, data).catch((cause) => {
          message.port.postMessage({ type: 'broke', error: String(cause) });
        });
      };
    }
  }
}

/** The ways to the threads of a coordinator's pool. @type {MessagePort[]} */
let threads = [];

/** Far above what a message takes from a thread to its coordinator, which tells a panic. */
const PANIC_IS_TOLD_WITHIN_MS = 200;

/** What the script that makes the pool asks for: xtask has it take threads that are started. */
function takeThread() {
  const port = threads.pop();
  if (!port) throw new Error('there are fewer threads than workers');
  port.addEventListener('message', ({ data }) => {
    // A thread that panics traps too, which is heard at once and tells nothing more.
    if (data.type === 'broke') setTimeout(fail, PANIC_IS_TOLD_WITHIN_MS, data.error);
  });
  port.start();
  return port;
}
Object.assign(self, { takeThread });

/**
 * Runs as a thread of the pool, which never returns.
 * @param {MessagePort} port
 * @param {any} module
 * @param {ThreadInit} init
 */
async function runThread(port, { default: init, wbg_rayon_start_worker: run }, { module, memory, receiver }) {
  await init({ module_or_path: module, memory });
  port.postMessage({ type: 'wasm_bindgen_worker_ready' });
  run(receiver);
}

/** A file of the page's own that could not be loaded. The page finds out whether it is gone. */
class Unloaded extends Error {
  /** @param {string} file its address
   * @param {unknown} cause */
  constructor(file, cause) {
    super(`${file} could not be loaded (${cause instanceof Error ? cause.message : cause})`);
    this.file = file;
  }
}

/** @param {string} flavour
 * @returns {Promise<any>} */
function load(flavour) {
  const file = new URL(`./${flavour}/easy_concurrency.js`, import.meta.url).href;
  return import(file).catch((cause) => Promise.reject(new Unloaded(file, cause)));
}

/** Compiles a module while it arrives where the host says that it is one, else from its bytes: many hosts don't know the type.
 * @param {string} flavour */
async function compile(flavour) {
  const file = new URL(`./${flavour}/easy_concurrency_bg.wasm`, import.meta.url).href;
  try {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
    const says = answer.headers.get('content-type') ?? '';
    if (/^application\/wasm$/i.test(says.trim())) return await WebAssembly.compileStreaming(answer);
    const bytes = await answer.arrayBuffer();
    if (!isModule(bytes)) throw new Error(`the host sent something else (${says})`);
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw OUT_OF_MEMORY.test(String(cause)) ? cause : new Unloaded(file, cause);
  }
}

/** Whether they begin as every module of wasm does: a zero byte, then `asm`.
 * @param {ArrayBuffer} bytes */
const isModule = (bytes) => String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))) === '\0asm';

/** Set in an isolated worker: the way to its coordinator. @type {MessagePort | undefined} */
let toCoordinator;

/** Each engine has words of its own for memory that can't be had. A module that gets none traps without any; a panic traps
 * too, but has told its message by then. */
const OUT_OF_MEMORY = /out of memory|allocate .*memory|unreachable/i;

/** @param {unknown} cause */
function inWords(cause) {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (!OUT_OF_MEMORY.test(message)) return message;
  return `memory ran out (${message}). Choose fewer workers or fewer and smaller pictures, or close other tabs.`;
}

/** @param {unknown} cause */
function fail(cause) {
  // Nothing is heard after a fault. Where this worker's own module is broken, what it has not told is lost.
  try {
    work?.show?.();
  } catch {
    // It is told below what happened.
  }
  const file = cause instanceof Unloaded ? cause.file : null;
  self.postMessage([{ type: 'fault', message: inWords(cause), file }]);
  // Another one takes its place. A coordinator is ended by the page.
  if (toCoordinator) self.close();
}

// One message after the other: an input may arrive before the module is there.
let last = Promise.resolve();

/** @param {MessageEvent<ToWorker>} event */
function take({ data }) {
  last = last.then(() => handle(data)).catch(fail);
}

self.onmessage = take;

// What nothing caught is told like any other fault, to whom it concerns: an isolated worker's to its coordinator.
self.onerror = (message) => {
  fail(message);
  return true;
};
self.onunhandledrejection = (event) => {
  event.preventDefault();
  fail(event.reason);
};
