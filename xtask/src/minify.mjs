// Reads files as JSON, their contents by their paths, and prints them minified. The page's script, its style and the scripts
// of workers take in what they import: the page, and each worker, has one to load.
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

// What main.js loads later gets a file of its own, and so does what the two share. Each lies as deep as the scripts that it takes
// in, whose addresses are relative to where they lie.
const PAGE = {
  entryPoints: [{ in: 'entries/main.js', out: 'entries/main' }],
  splitting: true,
  outdir: '/',
  chunkNames: 'entries/[name]-[hash]',
};
const OTHERS = [
  'style/page.css', 'entries/plain-worker.js', 'entries/threads-worker.js', 'entries/javascript-worker.js',
  // A language's words, of which the page loads those of its own.
  ...Object.keys(files).filter((path) => /^words\/(first|later)\//.test(path)),
].map((path) => ({
  entryPoints: [path],
  outfile: `/${path}`,
}));

const bundling = { ...options, bundle: true, format: 'esm', write: false, metafile: true, plugins: [inMemory] };
const bundles = [];
for (const entry of [PAGE, ...OTHERS]) {
  const { outputFiles, metafile } = await build({ ...bundling, ...entry });
  bundles.push({ outputFiles, takenIn: Object.keys(metafile.inputs) });
}
// Two of them may take in the same.
for (const input of bundles.flatMap(({ takenIn }) => takenIn)) delete files[input.replace(/^files:/, '')];
for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles)) files[path.slice(1)] = text;
for (const [path, text] of Object.entries(files)) {
  const missing = [...text.matchAll(/^import .*'(\.[^']+)';$/gm)].find(([, from]) => !(join(dirname(path), from) in files));
  if (missing) throw new Error(`${path} imports ${missing[1]}, which another script has taken in: let this one do so too`);
  files[path] = (await transform(text, { ...options, loader: extension(path) })).code;
}
console.log(JSON.stringify(files));
