// The rooms of www/ and src/: docs/architecture.md says in two tables which of them each may import.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** By room, those that it may import. */
const rooms = new Map();
for (const [, room, words] of read('docs/architecture.md').matchAll(/^\| `(\w+)\/` \| .* \| ([^|]+) \|$/gm)) {
  rooms.set(room, words === 'all above' ? [...rooms.keys()] : [...words.matchAll(/`(\w+)\/`/g)].map(([, other]) => other));
}
// What wasm-bindgen writes is there only in the built site.
rooms.get('entries')?.push('plain', 'threads');

const files = readdirSync(new URL('www/', root), { recursive: true }).map((path) => path.replaceAll('\\', '/'));
const scripts = files.filter((path) => path.endsWith('.js'));

test('every script lies in a room', () => {
  assert.ok(rooms.size > 9, 'the table is read');
  assert.deepEqual(scripts.filter((path) => !rooms.has(path.split('/')[0])), []);
});

test('each room imports only what the table allows', () => {
  const imported = scripts.flatMap((path) =>
    [...read(`www/${path}`).matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)].map(([, other]) => [path, join(dirname(path), other)]),
  );
  const wrong = imported.filter(([path, other]) => {
    const [own, room] = [path, other].map((one) => one.split('/')[0]);
    return own !== room && room !== 'types' && !rooms.get(own)?.includes(room);
  });
  assert.deepEqual(wrong.map(([path, other]) => `${path} imports ${other}`), []);
  assert.ok(imported.length > 300, `${imported.length} imports`);
});

/** Files whose English a translation replaces, or that are for programs or have their code. */
const IN_ENGLISH = /^(words|vendor|interleaving\/programs\.js|settings\/(catalogue|executors|listings)\.js|export\/trace\.js)/;
/** Lines for developers: errors of the code itself, and what the console shows. */
const FOR_DEVELOPERS = /^\s*\/\/.*$|^.*(Error|Symbol|console\.\w+)\(.*$/gm;
/** What scripts say to each other, selectors, classes and markup. */
const FOR_PROGRAMS = /^(take over|keep next|not yet|–|[#.<].*|\w+ of-…|(head|line) failed|swatch step-…|field wide)$/;

test('what a person reads stands in words/', () => {
  const found = scripts.filter((path) => !IN_ENGLISH.test(path)).flatMap((path) => {
    const code = read(`www/${path}`).replace(/\/\*.*?\*\//gs, '').replace(FOR_DEVELOPERS, '');
    const texts = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template.replace(/\$\{[^}]*\}/g, '…'));
    const labels = [...code.matchAll(/(?:textContent = |(?:aria-label|alt|title)'?: )'([^']+)'/g)].map(([, text]) => text);
    const said = [...texts.filter((text) => /[a-z’,]{2} [a-z’]{2}/i.test(text)), ...labels].filter((text) => !FOR_PROGRAMS.test(text));
    return said.map((text) => `${path}: ${text}`);
  });
  assert.deepEqual(found, []);
});

test('in src/, each room imports only those above it in lib.rs', () => {
  const above = [...read('src/lib.rs').matchAll(/^(?:pub )?mod (\w+);$/gm)].map(([, room]) => room);
  const wrong = [];
  for (const path of readdirSync(new URL('src/', root), { recursive: true }).filter((name) => name.endsWith('.rs'))) {
    const [own] = path.split(/[/\\.]/);
    // Tests may take what they need from anywhere.
    const [code] = read(`src/${path}`).split('\n#[cfg(test)]\nmod tests');
    assert.doesNotMatch(code, /crate::\{/, `${path}: name each room in a line of its own`);
    for (const [, other] of code.matchAll(/crate::(\w+)/g)) {
      if (above.includes(own) && above.indexOf(other) > above.indexOf(own)) wrong.push(`${path} imports ${other}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(above.length > 10, `${above}`);
});
