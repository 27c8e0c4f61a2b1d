//! Turns the flavour into one switch, `cfg(threads)`, and fails a threads build whose standard library has no threads.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Set by `cargo xtask`, so that a moved checkout is rebuilt.
    println!("cargo::rerun-if-env-changed=EASY_CONCURRENCY_FOLDER");
    println!("cargo::rustc-check-cfg=cfg(threads)");
    let is_wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    // From the flags, because a stable compiler doesn't report unstable features such as this one.
    let has_atomics = env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("+atomics"));
    // Native builds always have threads, so that code that needs them can be tested there.
    if !is_wasm || has_atomics {
        println!("cargo::rustc-cfg=threads");
    }
    if is_wasm && has_atomics {
        println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
        println!("cargo::rerun-if-env-changed=CARGO_UNSTABLE_BUILD_STD");
        let std_is_rebuilt =
            env::var_os("RUSTC_BOOTSTRAP").is_some() && env::var_os("CARGO_UNSTABLE_BUILD_STD").is_some();
        assert!(
            std_is_rebuilt,
            "wasm threads need their own std: run `cargo xtask wasm-pack`, or set RUSTC_BOOTSTRAP=1 and CARGO_UNSTABLE_BUILD_STD=panic_abort,std for this command"
        );
    }
}
