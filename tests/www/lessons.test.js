// The path of four questions, as the page's HTML has it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { can, executorNames, executorOf, needsSharedMemory } from '../../www/settings/executors.js';
import { parse } from '../../www/settings/parameters.js';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const lessons = [...page.matchAll(/<section class="lesson" id="([\w-]+)"([^>]*)>(.*?)<\/section>/gs)].map(([, id, attributes, inside]) => ({
  id,
  inside,
  of: (name) => attributes.match(new RegExp(`data-${name}="([^"]*)"`))?.[1].replaceAll('&amp;', '&') ?? '',
}));

test('there are four questions, each with three answers that leave no gap', () => {
  assert.equal(lessons.length, 4);
  for (const { id, inside } of lessons) {
    const answers = [...inside.matchAll(/<button[^>]*?(?: data-from="([\d.]+)")?(?: data-to="([\d.]+)")? disabled>/g)];
    assert.equal(answers.length, 3, id);
    const ends = answers.map(([, from = '0', to = 'Infinity']) => [from, to]);
    assert.deepEqual([ends[0][0], ends[1][0], ends[2][0], ends[2][1]], ['0', ends[0][1], ends[1][1], 'Infinity'], id);
    assert.match(page, new RegExp(`data-lesson="${id}"`));
  }
});

test('each is a set-up that this page can do, with and without a network and shared memory', () => {
  for (const lesson of lessons) {
    for (const set of [lesson.of('set'), [lesson.of('set'), lesson.of('offline')].filter(Boolean).join('&')]) {
      const { setup, warnings } = parse(`?${set}`, 4);
      assert.deepEqual(warnings, [], lesson.id);
      for (const name of [lesson.of('executors'), lesson.of('without')].join(' ').split(' ').filter(Boolean)) {
        assert.ok(executorNames().includes(name) && can(executorOf(name), setup.task), `${lesson.id}: ${name}`);
      }
    }
    const executors = lesson.of('executors').split(' ');
    const there = executors.filter((name) => !needsSharedMemory(name));
    const isLeft = there.length > 0 || (lesson.of('without') !== '' && !needsSharedMemory(lesson.of('without')));
    assert.ok(isLeft || lesson.of('step') !== '', `${lesson.id} has something left without shared memory`);
    for (const name of lesson.of('asks').split(' ')) assert.ok(['loop', 'count', ...executors].includes(name), `${lesson.id} asks about ${name}`);
  }
});
