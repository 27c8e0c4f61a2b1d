// Coordinators that are made ready before a run, with workers and a host that are played here.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { faultOf } from '../../www/platform/faults.js';
import { host, reset, workers } from './fake-workers.js';

/** Each test has modules of its own. */
let fresh = 0;
const load = async (file) => import(`../../www/run/${file}?${fresh}`);

beforeEach(() => {
  reset();
  fresh += 1;
});

test('a run takes the spare that is there, and is told what it cost', async () => {
  const { keepSpare, takeCoordinator } = await load('spares.js');
  keepSpare('plain');
  keepSpare('plain');
  const [only, ...others] = workers;
  await only.isTold('prepare');
  only.say({ type: 'loaded' });
  const { worker, prepaidMs, module } = takeCoordinator('plain');
  assert.deepEqual([others.length, only.told, worker === only, prepaidMs > 0], [0, ['prepare'], true, true]);
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
  workers[0].break();
  keepSpare('plain');
  assert.deepEqual(workers.map(({ ended }) => ended), [true]);
  takeCoordinator('plain');
  keepSpare('plain');
  assert.equal(workers.length, 3);
});

test('where no worker can be started, no spare is kept, and none is tried again until a run has tried', async () => {
  const { keepSpare } = await load('spares.js');
  let tries = 0;
  host.mayStart = () => {
    tries += 1;
    throw new Error('forbidden');
  };
  for (let times = 0; times < 2; times += 1) keepSpare('threads');
  assert.equal(tries, 1);
});

test('spares end with the page that they were made for', async () => {
  const { endSpares, keepSpare } = await load('spares.js');
  for (const flavour of ['plain', 'threads']) keepSpare(flavour);
  endSpares();
  keepSpare('plain');
  assert.deepEqual(workers.map(({ ended }) => ended), [true, true, false]);
});

test('a module that could not be loaded names its file, and the next run asks for it again', async () => {
  const { compiled } = await load('modules.js');
  const { answer } = host;
  host.answer = async () => new Response('gone', { status: 404 });
  await assert.rejects(compiled('plain'), ({ fault }) => fault.code === 'module-status' && fault.status === 404 && fault.file.endsWith('/plain/easy_concurrency_bg.wasm'));
  host.answer = answer;
  assert.ok((await compiled('plain')) instanceof WebAssembly.Module);
});

test('a module that doesn’t come within half a minute is given up, and the next run asks for it again', async () => {
  const { compiled } = await load('modules.js');
  const { answer } = host;
  mock.timers.enable({ apis: ['setTimeout'] });
  const starts = new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([0])) }));
  for (const silence of [() => new Promise(() => {}), async () => starts]) {
    host.answer = silence;
    const refused = assert.rejects(compiled('plain'), ({ fault: { code, limitMs } }) => code === 'module-late' && limitMs === 30_000);
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(30_000);
    await refused;
  }
  mock.timers.reset();
  host.answer = answer;
  assert.ok((await compiled('plain')) instanceof WebAssembly.Module);
});

test('memory that runs out while a module is compiled is told as memory', async () => {
  const { compiled } = await load('modules.js');
  host.answer = async () => Promise.reject(new RangeError('WebAssembly.compile(): Out of memory: cannot allocate Wasm memory'));
  await assert.rejects(compiled('plain'), (cause) => faultOf(cause).code === 'out-of-memory');
});
