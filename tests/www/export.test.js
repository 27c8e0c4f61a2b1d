import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { toCsv, toHtmlTable } from '../../www/export/csv.js';
import { toMarkdown } from '../../www/export/markdown.js';
import { readResults } from '../../www/export/permalink.js';
import { toTrace } from '../../www/export/trace.js';
import { zip } from '../../www/export/zip.js';

const RUN = {
  task: 'pictures', executor: 'threads', workers: 2, inputs: [0, 1], repeats: 1, startupMs: 10, prepaidMs: 4, warmupMs: 5, timesMs: [20],
  beside: { timesMs: [30], inTurn: true }, ratio: { value: 1.5, low: 1.4, high: 1.6 },
  summary: null, results: [{ bytes: 1, type: 'image/jpeg' }, null], total: null, sharedTotals: [],
  failures: [{ repeat: 1, input: 1, fault: { code: 'lost' } }],
  spans: [
    { repeat: 1, input: 0, lane: 0, startMs: 0, endMs: 20, waits: [{ for: 'io', startMs: 1, endMs: 19 }] },
    { repeat: 1, input: 1, lane: 1, startMs: 0, endMs: 5, waits: [] },
  ],
  environment: { userAgent: 'a | b', cores: 2, crossOriginIsolated: true, timerResolutionMs: 1, flavour: 'threads' },
};

test('CSV has a row per repeat, with the loop’s time beside it and the ratio of the whole', () => {
  assert.deepEqual(toCsv([{ record: RUN, ratio: RUN.ratio }]).split('\r\n'), [
    'task,executor,workers,inputs,repeat,startup_ms,warmup_ms,time_ms,beside_ms,ratio,ratio_low,ratio_high,failed,prepaid_ms,total',
    'pictures,threads,2,2,1,10,5,20,30,1.5,1.4,1.6,1,4,',
    '',
  ]);
});

test('as HTML, each figure has a cell of its own, and no text is markup', () => {
  const html = toHtmlTable([{ record: { ...RUN, total: '<b>&' }, ratio: RUN.ratio }]);
  const [, row] = html.split('</tr>').map((cells) => cells.match(/(?<=<td>).*?(?=<\/td>)/g));
  assert.deepEqual(row, ['pictures', 'threads', '2', '2', '1', '10', '5', '20', '30', '1.5', '1.4', '1.6', '1', '4', '&lt;b>&amp;']);
});

test('Markdown is a table, and a browser’s name cannot break it', () => {
  const text = toMarkdown('2 pictures', [{ record: RUN, loopMs: 30, ratio: RUN.ratio }]);
  assert.match(text, /\| threads \| 2 \| 10\.0\sms, 4\.00\sms of it in advance \| 30\.0\sms \| 20\.0\sms \| 1 \| 1\.50× \| 1\.40 to 1\.60 \|/);
  assert.match(text, /2 cores, a \/ b/);
});

test('a trace has a process per run, a thread per lane, and no negative time', () => {
  const { traceEvents } = JSON.parse(toTrace([RUN]));
  const bars = traceEvents.filter(({ ph }) => ph === 'X');
  assert.ok(bars.every(({ ts, dur }) => ts >= 0 && dur >= 0));
  assert.deepEqual(bars[0], { name: 'start-up', cat: 'startup', ph: 'X', pid: 1, tid: 0, ts: 0, dur: 6000 });
  const wait = bars.find(({ cat }) => cat === 'io');
  assert.deepEqual([wait.tid, wait.ts, wait.dur], [1, 12000, 18000]);
  assert.deepEqual(bars[1], { name: 'warm-up', cat: 'warmup', ph: 'X', pid: 1, tid: 0, ts: 6000, dur: 5000 });
  assert.equal(traceEvents.filter(({ name }) => name === 'thread_name').length, 2);
});

test('a ZIP file holds each file under its name', async () => {
  const contents = { '0.jpg': new Uint8Array([1, 2, 3]), '1.bmp': new Uint8Array(5000).fill(7) };
  async function* files() {
    for (const [name, bytes] of Object.entries(contents)) yield { name, blob: new Blob([bytes]) };
  }
  const bytes = new Uint8Array(await (await zip(files())).arrayBuffer());
  // The end record's offset leads to the directory, and its entries to the files.
  const view = new DataView(bytes.buffer);
  let at = view.getUint32(bytes.length - 22 + 16, true);
  for (const [name, file] of Object.entries(contents)) {
    const [size, nameLength, moreLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    assert.equal(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), name);
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    assert.deepEqual(bytes.slice(data, data + size), file);
    at += 46 + nameLength + moreLength;
  }
});

test('a library’s copy is what npm has, and so is its licence', () => {
  const [[copy, original], [licence, originalLicence]] = [['client-zip.js', 'index.js'], ['client-zip.txt', 'LICENSE.txt']].map(([here, npm]) =>
    [`www/vendor/${here}`, `node_modules/client-zip/${npm}`].map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));
  assert.equal(copy.slice(copy.indexOf('\n') + 1), original);
  assert.equal(licence, originalLicence);
});

test('a link of the first version is read, which knows times alone', () => {
  const hash = `#results=${encodeURIComponent(JSON.stringify([1, 'fib 35 1', 8, [['threads', 8, 12.3]]]))}`;
  assert.deepEqual(readResults(hash).friend?.rows, [
    { executor: 'threads', workers: 8, medianMs: 12.3, besideMs: null, low: null, high: null },
  ]);
});

test('a link without results is no problem', () => {
  for (const hash of ['', '#setup']) assert.deepEqual(readResults(hash), { friend: null, isBroken: false });
});

test('a broken or hostile link gives a warning and nothing else', () => {
  const hostile = (value) => `#results=${encodeURIComponent(JSON.stringify(value))}`;
  for (const hash of [
    '#results=', '#results=%', '#results={}', hostile([2, 'fib 35 1', 8, []]), hostile([1, 'fib 35 1', 8, []]),
    hostile([1, 'k', 8, [['<img src=x>', 1, 1]]]), hostile([1, 'k', '8', [['loop', 1, 1]]]),
    hostile([1, 'k', 8, [['loop', 1, '1']]]), hostile([1, 'k', 8, [['loop', 0, 1]]]),
    hostile([1, 'k', 8, [['loop', 1, -1]]]), hostile([3, 'k', 8, [['loop', 1, 1]]]),
    hostile([2, 'k', 8, [['loop', 1, 1]]]), hostile([2, 'k', 8, [['loop', 1, 1, '<b>', null, null]]]), `#results=${'a'.repeat(5000)}`,
  ]) {
    assert.deepEqual(readResults(hash), { friend: null, isBroken: true }, hash);
  }
});
