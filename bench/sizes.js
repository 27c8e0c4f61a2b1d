// How much a visitor's browser loads, compressed as hosts usually do.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Code files; pictures and icons don't count. */
const CODE = /\.(html|css|js|wasm)$/;
/** What loads when the page is idle: a script, and its words. */
const LATER = /further-|words\/later\//;
/** The words of one language are loaded; English stands for all. */
const OTHER_LANGUAGES = /words\/(first|later)\/(?!en\.js)/;

const gzip = (contents) => gzipSync(contents, { level: constants.Z_BEST_COMPRESSION }).length / 1000;
const brotli = (contents) => brotliCompressSync(contents).length / 1000;
const sum = (values) => values.reduce((all, value) => all + value, 0);

/** The sizes of the built site, as rows of the table. */
export function sizesOf(dist) {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const [, version] = /"(\w+)\/style\/page\.css"/.exec(page) ?? [];
  const files = readdirSync(join(dist, version), { recursive: true }).map((path) => join(dist, version, path)).filter((path) => CODE.test(path) && !OTHER_LANGUAGES.test(path));
  files.push(...['index.html', 'service-worker.js', 'file-notice.js'].map((entry) => join(dist, entry)));
  const module = readFileSync(join(dist, version, 'threads/easy_concurrency_bg.wasm'));
  const together = (isLater) => sum(files.filter((path) => LATER.test(path) === isLater).map((path) => gzip(readFileSync(path))));
  const row = (what, bound, value) => ({ what, bound, value, unit: ' kB' });
  return [
    row('threaded module, brotli', { most: 42 }, brotli(module)),
    row('threaded module, gzip', {}, gzip(module)),
    row('page, styles, scripts and both modules, gzip', { most: 120 }, together(false)),
    row('script for what is further down the page, loaded later, gzip', {}, together(true)),
  ];
}
