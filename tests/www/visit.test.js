// Visitors who leave the page and come back, as browsers tell of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { watchVisit } from '../../www/entries/visit.js';
import { planRun } from '../../www/settings/job.js';
import { createPage, fire, setupOf } from './fake-run.js';

test('who leaves while the page waits for its reload, and comes back to it as it was, finds all at work again', async () => {
  globalThis.document = new EventTarget();
  const page = createPage();
  const done = [];
  watchVisit(page.controller, { leave: () => done.push('left'), comeBack: () => done.push('back') }, {});
  let { signal } = new AbortController();
  const over = page.press((given) => {
    signal = given;
    return new Promise(() => {});
  });
  fire('pagehide');
  assert.deepEqual([page.controller.phase, signal.aborted], ['preparing', false], 'it may be the reload that it is left for');
  fire('pageshow', { persisted: true });
  await over;
  assert.deepEqual([page.controller.state, signal.aborted, done], ['cancelled', true, ['left', 'back']]);
  await page.run(planRun(setupOf('?n=1&repeats=1')));
  assert.equal(page.controller.state, 'done');
});
