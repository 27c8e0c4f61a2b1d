// Which responses examples/minimal/isolate.js changes in a service worker, and how.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

const COEP = 'cross-origin-embedder-policy';
const COOP = 'cross-origin-opener-policy';
const DIP = 'document-isolation-policy';

/** The pages that this service worker serves. */
let pages = [{ frameType: 'top-level' }];

before(async () => {
  Object.assign(globalThis, { self: globalThis, location: 'https://host.example/easy/own.js', clients: { matchAll: async () => pages } });
  await import('../../examples/minimal/isolate.js');
});

/** The headers that a response to this has then, beside its own. */
async function added(destination, mode, response = new Response('', { headers: { 'x-own': '1' } })) {
  const answer = await isolate({ destination, mode }, response);
  if (answer !== response) assert.equal(answer.headers.get('x-own'), '1');
  return answer === response ? null : [...answer.headers.keys()].filter((name) => name.includes('policy'));
}

test('documents and scripts of workers get the embedder policy, those in tabs the opener policy, and nothing else gets any', async () => {
  assert.deepEqual(await added('document', 'navigate'), [COEP, COOP]);
  for (const [destination, mode] of [['iframe', 'navigate'], ['worker', 'same-origin'], ['sharedworker', 'same-origin']]) {
    assert.deepEqual(await added(destination, mode), [COEP], destination);
  }
  for (const destination of ['', 'script', 'style', 'image', 'font', 'manifest', 'audioworklet']) {
    assert.equal(await added(destination, 'no-cors'), null, destination);
  }
});

test('in frames of other sites, documents and workers are isolated by their own policy', async (t) => {
  t.after(() => (pages = [{ frameType: 'top-level' }]));
  pages = [{ frameType: 'nested' }];
  assert.deepEqual(await added('iframe', 'navigate'), [COEP, DIP]);
  assert.deepEqual(await added('worker', 'same-origin'), [COEP, DIP]);
});

test('a redirect, an answer without a body, and one with a policy of its own stay as they are', async () => {
  for (const response of [Response.error(), new Response(null, { status: 204 }), new Response('', { headers: { [COEP]: 'credentialless' } })]) {
    assert.equal(await added('document', 'navigate', response), null);
  }
});
