// The page's own thread. It must not block, and browsers throw where it would wait for another thread: so it runs no wasm.

const [threads, fieldset, stop, output] = ['#threads', 'fieldset', '#stop', 'output'].map((one) => document.querySelector(one));

/** The coordinator; where threads report panics; and the byte in their memory that stops them, once it is known. */
let worker, panics, stopFlag;

function show(state, text = '') {
  document.documentElement.dataset.state = state;
  output.value = text;
  fieldset.disabled = state === 'running';
  stop.disabled = state !== 'running';
}

/** Starts the coordinator, which starts the threads. */
function start() {
  // Under a name that no other tab uses.
  panics = new BroadcastChannel(crypto.randomUUID());
  panics.onmessage = ({ data }) => end('failed', data);
  worker = new Worker('worker.js', { type: 'module', name: panics.name });
  // Without a message where its script can't be loaded.
  worker.onerror = ({ message }) => end('failed', message ?? 'worker.js can’t be loaded');
  worker.onmessage = ({ data: { ready, result, error } }) => {
    if (error) return end('failed', error);
    if (!ready) return result === undefined ? show('cancelled', 'Stopped') : show('done', `${result} primes`);
    stopFlag = new Uint8Array(ready.memory, ready.flag, 1);
    threads.textContent = `${ready.threads} threads share one ${ready.memory.constructor.name}`;
  };
}

/** Ends the coordinator and its threads, whatever they are doing. */
function end(state, text) {
  worker.terminate();
  panics.close();
  worker = stopFlag = undefined;
  show(state, text);
}

fieldset.addEventListener('click', ({ target: { dataset } }) => {
  if (!dataset.work) return;
  if (!worker) start();
  if (stopFlag) Atomics.store(stopFlag, 0, 0);
  show('running', 'Running');
  worker.postMessage({ ...dataset });
});

// While the coordinator waits for its threads, it takes no message. They see what is written to their memory.
stop.addEventListener('click', () => (stopFlag ? Atomics.store(stopFlag, 0, 1) : end('cancelled', 'Stopped')));

const obstacle = await isolation;
if (obstacle) {
  output.value = `No threads: ${obstacle}.`;
  document.documentElement.dataset.state = 'unavailable';
} else {
  start();
  show('ready');
}
