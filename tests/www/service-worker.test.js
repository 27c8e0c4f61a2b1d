// What the service worker keeps and answers, on a host and with a storage that are played here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, mock, test } from 'node:test';

const SCOPE = 'https://host.example/easy/';
const SOURCE = readFileSync(new URL('../../www/entries/service-worker.js', import.meta.url), 'utf8');
const MARK = 'data-page="ours"';
const PAGE = { type: 'text/html', text: `${MARK} v2/style.css` };
const PAGES = { 'index.html': ['v2/en.js'], 'de.html': ['v2/de.js'] };

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

/** Caches by their names, each a map from addresses to responses. */
function storage(contents) {
  const all = new Map(Object.entries(contents).map(([version, files]) => [version, new Map(Object.entries(files))]));
  const open = async (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const files = all.get(name);
    const address = (request) => new URL(request.url ?? request, SCOPE).href.slice(SCOPE.length).split('?')[0];
    return {
      keys: async () => [...files.keys()].map((path) => ({ url: SCOPE + path })),
      match: async (request) => files.has(address(request)) ? new Response(files.get(address(request))) : undefined,
      put: async (request, response) => void files.set(address(request), await response.text()),
    };
  };
  return { all, open, keys: async () => [...all.keys()], delete: async (name) => all.delete(name) };
}

/** Starts version v2 where these are kept, by version, on a host that answers by path.
 * @param {Record<string, Record<string, string>>} kept
 * @param {Record<string, any>} host */
function start(kept, host) {
  const name = (version) => `easy-concurrency ${SCOPE} ${version}`;
  const caches = storage(Object.fromEntries(Object.entries(kept).map(([version, files]) => [name(version), files])));
  const listeners = {};
  const left = { unregistered: 0 };
  const registration = { scope: SCOPE, active: {}, unregister: async () => (left.unregistered += 1) };
  const self = {
    registration, location: new URL(SCOPE), clients: { claim: async () => {} }, importScripts() {}, addEventListener: (type, listen) => (listeners[type] = listen),
  };
  const build = {
    version: 'v2', first: ['v2/style.css'], later: ['v2/a.wasm', 'v2/b.wasm', ...Object.entries(PAGES).flat(2)], pages: PAGES, headers: { 'x-ours': '1' }, mark: MARK,
  };
  const fetch = async (request) => {
    const answer = await host[new URL(request.url ?? request, SCOPE).href.slice(SCOPE.length).split('?')[0]];
    if (!answer) throw new TypeError('Failed to fetch');
    return new Response(answer.text ?? 'file', { status: answer.status ?? 200, headers: { 'content-type': answer.type ?? 'text/css' } });
  };
  const script = SOURCE.replace(/const BUILD = .*/, `const BUILD = ${JSON.stringify(build)};`);
  new Function('self', 'caches', 'fetch', 'isolate', script)(self, caches, fetch, async (_, response) => response);
  /** @returns {Promise<any>} what the event waited for, or was answered with */
  const dispatch = (type, event = {}) => {
    const waits = [];
    let answer;
    listeners[type]({ ...event, waitUntil: (work) => waits.push(work), respondWith: (response) => (answer = response) });
    return answer ?? Promise.all(waits);
  };
  const visit = (path = '') => dispatch('fetch', { request: { url: SCOPE + path, method: 'GET', mode: 'navigate', destination: 'document' } });
  /** @returns {Promise<any>} what it answers a message with */
  const ask = async (data) => {
    let answer;
    await dispatch('message', { data, ports: [{ postMessage: (message) => (answer = message) }] });
    return answer;
  };
  return { dispatch, visit, ask, left, versions: () => [...caches.all.keys()].map((cache) => cache.split(' ').at(-1)), files: () => [...caches.all.get(name('v2')).keys()].sort() };
}

const WHOLE = { 'index.html': 'the kept page', 'v2/en.js': '', 'v2/style.css': 'file' };
const GERMAN = { 'de.html': 'die Seite', 'v2/de.js': '', 'v2/style.css': 'file' };
const HOST = {
  '': PAGE, 'index.html': PAGE, 'de.html': PAGE, 'v2/en.js': {}, 'v2/de.js': {}, 'v2/style.css': {}, 'v2/a.wasm': {}, 'v2/b.wasm': {},
};

test('an update keeps of the new version what is kept of the old one, and then deletes that', async () => {
  const { dispatch, versions, files } = start({ v1: { 'index.html': '', 'v1/a.wasm': '' } }, HOST);
  await dispatch('install');
  assert.deepEqual([versions(), files()], [['v1', 'v2'], ['index.html', 'v2/a.wasm', 'v2/en.js', 'v2/style.css']]);
  await dispatch('activate');
  assert.deepEqual(versions(), ['v2']);
});

test('an update fails while a file is missing on the host, whether the page needs it or a run, so that the old copy stays', async () => {
  const old = { v1: { 'index.html': '', 'v1/a.wasm': '' } };
  for (const missing of ['v2/style.css', 'v2/a.wasm']) {
    for (const answer of [{ status: 404 }, { type: 'text/html' }, undefined]) {
      await assert.rejects(start(old, { ...HOST, [missing]: answer }).dispatch('install'), missing);
    }
  }
});

test('where nothing is kept, as in a full storage, an update waits for no file', async () => {
  await start({}, {}).dispatch('install');
});

test('the page comes from the network, and from what is kept where that answers 5xx or not at all', async () => {
  for (const [answer, shown] of [[PAGE, PAGE.text], [{ status: 503 }, 'the kept page'], [undefined, 'the kept page'], [{ status: 404, text: 'gone' }, 'gone']]) {
    assert.equal(await (await start({ v2: WHOLE }, { '': answer }).visit('?task=fib')).text(), shown);
  }
});

test('a host that takes longer than three seconds gets no more time where the page is kept whole', async () => {
  let answer;
  const host = { '': new Promise((resolve) => (answer = resolve)) };
  const [whole, inPart] = [start({ v2: WHOLE }, host), start({ v2: { 'index.html': 'without its style' } }, host)];
  const [early, late] = [whole.visit(), inPart.visit()];
  mock.timers.tick(3000);
  assert.equal(await (await early).text(), 'the kept page');
  answer({ type: 'text/html', text: 'another project' });
  const other = await late;
  assert.deepEqual([await other.text(), other.headers.get('x-ours')], ['another project', null]);
  assert.deepEqual([whole.left, inPart.left], [{ unregistered: 1 }, { unregistered: 1 }], 'what comes late still tells whose the address is');
});

test('each language has its page, and where that is not kept whole, the visitor gets the one that is', async () => {
  const both = start({ v2: { ...WHOLE, ...GERMAN } }, {});
  const german = start({ v2: { 'index.html': 'without its words', ...GERMAN } }, {});
  for (const [worker, path, shown] of [[both, '', 'the kept page'], [both, 'de.html?n=9', 'die Seite'], [german, '', 'die Seite'], [german, 'index.html', 'die Seite']]) {
    assert.equal(await (await worker.visit(path)).text(), shown, path);
  }
});

test('the language in use is kept first, and the others with what nobody waits for', async () => {
  const { ask, files } = start({}, HOST);
  assert.equal(await ask([`${SCOPE}v2/de.js`]), true);
  assert.deepEqual(files(), ['de.html', 'v2/de.js', 'v2/style.css']);
  for (let left = 4; left-- > 0; ) assert.equal(await ask('keep next'), left);
  assert.deepEqual(files(), Object.keys(HOST).filter(Boolean).sort());
});

test('a page elsewhere in the scope is none of its business', async () => {
  for (const path of ['other/', 'toString']) assert.deepEqual(await start({ v2: WHOLE }, {}).visit(path), []);
});
