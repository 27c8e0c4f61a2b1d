// A coordinator and its pool, with workers that are played here.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { startCoordinator } from '../../www/run/coordinator.js';
import { startProbe } from '../../www/run/probe.js';
import { keepSpare } from '../../www/run/spares.js';
import { jobOf } from '../../www/settings/job.js';
import { parse } from '../../www/settings/parameters.js';
import { FakeWorker, host, reset, workers } from './fake-workers.js';

const jobFor = (search) => jobOf(parse(search, 2).setup);
const LOOP = jobFor('?n=1');
const [THREADS, GIL, FORK_JOIN] = ['threads', 'gil', 'fork-join'].map((name) => jobFor(`?n=1&executor=${name}&workers=3`));

/** Starts a coordinator, or has that of the same run do a job more, and keeps what it says; `broke` resolves with its fault. */
function started(job, shared) {
  const heard = [];
  let breaks;
  const broke = new Promise((resolve) => (breaks = resolve));
  const coordinator = startCoordinator(job, (message) => {
    heard.push(message);
    if (message.type === 'fault') breaks(message);
  }, shared);
  return { coordinator, heard, broke };
}
/** What has been promised by now has been done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const areEnded = () => workers.map(({ ended }) => ended);

beforeEach(() => {
  reset();
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('a coordinator is prepared and then started, and what it says is heard in order', async () => {
  const { coordinator, heard } = started(LOOP);
  const [worker] = workers;
  await worker.isTold('start 0');
  worker.say({ type: 'loaded' });
  worker.say({ type: 'ready', flavour: 'plain' }, { type: 'warm', warmupMs: 2 });
  assert.deepEqual(heard.map(({ type }) => type), ['ready', 'warm']);
  coordinator.repeat();
  assert.deepEqual(worker.told, ['prepare', 'start 0', 'repeat 0']);
});

test('threads start with the coordinator, and serve all jobs of a run until the last one ends', async () => {
  const shared = new Map();
  const [first, second, third] = [THREADS, GIL, FORK_JOIN].map((job) => started(job, shared));
  assert.deepEqual(workers.map(({ name }) => name), ['coordinator', 'thread', 'thread', 'thread']);
  await workers[0].isTold('start 2');
  second.coordinator.repeat();
  assert.deepEqual(workers[0].told, ['prepare', 'pool', 'start 0', 'start 1', 'start 2', 'repeat 1']);
  workers[0].say({ type: 'report', timeMs: 1, results: [1] });
  assert.deepEqual([first, second, third].map(({ heard }) => heard.length), [0, 1, 0], 'what it says is of the job that it does');
  for (const { coordinator } of [second, first]) coordinator.end();
  assert.deepEqual(areEnded(), [false, false, false, false]);
  third.coordinator.end();
  assert.deepEqual(areEnded(), [true, true, true, true]);
});

test('other numbers of threads and plain executors have workers of their own', () => {
  const shared = new Map();
  for (const job of [THREADS, jobFor('?n=1&executor=threads&workers=1'), LOOP, jobFor('?n=1&executor=async')]) started(job, shared);
  assert.deepEqual(workers.map(({ name }) => name[0]).join(''), 'ctttctc');
});

test('a job’s start-up is what its workers took, before the run too, and what it took itself, by the page’s clock', async () => {
  let nowMs = 0;
  const clock = mock.method(performance, 'now', () => nowMs);
  const sayAt = (ms, type) => {
    nowMs = ms;
    workers[0].say({ type, flavour: 'threads' });
    return settled();
  };
  const shared = new Map();
  keepSpare('threads');
  await sayAt(30, 'loaded');
  nowMs = 100;
  const first = started(THREADS, shared);
  await sayAt(140, 'pool-ready');
  await sayAt(145, 'ready');
  nowMs = 200;
  const second = started(GIL, shared);
  await sayAt(207, 'ready');
  const about = { type: 'ready', flavour: 'threads', prepaidMs: 30, sharedMs: 30 + 40 };
  assert.deepEqual([first, second].map(({ heard }) => heard), [[{ ...about, startupMs: 70 + 5 }], [{ ...about, startupMs: 70 + 7 }]]);
  clock.mock.restore();
});

test('where one of its workers can’t be started, the first or a later one, that is a fault, and those that have been are ended', () => {
  for (const count of [0, 3]) {
    reset();
    host.mayStart = () => {
      if (workers.length === count) throw new Error('no more workers');
    };
    const { coordinator, heard } = started(THREADS);
    assert.deepEqual(heard, [{ type: 'fault', fault: { code: 'no-worker', cause: 'no more workers' } }]);
    assert.deepEqual(areEnded(), Array(count).fill(true));
    coordinator.repeat();
    coordinator.end();
  }
});

test('where the browser has no workers, that is a fault', () => {
  delete globalThis.Worker;
  try {
    keepSpare('plain');
    assert.equal(started(LOOP).heard[0].fault.code, 'no-worker');
  } finally {
    globalThis.Worker = FakeWorker;
  }
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

test('a worker that breaks is a fault, and nothing is heard after it', () => {
  const { coordinator, heard } = started(THREADS);
  const [worker, thread] = workers;
  thread.break('out of luck');
  worker.say({ type: 'ready', flavour: 'threads' });
  assert.deepEqual(heard, [{ type: 'fault', fault: { code: 'worker-broke', cause: 'out of luck' } }]);
  assert.deepEqual(areEnded(), [true, true, true, true]);
  coordinator.repeat();
  assert.ok(!worker.told.includes('repeat 0'));
});

test('a fault breaks all jobs on the same workers but those that are over, and who was not at work hears who was', async () => {
  const shared = new Map();
  const [over, first, second] = [FORK_JOIN, THREADS, GIL].map((job) => started(job, shared));
  await workers[0].isTold('start 2');
  over.coordinator.end();
  first.coordinator.repeat();
  const fault = { type: 'fault', fault: { code: 'panicked', cause: 'it broke' } };
  workers[0].say(fault);
  assert.deepEqual([over, first, second].map(({ heard }) => heard), [[], [fault], [{ ...fault, by: 'threads' }]]);
  assert.deepEqual(areEnded(), [true, true, true, true]);
  started(GIL, shared);
  assert.equal(workers.length, 8, 'the next job has new workers');
});

test('a script that can’t be loaded is named', () => {
  const { heard } = started(LOOP);
  workers[0].break();
  const [{ fault }] = heard;
  assert.equal(fault.code, 'script-not-loaded');
  assert.match(fault.file, /plain-worker\.js$/);
});

test('a worker that says nothing within eight seconds of its module’s coming is ended, a spare too, and its script is named', async () => {
  for (const prepare of [() => {}, () => keepSpare('plain')]) {
    reset();
    prepare();
    const { heard } = started(LOOP);
    await workers[0].isTold('prepare');
    await settled();
    mock.timers.tick(7999);
    assert.deepEqual(heard, []);
    mock.timers.tick(1);
    const { code, file, limitMs } = heard[0].fault;
    assert.deepEqual([code, limitMs, areEnded()], ['script-late', 8000, [true]]);
    assert.match(file, /plain-worker\.js$/);
  }
});

test('workers that don’t get ready within ten seconds are ended, and each job has that time', async () => {
  for (const executor of ['loop', 'async']) {
    reset();
    const shared = new Map();
    let { heard } = started(LOOP, shared);
    workers[0].say({ type: 'loaded' });
    await settled();
    if (executor === 'async') {
      workers[0].say({ type: 'ready', flavour: 'plain' });
      mock.timers.tick(60_000);
      ({ heard } = started(jobFor('?n=1&executor=async'), shared));
      await settled();
    }
    mock.timers.tick(9999);
    assert.ok(!workers[0].ended);
    mock.timers.tick(1);
    assert.deepEqual([heard, areEnded()], [[{ type: 'fault', fault: { code: 'not-ready', executor, limitMs: 10_000 } }], [true]]);
  }
});

test('a process that is asked for is started once the module is there', async () => {
  const { coordinator } = started(jobFor('?n=1&executor=processes&workers=2'));
  const { port1 } = new MessageChannel();
  workers[0].say({ type: 'start-process', job: LOOP, port: port1 });
  await workers[0].isTold('start 0');
  assert.deepEqual([workers[1].name, workers[1].told], ['process', ['serve']]);
  coordinator.end();
  assert.ok(workers[1].ended);
  port1.close();
});

test('a loop that breaks while nobody waits for it says so when it is asked', async () => {
  const probe = startProbe(LOOP);
  workers[0].say({ type: 'loaded' });
  workers[0].say({ type: 'ready', flavour: 'plain' }, { type: 'warm', warmupMs: 1 });
  await probe.warm;
  workers[0].break('out of luck');
  for (let times = 0; times < 2; times += 1) {
    await assert.rejects(probe.repeat(), ({ fault }) => fault.cause === 'out of luck');
  }
});
