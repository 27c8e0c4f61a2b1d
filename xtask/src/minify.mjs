// Reads files as JSON, their contents by their paths, and prints them minified, each for itself.
import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

const files = JSON.parse(readFileSync(0, 'utf8'));
const options = { minify: true, target: 'es2022', legalComments: 'none' };
for (const [path, text] of Object.entries(files)) {
  files[path] = (await transform(text, { ...options, loader: path.split('.').pop() })).code;
}
console.log(JSON.stringify(files));
