// `code.js` is made by the build: each executor's lines, cut from the Rust source.
export const CODE: Readonly<Record<string, string>>;
