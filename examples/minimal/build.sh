#!/bin/sh
# Builds the page into dist/. build.ps1 does the same in PowerShell.
set -eu
cd "$(dirname "$0")"

# Lets this stable compiler use unstable features: see README.md.
export RUSTC_BOOTSTRAP=1
cargo build --release --locked --target-dir target
rm -rf dist
wasm-bindgen --target web --no-typescript --out-dir dist target/wasm32-unknown-unknown/release/minimal.wasm
cp index.html main.js worker.js isolate.js dist/
