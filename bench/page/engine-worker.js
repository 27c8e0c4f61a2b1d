// fib by naive recursion, as wasm: call f(n - 1), call f(n - 2), add.
const FIB = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 30, 1, 28, 0, 32, 0, 65, 2, 72,
  4, 127, 32, 0, 5, 32, 0, 65, 1, 107, 16, 0, 32, 0, 65, 2, 107, 16, 0, 106, 11, 11,
]);
let fib;

self.onmessage = ({ data: { n, warmUpMs = 0 } }) => {
  fib ??= new WebAssembly.Instance(new WebAssembly.Module(FIB)).exports.f;
  const begin = performance.now();
  do fib(n);
  while (performance.now() - begin < warmUpMs);
  self.postMessage(performance.now() - begin);
};
