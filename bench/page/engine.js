// What the engine itself gives, with none of the project's code: how many loops really run at once, what a worker costs that runs
// wasm, and how soon wasm is as fast as it gets.

const start = (file) => new Worker(new URL(file, import.meta.url), { type: 'module' });

const ask = (worker, question) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });

const LAP = { n: 34 };

/** How long so many loops take at once, the slowest of them. */
async function atOnce(count) {
  const workers = Array.from({ length: count }, () => start('engine-worker.js'));
  await Promise.all(workers.map((worker) => ask(worker, LAP)));
  const times = await Promise.all(workers.map((worker) => ask(worker, LAP)));
  for (const worker of workers) worker.terminate();
  return Math.max(...times);
}

/** How long a worker takes to answer, by its script. */
async function answer(file) {
  const begin = performance.now();
  const worker = start(file);
  await ask(worker, { n: 1 });
  const took = performance.now() - begin;
  worker.terminate();
  return took;
}

/** The first lap after a warm-up, and one after ten more. */
async function first() {
  const worker = start('engine-worker.js');
  await ask(worker, { n: 22, warmUpMs: 60 });
  const laps = [];
  while (laps.length < 12) laps.push(await ask(worker, LAP));
  worker.terminate();
  return [laps[0], laps.at(-1)];
}

window.engine = { claimed: () => navigator.hardwareConcurrency, atOnce, answer, first };
