//! Makes wasm smaller and faster with Binaryen's wasm-opt, which npm brings ready to run on every platform.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::flavour::Flavour;
use crate::npm;
use crate::paths;
use crate::process::{run, say};

/// What browsers with wasm threads have, and both flavours may use.
const FEATURES: [&str; 7] = [
    "--enable-threads",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// Whether it can be had. Without it the page works as well, only larger, so its absence is told and no error.
pub fn is_available() -> bool {
    match npm::site_package("binaryen") {
        Ok(()) => true,
        Err(error) => {
            say(&format!("Not running wasm-opt, so the modules stay larger: {error:#}"));
            false
        }
    }
}

/// Optimises a module in place.
pub fn optimize(module: &Path, flavour: Flavour) -> Result<()> {
    let mut command = Command::new("node");
    command
        .arg(script())
        .args(["-Oz", "--strip-target-features"])
        .args(["--one-caller-inline-max-function-size", largest_inlined(flavour)])
        .args(FEATURES)
        .arg(module)
        .arg("-o")
        .arg(module);
    run(&mut command)
}

/// How large a function may be that is merged with its only caller. Merging all of them makes a module larger, when
/// compressed, and leaves it few small functions: by their share, V8 decides how much it inlines (`BudgetScaleFactor` in
/// its inlining-tree.h), and fib is a third faster where it is inlined into itself. With these 42% of either flavour's
/// functions take less than 50 bytes. Where they no longer do, the benchmark's processes fall behind its threads.
fn largest_inlined(flavour: Flavour) -> &'static str {
    match flavour {
        Flavour::Threads => "0",
        Flavour::Plain => "6",
    }
}

fn script() -> PathBuf {
    paths::root().join("node_modules/binaryen/bin/wasm-opt")
}
