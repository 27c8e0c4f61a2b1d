// What the page says in each language: the same texts, each of the same named parts.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

import * as ENGLISH from '../../www/words/en.js';
import { EXECUTORS, TASKS } from '../../www/settings/catalogue.js';

/** The named parts that a text reads. */
function partsOf(text) {
  const parts = new Set();
  const record = new Proxy({}, { get: (_, name) => (parts.add(name), 2) });
  assert.match(String(text(record)), /\S/);
  return [...parts].sort().join();
}

/** Every text's place, with the parts that it is made of: those in braces, or those that it reads. */
function shapeOf(words, path = '') {
  if (typeof words === 'function') return [`${path}(${partsOf(words)})`];
  if (typeof words === 'string') return [`${path} ${(words.match(/\{[\w .]+\}|<\w+|data-\w+='\w+'/g) ?? []).sort().join(' ')}`];
  return Object.entries(words).flatMap(([name, own]) => shapeOf(own, `${path}.${name}`)).sort();
}

const languages = readdirSync(new URL('../../www/words/', import.meta.url)).flatMap((file) => file.match(/^([a-z]{2})\.js$/)?.[1] ?? []);

for (const language of languages) {
  const { PAGE = {}, CATALOGUE, FIRST, LATER } = await import(`../../www/words/${language}.js`);

  test(`${language} has every text, of the same parts as in English`, () => {
    for (const [name, words] of Object.entries({ PAGE, FIRST, LATER })) assert.deepEqual(shapeOf(words), shapeOf(ENGLISH[name] ?? {}), name);
  });

  if (language === 'en') continue;

  test(`${language} says all of each task and executor, in the same order and with the same values`, () => {
    const slots = (texts) => texts.map((text) => (text.match(/\{[^|}]*/g) ?? []).join());
    for (const { name, work, total, gives, parameters, article, ceiling, rescue } of TASKS) {
      const words = CATALOGUE.tasks[name];
      assert.ok(words, `${name} is missing`);
      assert.ok(words.label && words.name.includes('{}') && words.more, name);
      assert.deepEqual(slots(words.work), slots(work.map(([text]) => text)), name);
      assert.deepEqual(slots(words.about ?? []), slots(gives.pictures?.about.map(([text]) => text) ?? []), name);
      const has = ['article', 'ceiling', 'rescue'].map((own) => Boolean(words[own]));
      assert.deepEqual([Boolean(words.total), ...has], [total !== 'none', ...[article, ceiling, rescue].map((own) => own !== null)], name);
      assertParameters(words.parameters, parameters, name);
    }
    for (const { name, parameters } of EXECUTORS) {
      const words = CATALOGUE.executors[name];
      assert.ok(words.label && words.about, name);
      assertParameters(words.parameters, parameters, name);
    }
  });
}

function assertParameters(words = {}, parameters, whose) {
  for (const { name, choices = [], otherwise } of parameters) {
    assert.ok(words[name]?.label, `${whose}: ${name}`);
    assert.equal(Boolean(words[name].otherwise), otherwise !== '', `${whose}: ${name}`);
    assert.deepEqual(Object.keys(words[name].choices ?? {}).sort(), choices.map(([value]) => value).sort(), `${whose}: ${name}`);
  }
}
