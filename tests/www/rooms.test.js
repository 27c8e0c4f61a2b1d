// The rooms of www/: docs/architecture.md says in one table which of them each may import.

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
