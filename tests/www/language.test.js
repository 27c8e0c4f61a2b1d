// Which language a visitor gets.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LANGUAGES } from '../../www/settings/catalogue.js';
import { parse } from '../../www/settings/parameters.js';
import { beforePaint } from './before-paint.js';

const leadsTo = (...visit) => beforePaint(...visit).leadsTo;

test('the address counts first, then what was chosen, then the page that was opened, then what the browser prefers', () => {
  const german = { preferred: ['fr', 'de-AT', 'es'] };
  const choseSpanish = { ...german, chosen: 'es' };
  for (const [expected, ...visit] of [
    ['index.html?lang=en', 'de.html?lang=en', { ...choseSpanish, lang: 'de' }],
    ['de.html?lang=de', '?lang=de', choseSpanish],
    ['es.html', '', choseSpanish],
    ['es.html', 'de.html', { ...choseSpanish, lang: 'de' }],
    [null, 'es.html', { ...german, lang: 'es' }],
    ['de.html', '', german],
    ['de.html', 'index.html', german],
    [null, '', { preferred: ['fr'] }],
    [null, '', { preferred: undefined }],
    [null, '', { chosen: 'tlh' }],
    ['de.html', '', { ...german, chosen: new Error('storage is blocked') }],
  ]) {
    assert.equal(leadsTo(...visit), expected, JSON.stringify(visit));
  }
});

test('the query and the fragment go along, and nothing of the page that is left is shown or run', () => {
  const { leadsTo, isGone } = beforePaint('?task=fib&amp;lang=de&run#results=1', {});
  assert.deepEqual([leadsTo, isGone], ['de.html?task=fib&amp;lang=de&run#results=1', true]);
});

test('it leads nowhere twice: hosts may name pages otherwise or answer with another one, and a reload that isolates goes on', () => {
  for (const visit of [
    ['de.html', { lang: 'en', chosen: 'de' }],
    ['de', { lang: 'en', chosen: 'de' }],
    ['', { lang: 'de', chosen: 'en' }],
    ['?n=9#reloaded-for-run', { chosen: 'de' }],
  ]) {
    assert.equal(leadsTo(...visit), null, JSON.stringify(visit));
  }
});

test('a language that the address asks for wrongly is named, with the one that is used instead', () => {
  const { warnings } = parse('?lang=tlh', 2, 'de');
  assert.deepEqual(warnings, [{ code: 'no-choice', name: 'lang', given: 'tlh', choices: [...LANGUAGES], fallback: 'de' }]);
  assert.deepEqual(parse(`?lang=${LANGUAGES[0]}`, 2).warnings, []);
});

test('a language alone is no set-up', () => {
  assert.equal(beforePaint('de.html?lang=de', { lang: 'de' }).mode, 'path');
});
