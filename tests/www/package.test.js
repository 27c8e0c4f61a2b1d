// What others take from here: the package in npm/, as it would be published, and the example.

import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { publint } from 'publint';

const folder = fileURLToPath(new URL('../../npm/', import.meta.url));

test('what npm packs is whole, and publint has nothing to say about it', async (t) => {
  const packed = mkdtempSync(join(tmpdir(), 'package-'));
  t.after(() => rmSync(packed, { recursive: true }));
  const [{ filename, files, version }] = JSON.parse(
    execSync(`npm pack --json --ignore-scripts=false --pack-destination "${packed}"`, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
  );
  assert.deepEqual(files.map(({ path }) => path).sort(), ['LICENSE', 'README.md', 'isolate.d.ts', 'isolate.js', 'package.json']);
  const { buffer: tarball } = new Uint8Array(readFileSync(join(packed, filename)));
  const { messages } = await publint({ pack: { tarball }, strict: true });
  assert.deepEqual(messages, []);
  assert.ok(readFileSync(join(folder, 'isolate.js'), 'utf8').startsWith(`/*! isolate.js ${version}, MIT licence.`));
});

test('the example names the version of wasm-bindgen that it is built with', () => {
  const read = (name) => readFileSync(new URL(`../../examples/minimal/${name}`, import.meta.url), 'utf8');
  const [, version] = read('Cargo.toml').match(/wasm-bindgen = "=(.*)"/);
  assert.ok(read('README.md').includes(`cargo install wasm-bindgen-cli --locked --version ${version}\n`));
});
