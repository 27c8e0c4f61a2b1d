// The reload that makes shared memory available, and visitors who stop it, on a page and a host that are played here.

import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

const registration = { active: {}, addEventListener() {} };

/** A page at this address on a host that sends no isolation headers; `script` is the page's module. */
async function openPage(address, stored = new Map(), register = async () => registration) {
  const url = new URL(address, 'https://host.example/easy/');
  const page = { reloads: [], stops: 0, stored };
  const location = Object.assign(url, { reload: () => page.reloads.push(url.href) });
  const window = { stop: () => (page.stops += 1) };
  const serviceWorker = { register, ready: Promise.resolve(registration) };
  const globals = {
    location,
    window: Object.assign(window, { top: window }),
    self: { isSecureContext: true, crossOriginIsolated: false },
    document: { baseURI: url.href },
    navigator: { serviceWorker },
    history: { state: null, replaceState: (_state, _title, target) => (url.href = new URL(target, url).href) },
    sessionStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => stored.set(key, value),
      removeItem: (key) => stored.delete(key),
    },
    requestAnimationFrame: (callback) => setImmediate(callback),
  };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true });
  openPage.count = (openPage.count ?? 0) + 1;
  page.script = await import(`../../www/platform/isolation.js?${openPage.count}`);
  page.address = () => url.pathname.split('/').at(-1) + url.search + url.hash;
  return page;
}

/** Presses a button that needs shared memory, and waits until the page reloads. */
async function press(page, signal = new AbortController().signal) {
  const before = page.reloads.length;
  const answer = page.script.makeSharedMemory('?executor=threads&run', 'run', signal);
  while (page.reloads.length === before) await new Promise((resolve) => setImmediate(resolve));
  return { answer };
}

test('a page reloads once where that makes it isolated, and its address says what for', async () => {
  const page = await openPage('?executor=threads#results=1');
  assert.ok(page.script.sharedMemoryHere().reload);
  await press(page);
  assert.deepEqual(page.reloads, ['https://host.example/easy/?executor=threads&run#reloaded-for-run#results=1']);
  const reloaded = await openPage(page.reloads[0], page.stored);
  assert.ok(reloaded.script.wasAskedForHere(), 'what was pressed needs no second press');
});

test('the reloaded page knows what for, and shows the address that was there', async () => {
  const page = await openPage('?executor=threads&run#reloaded-for-run#results=1');
  assert.deepEqual([page.script.resumedAction(), page.address()], ['run', '?executor=threads&run#results=1']);
  assert.ok(!page.script.sharedMemoryHere().able, 'it does not reload for ever');
  assert.ok(!page.script.wasAskedForHere(), 'anybody may write such an address');
});

test('a reload that the visitor stops is given up after a while, and the address is what it was', async () => {
  const page = await openPage('?executor=threads');
  const { answer } = await press(page);
  mock.timers.tick(10_000);
  const { able, stopped } = await answer;
  assert.deepEqual([able, stopped, page.address()], [false, true, '?executor=threads']);
  assert.equal(page.stored.size, 0, 'the next page does not take itself for the reloaded one');
});

test('a service worker that doesn’t come within ten seconds keeps nobody waiting', async () => {
  const page = await openPage('', new Map(), () => new Promise(() => {}));
  const answer = page.script.makeSharedMemory('?executor=threads&run', 'run', new AbortController().signal);
  await new Promise((resolve) => setImmediate(resolve));
  mock.timers.tick(10_000);
  const { able, code } = await answer;
  assert.deepEqual([able, code, page.reloads], [false, 'service-worker-blocked', []]);
});

test('another press stops the reload, and may reload the page for itself', async () => {
  const page = await openPage('?executor=threads');
  const other = new AbortController();
  const { answer } = await press(page, other.signal);
  other.abort();
  assert.deepEqual([page.stops, page.address(), (await answer).stopped], [1, '?executor=threads', true]);
  await press(page);
  const [first, ...more] = page.reloads;
  assert.deepEqual(more, [first]);
});
