// Starts as many bare workers as it is asked for, as a coordinator starts its threads, and tells how long all took to answer.
self.onmessage = async ({ data: count }) => {
  const begin = performance.now();
  const start = () =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('bare.js', import.meta.url), { type: 'module' });
      worker.onmessage = resolve;
      worker.postMessage('there?');
    });
  await Promise.all(Array.from({ length: count }, start));
  self.postMessage(performance.now() - begin);
};
