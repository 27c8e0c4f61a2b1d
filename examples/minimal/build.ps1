# Builds the page into dist/. build.sh does the same in sh.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

# Lets this stable compiler use unstable features: see README.md.
$env:RUSTC_BOOTSTRAP = '1'
cargo build --release --locked --target-dir target
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
if (Test-Path dist) { Remove-Item -Recurse dist }
wasm-bindgen --target web --no-typescript --out-dir dist target/wasm32-unknown-unknown/release/minimal.wasm
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Copy-Item index.html, main.js, worker.js, isolate.js dist
