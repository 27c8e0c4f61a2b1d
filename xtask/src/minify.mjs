// Reads files as JSON, their contents by their paths, and prints them minified. The page's script, its style and the script
// that goes with a module of wasm take in what they import: the page, and each thread, has one to load.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { build, transform } from 'esbuild';

const files = JSON.parse(readFileSync(0, 'utf8'));
const options = { minify: true, target: 'es2022', legalComments: 'inline', logLevel: 'error' };

const extension = (path) => path.split('.').pop();

const inMemory = {
  name: 'in memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^/ }, ({ importer, path }) => ({ path: join(dirname(importer), path), namespace: 'files' }));
    onLoad({ filter: /^/, namespace: 'files' }, ({ path }) => ({ contents: files[path], loader: extension(path) }));
  },
};

const takesIn = (path) => ['main.js', 'style/page.css'].includes(path) || path.endsWith('/easy_concurrency.js');

for (const path of Object.keys(files).filter(takesIn)) {
  const bundling = { ...options, bundle: true, format: 'esm', write: false, metafile: true };
  const { outputFiles, metafile } = await build({ ...bundling, entryPoints: [path], plugins: [inMemory] });
  for (const input of Object.keys(metafile.inputs)) delete files[input.replace(/^files:/, '')];
  files[path] = outputFiles[0].text;
}
for (const [path, text] of Object.entries(files)) {
  const missing = [...text.matchAll(/^import .*'(\.[^']+)';$/gm)].find(([, from]) => !(join(dirname(path), from) in files));
  if (missing) throw new Error(`${path} imports ${missing[1]}, which another script has taken in: let this one do so too`);
  files[path] = (await transform(text, { ...options, loader: extension(path) })).code;
}
console.log(JSON.stringify(files));
