// Arms that take turns: each is a coordinator of the built site, driven by its own protocol, with nothing else on the page.

/** The scripts of the site, wherever this version of it lies. */
const folder = new URL('../', import.meta.url);
const site = await fetch(new URL('index.html', folder)).then((answer) => answer.text()).then((text) => {
  const page = new DOMParser().parseFromString(text, 'text/html');
  return new URL(page.querySelector('script[type=module][src]').getAttribute('src'), folder);
});
/** What has a script of its own; all others run in the worker of a flavour. */
const SCRIPTS = {
  javascript: new URL('javascript-worker.js', site),
  'promise-all': new URL('promise-all.js', import.meta.url),
};

const compile = async (flavour) => WebAssembly.compileStreaming(fetch(new URL(`../${flavour}/easy_concurrency_bg.wasm`, site)));
const modules = { plain: await compile('plain'), threads: await compile('threads') };

const now = () => performance.timeOrigin + performance.now();

const arms = new Map();

/** Starts an arm with a pool of so many threads. One that is called first gets a module that no other has run. */
export async function start(name, job, count) {
  const flavour = count > 0 ? 'threads' : 'plain';
  const script = new URL(`${flavour}-worker.js`, site);
  const module = name === 'first' ? await compile(flavour) : modules[flavour];
  const worker = new Worker(SCRIPTS[job.executor] ?? script, { type: 'module', name });
  const arm = { worker, script, pool: [], settle: null, slowestMs: 0 };
  arms.set(name, arm);
  return new Promise((resolve, reject) => {
    arm.settle = { resolve, reject };
    worker.onerror = (event) => arm.settle.reject(new Error(`${name}: ${event.message}`));
    worker.onmessage = ({ data }) => {
      for (const message of data) {
        if (message.type === 'start-process') startInPool(arm, { ...message, type: 'serve', module });
        if (message.type === 'ready') arm.settle.resolve();
        if (message.type === 'finished' && message.span) {
          arm.slowestMs = Math.max(arm.slowestMs, message.span.endMs - message.span.startMs);
        }
        if (message.type === 'report') arm.settle.resolve(finish(name, arm, message));
        if (message.type === 'fault') arm.settle.reject(new Error(`${name}: ${message.message}`));
      }
    };
    const threads = Array.from({ length: count }, () => startThread(arm));
    worker.postMessage({ type: 'prepare', module });
    if (count > 0) worker.postMessage({ type: 'pool', threads }, threads);
    worker.postMessage({ type: 'start', number: 0, job });
  });
}

function startThread(arm) {
  const { port1, port2 } = new MessageChannel();
  startInPool(arm, { type: 'thread', port: port2 });
  return port1;
}

/** The workers of a pool are the page's, for their coordinator. */
function startInPool(arm, message) {
  const worker = new Worker(arm.script, { type: 'module', name: message.type });
  worker.onerror = (event) => arm.settle.reject(new Error(event.message));
  worker.onmessage = ({ data: [fault] }) => arm.settle.reject(new Error(fault.message));
  worker.postMessage(message, [message.port]);
  arm.pool.push(worker);
}

function finish(name, arm, { timeMs, results }) {
  const missing = results.filter((result) => result === null).length;
  if (missing > 0) throw new Error(`${name} lost ${missing} results`);
  const slowestMs = arm.slowestMs;
  arm.slowestMs = 0;
  return { timeMs, slowestMs };
}

/** No repeat takes longer. */
const LOST_AFTER_MS = 60_000;

/** One repeat of each of these arms, all at the same time. */
export function repeat(names) {
  return Promise.all(
    names.map(
      (name) =>
        new Promise((resolve, reject) => {
          const arm = arms.get(name);
          arm.settle = { resolve, reject };
          arm.worker.postMessage({ type: 'repeat', number: 0 });
          // Besides, WebKitGTK may never hear of the end where nothing else is awaited.
          setTimeout(() => reject(new Error(`${name} does not end`)), LOST_AFTER_MS);
        }),
    ),
  );
}

export function end(name) {
  const arm = arms.get(name);
  for (const worker of arm ? [arm.worker, ...arm.pool] : []) worker.terminate();
  arms.delete(name);
}

/** How long so many workers take, started together, to answer that do nothing else. */
export async function bare(count) {
  const begin = now();
  const workers = Array.from({ length: count }, () => new Worker(new URL('bare.js', import.meta.url), { type: 'module', name: 'bare' }));
  await Promise.all(workers.map((worker) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = resolve;
    worker.postMessage('there?');
  })));
  const tookMs = now() - begin;
  for (const worker of workers) worker.terminate();
  return tookMs;
}

window.arena = { start, repeat, end };
