// A coordinator and its pool, with workers that are played here.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { startCoordinator } from '../../www/run/coordinator.js';
import { jobOf } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';
import { FakeWorker, host, reset, workers } from './fake-workers.js';

const jobFor = (search) => jobOf(parse(search, 2).setup);
const LOOP = jobFor('?n=1');
const THREADS = jobFor('?n=1&executor=threads&workers=3');

/** Starts a coordinator, and keeps what it says; `broke` resolves with its fault. */
function started(job) {
  const heard = [];
  let breaks;
  const broke = new Promise((resolve) => (breaks = resolve));
  const coordinator = startCoordinator(job, (message) => {
    heard.push(message);
    if (message.type === 'fault') breaks(message);
  });
  return { coordinator, heard, broke };
}

beforeEach(reset);

test('a coordinator is prepared and then started, and what it says is heard in order', async () => {
  const { coordinator, heard } = started(LOOP);
  const [worker] = workers;
  await worker.isTold('start');
  assert.deepEqual(worker.told, ['prepare', 'start']);
  worker.say({ type: 'loaded' });
  worker.say({ type: 'ready', startupMs: 5, flavour: 'plain' }, { type: 'warm', warmupMs: 2 });
  assert.deepEqual(heard.map(({ type }) => type), ['ready', 'warm']);
  coordinator.repeat();
  assert.equal(worker.told.at(-1), 'repeat');
  coordinator.end();
});

test('threads start with the coordinator, and all of them end with it', () => {
  const { coordinator } = started(THREADS);
  assert.deepEqual(workers.map(({ name }) => name), ['coordinator', 'thread', 'thread', 'thread']);
  coordinator.end();
  assert.ok(workers.every(({ ended }) => ended));
});

test('where one of its workers can’t be started, those that have been are ended', () => {
  host.mayStart = () => {
    if (workers.length === 2) throw new Error('no more workers');
  };
  assert.throws(() => started(THREADS), /no more workers/);
  assert.equal(workers.length, 2);
  assert.ok(workers.every(({ ended }) => ended));
});

test('a job that can’t be sent is a fault', async () => {
  const { postMessage } = FakeWorker.prototype;
  const sent = mock.method(FakeWorker.prototype, 'postMessage', function (message) {
    if (message.type === 'start') throw new Error('could not be cloned');
    postMessage.call(this, message);
  });
  const { broke } = started(LOOP);
  assert.deepEqual((await broke).fault, { code: 'thrown', cause: 'could not be cloned' });
  assert.ok(workers[0].ended);
  sent.mock.restore();
});

test('a worker that breaks is a fault, and nothing is heard after it', async () => {
  const { coordinator, heard } = started(THREADS);
  const [worker, thread] = workers;
  thread.break('out of luck');
  worker.say({ type: 'ready', startupMs: 5, flavour: 'threads' });
  assert.deepEqual(heard, [{ type: 'fault', fault: { code: 'worker-broke', cause: 'out of luck' } }]);
  assert.ok(workers.every(({ ended }) => ended));
  coordinator.repeat();
  assert.ok(!worker.told.includes('repeat'));
});

test('a script that can’t be loaded is named', async () => {
  const { broke } = started(LOOP);
  workers[0].break();
  const { fault } = await broke;
  assert.equal(fault.code, 'script-not-loaded');
  assert.match(fault.file, /plain-worker\.js$/);
});

test('workers that don’t get ready in time are ended', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { broke } = started(LOOP);
  const [worker] = workers;
  await worker.isTold('start');
  worker.say({ type: 'loaded' });
  // The watch begins when the worker has been loaded, which it hears a few promises later.
  await new Promise((resolve) => setImmediate(resolve));
  mock.timers.tick(10_000);
  assert.deepEqual((await broke).fault, { code: 'not-ready', executor: 'loop', limitMs: 10_000 });
  assert.ok(worker.ended);
  mock.timers.reset();
});

test('a process that is asked for is started once the module is there', async () => {
  const { coordinator } = started(jobFor('?n=1&executor=processes&workers=2'));
  const { port1 } = new MessageChannel();
  workers[0].say({ type: 'start-process', job: LOOP, port: port1 });
  await workers[0].isTold('start');
  assert.deepEqual([workers[1].name, workers[1].told], ['process', ['serve']]);
  coordinator.end();
  assert.ok(workers[1].ended);
  port1.close();
});
