// What is kept of many runs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { keepRun } from '../../www/run/kept-runs.js';
import { planRun } from '../../www/settings/job.js';
import { createPage, fakeStart, setupOf } from './fake-run.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const REPEATS = 10;
const PLAN = planRun(setupOf(`?n=1&repeats=${REPEATS}`));

/** As of fork-join: hundreds of spans in each repeat. */
const SPANS = Array.from({ length: 400 }, (_, part) => ({ index: 0, lane: 0, startMs: part / 400, endMs: (part + 1) / 400, waits: [] }));
const answers = fakeStart();
const start = (job, listen) => answers(job, (message) => {
  if (message.type === 'report') listen({ type: 'spans', spans: SPANS });
  listen(message);
});

/** Runs that a page keeps, of which nothing else is kept. */
function createRuns() {
  const runs = [];
  const page = createPage({ start, views: [{ add: ({ record }) => keepRun(runs, record) }] });
  const heard = Object.values(page).filter(Array.isArray);
  return {
    runs,
    /** Goes on until there are so many; gives the bytes in use then. */
    async growTo(count) {
      while (runs.length < count) {
        await page.run(PLAN);
        for (const list of heard) list.length = 0;
      }
      collectGarbage();
      return process.memoryUsage().heapUsed;
    },
  };
}

test('fifty runs take hardly more memory than twenty', async () => {
  const { growTo } = createRuns();
  const [one, twenty, fifty] = [await growTo(1), await growTo(20), await growTo(50)];
  assert.ok(fifty - twenty < (twenty - one) / 2, `${[one, twenty, fifty]}`);
});

test('of an old run everything stays but facts, work and spans, and whoever took it has it whole', async () => {
  const { runs, growTo } = createRuns();
  await growTo(1);
  const [first] = runs;
  await growTo(21);
  assert.deepEqual(runs[0], { ...first, facts: [], work: [], spans: [] });
  assert.deepEqual([first, runs[1]].map(({ facts, work, spans }) => [facts.length, work.length, spans.length]), Array(2).fill([REPEATS, 9, 802]));
});
