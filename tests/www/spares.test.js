// Coordinators that are made ready before a run, with workers and a host that are played here.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** Those that were started. @type {FakeWorker[]} */
let workers = [];
/** What the host answers. @type {() => Promise<Response>} */
let host;

class FakeWorker extends EventTarget {
  constructor(address, { name }) {
    super();
    Object.assign(this, { address: String(address), name, ended: false, told: [] });
    workers.push(this);
  }

  postMessage(message) {
    this.told.push(message.type);
  }

  terminate() {
    this.ended = true;
  }

  say(type) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: [{ type }] }));
  }
}

Object.assign(globalThis, { Worker: FakeWorker, fetch: () => host() });
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const sound = async () => new Response(EMPTY_MODULE, { headers: { 'content-type': 'application/octet-stream' } });

/** Each test has modules of its own. */
let fresh = 0;
const load = async (file) => import(`../../www/run/${file}?${fresh}`);
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  workers = [];
  host = sound;
  fresh += 1;
});

test('a run takes the spare that is there, and is told what it cost', async () => {
  const { keepSpare, takeCoordinator } = await load('spares.js');
  keepSpare('plain');
  keepSpare('plain');
  assert.equal(workers.length, 1);
  await turn();
  assert.deepEqual(workers[0].told, ['prepare']);
  workers[0].say('loaded');
  const { worker, prepaidMs, module } = takeCoordinator('plain');
  assert.equal(worker, workers[0]);
  assert.ok(prepaidMs > 0);
  assert.ok((await module) instanceof WebAssembly.Module);
});

test('without a spare a run has one of its own, of which nothing is prepaid', async () => {
  const { takeCoordinator } = await load('spares.js');
  const { worker, prepaidMs } = takeCoordinator('threads');
  assert.deepEqual([worker.name, prepaidMs], ['coordinator', 0]);
  assert.match(worker.address, /threads-worker\.js$/);
});

test('a spare that breaks is given up, and none is made ahead until a run has tried', async () => {
  const { keepSpare, takeCoordinator } = await load('spares.js');
  keepSpare('plain');
  workers[0].onerror(new Event('error'));
  assert.ok(workers[0].ended);
  keepSpare('plain');
  assert.equal(workers.length, 1);
  takeCoordinator('plain');
  keepSpare('plain');
  assert.equal(workers.length, 3);
});

test('spares end with the page that they were made for', async () => {
  const { endSpares, keepSpare } = await load('spares.js');
  keepSpare('plain');
  keepSpare('threads');
  endSpares();
  assert.ok(workers.every(({ ended }) => ended));
  keepSpare('plain');
  assert.equal(workers.length, 3);
});

test('a module that could not be loaded names its file, and the next run asks for it again', async () => {
  const { compiled, Unloaded } = await load('modules.js');
  host = async () => new Response('gone', { status: 404 });
  await assert.rejects(compiled('plain'), (cause) => cause instanceof Unloaded && cause.file.endsWith('/plain/easy_concurrency_bg.wasm'));
  await turn();
  host = sound;
  assert.ok((await compiled('plain')) instanceof WebAssembly.Module);
});

test('memory that runs out while a module is compiled is told as memory', async () => {
  const { compiled, Unloaded } = await load('modules.js');
  host = async () => Promise.reject(new RangeError('WebAssembly.compile(): Out of memory: cannot allocate Wasm memory'));
  await assert.rejects(compiled('plain'), (cause) => !(cause instanceof Unloaded) && /^memory ran out .* Choose fewer workers/.test(cause.message));
});
