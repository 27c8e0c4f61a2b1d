// What www/thread.js uses of the module that the build puts here.

export default function init(parts: { module_or_path: WebAssembly.Module; memory: WebAssembly.Memory }): Promise<void>;
export function wbg_rayon_start_worker(receiver: number): void;
