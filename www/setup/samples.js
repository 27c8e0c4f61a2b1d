// The Python and the JavaScript way beside each executor's Rust, written for this page.

/** @import {ExecutorName} from '../types.js' */

/** @type {Record<ExecutorName, {python: string, javascript: string}>} */
export const SAMPLES = {
  loop: {
    python: `results = []
for input in inputs:
    results.append(task(input))`,
    javascript: `const results = [];
for (const input of inputs) {
  results.push(await task(input));
}`,
  },
  map: {
    python: `results = list(map(task, inputs))`,
    javascript: `// for a task that computes; one that waits
// would start all at once: see async
const results = inputs.map(task);`,
  },
  gil: {
    python: `with ThreadPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))`,
    javascript: `// no threads, but one lock between workers
const results = await Promise.all(
  inputs.map((input) =>
    navigator.locks.request('gil', () => pool.run(input))));`,
  },
  threads: {
    python: `# the same lines under python3.14t,
# the build of CPython without the lock
with ThreadPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))`,
    javascript: `// in each worker: only raw memory can be shared
for (;;) {
  const index = Atomics.add(next, 0, 1);
  if (index >= inputs.length) break;
  results[index] = task(inputs[index]);
}`,
  },
  'fork-join': {
    python: `def fib(n):
    if n < cutoff:
        return fib_alone(n)
    with ThreadPoolExecutor(1) as other:
        half = other.submit(fib, n - 1)
        return fib(n - 2) + half.result()`,
    javascript: `async function fib(n) {
  if (n < cutoff) return fibAlone(n);
  const halves = [pool.run(n - 1), fib(n - 2)];
  const [one, other] = await Promise.all(halves);
  return one + other;
}`,
  },
  processes: {
    python: `with ProcessPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))`,
    javascript: `const pool = startWorkers('task.js', workers);
const results = await Promise.all(
  inputs.map((input) => pool.run(input)));`,
  },
  async: {
    python: `limit = asyncio.Semaphore(workers)

async def limited(input):
    async with limit:
        return await task(input)

results = await asyncio.gather(*map(limited, inputs))`,
    javascript: `// all at once; a limit takes a queue more
const results = await Promise.all(inputs.map(task));`,
  },
};

/** Which lines of `text` are not in `before`.
 * @param {string} text
 * @param {string} before
 * @returns {{line: string, changed: boolean}[]} */
export function changedLines(text, before) {
  const known = new Set(before.split('\n').map((line) => line.trim()));
  return text.split('\n').map((line) => ({
    line,
    // Brackets and comments alone say nothing.
    changed: /\w/.test(line) && !/^\s*(\/\/|#)/.test(line) && !known.has(line.trim()),
  }));
}
