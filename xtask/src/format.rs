//! `cargo xtask fmt`: the formatting of all Rust code, and what a document repeats of it. `cargo fmt` doesn't find the files of
//! tasks and executors, which a macro names, and the example, which is a workspace of its own.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::catalogue::{self, Catalogue};
use crate::paths;
use crate::process::{cargo, run};

/// Formats everything, and rewrites the table of parameters; or fails where something isn't formatted.
pub fn format(check: bool) -> Result<()> {
    let option = check.then_some("--check");
    run(cargo().args(["fmt", "--all"]).args(option))?;
    let mut rustfmt = Command::new("rustfmt");
    rustfmt
        .current_dir(paths::root())
        .args(["--edition", "2024"])
        .args(option);
    for folder in ["src/task", "src/executor", "examples/minimal/src"] {
        let entries = fs::read_dir(paths::root().join(folder)).with_context(|| format!("can't read {folder}"))?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                rustfmt.arg(path);
            }
        }
    }
    run(&mut rustfmt)?;
    if check {
        // A test does.
        return Ok(());
    }
    catalogue::write_table(&Catalogue::read()?)
}
