// Links as people get them: with what others add to them, and changed on the way.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readResults, writeResults } from '../../www/export/permalink.js';
import { mendLink } from '../../www/settings/link.js';
import { parse } from '../../www/settings/parameters.js';
import { beforePaint } from './before-paint.js';

const SET_UP = 'task=fib&executor=fork-join&n=30&workers=3&cutoff=20&run';
const FRIEND = { key: 'fib 30 1', cores: 4, rows: [{ executor: 'loop', workers: 1, medianMs: 5, besideMs: null, low: null, high: null }] };
const RESULTS = writeResults(FRIEND);

/** What the page reads of a link, as a browser takes it apart. */
function opened(link) {
  const { search, hash } = mendLink(new URL(link, 'https://host.example/'));
  return { ...parse(search, 2), ...readResults(hash) };
}

for (const [what, query] of Object.entries({
  'as it was': `?${SET_UP}`,
  'with entities': `?${SET_UP.replaceAll('&', '&amp;')}`,
  'with entities twice': `?${SET_UP.replaceAll('&', '&amp;amp;')}`,
  'with entities by number': `?${SET_UP.replaceAll('&', '&#038;')}`,
  'with everything encoded': `?${encodeURIComponent(SET_UP)}`,
  'with everything encoded twice': `?${encodeURIComponent(encodeURIComponent(SET_UP))}`,
  'with values encoded twice': `?${SET_UP.replace('fork-join', 'fork%252Djoin')}`,
  'in a sentence, at its end': `?${SET_UP}.`,
  'in brackets': `?${SET_UP}),`,
  'in encoded brackets': `?${SET_UP}%29.`,
  'with what a network adds': `?fbclid=IwAR0%253D&${SET_UP}&utm_source=mail%2520list`,
})) {
  test(`a link ${what} is read as it was meant`, () => {
    const meant = { ...parse(`?${SET_UP}`, 2), friend: null, isBroken: false };
    assert.deepEqual(opened(query), meant);
    assert.deepEqual([beforePaint(query).mode, beforePaint(query.replace('run', 'embed')).mode], ['setup', 'embed']);
  });
}

for (const [what, results] of Object.entries({
  'as they were': RESULTS,
  'before a full stop': `${RESULTS}.`,
  'after an encoded mark': RESULTS.replace('#', '%23'),
  'encoded twice': `#${encodeURIComponent(RESULTS.slice(1))}`,
  'encoded twice with their mark': encodeURIComponent(RESULTS),
})) {
  test(`results in a link are read ${what}`, () => {
    assert.deepEqual(opened(`?${SET_UP}${results}`), { ...parse(`?${SET_UP}`, 2), friend: FRIEND, isBroken: false });
  });
}

test('what nobody can have meant otherwise is left as it is', () => {
  for (const address of ['?n=30&note=a%26n%3D5#times.', '?n=3%', '?%E0%A4%A&n=3', '', '#begin)']) {
    const { search, hash } = new URL(address, 'https://host.example/');
    assert.deepEqual(mendLink({ search, hash }), { search, hash }, address);
  }
});

test('what others add to an address is not there: no warning, and the three questions', () => {
  const added = ['fbclid', 'gclid', 'gad_source', 'utm_source', 'utm_medium', 'utm_campaign', 'msclkid', 'mc_cid', 'igshid', 'ref', 'si', 's', 't', 'hl', 'via', 'amp', '_ga'];
  const query = `?${added.map((name) => `${name}=1`).join('&')}`;
  assert.deepEqual(opened(query), opened(''));
  assert.deepEqual([beforePaint(query).mode, beforePaint(query).brought], ['path', false]);
});

test('a misspelt name is named, with the one that it looks like', () => {
  for (const [name, meant] of [['wokers', 'workers'], ['Executor', 'executor'], ['N', 'n'], ['taks', 'task'], ['repeat', 'repeats'], ['run1', 'run']]) {
    assert.deepEqual(opened(`?${name}=3`).warnings, [{ code: 'unknown', name, meant }]);
  }
});

test('the page opens as what its address says, and as a question that it reloaded for', () => {
  const modes = ['', '?embed', '?run', '?n=5', '?task=fib#reloaded-for-lesson:computing:0'].map((link) => beforePaint(link));
  assert.deepEqual(modes.map(({ mode }) => mode), ['path', 'embed', 'setup', 'setup', 'path']);
  assert.deepEqual(modes.map(({ lesson }) => lesson), [...Array(4).fill('waiting'), 'computing']);
});
