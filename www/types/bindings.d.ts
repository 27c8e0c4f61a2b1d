/** What wasm-bindgen writes beside a module. It is there only in the built site. */
declare module '*/easy_concurrency.js';
