//! `cargo xtask lint`: what can be found out without running anything. Warnings are errors here.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::flavour::{Flavour, TARGET};
use crate::npm::{self, Packages};
use crate::process::{self, cargo, say};
use crate::toolchain::Toolchain;
use crate::tools;
use crate::{format, paths, stamp};

/// What `cargo deny` was last content with. Kept in the repository: its verdict depends on nothing else than what is hashed there,
/// and compiling it takes minutes.
const DENY_STAMP: &str = ".cargo/deny-checked";

/// A check: what it is about, and how it is done.
type Check = (&'static str, fn() -> Result<()>);

const CHECKS: [Check; 5] = [
    ("the formatting", || format::format(true)),
    ("the Rust code", clippy),
    ("the Rust code for wasm", clippy_for_wasm),
    ("the licences and sources of the dependencies", deny),
    ("the types of the page's JavaScript", types),
];

/// Does all checks, whether or not one of them finds something.
pub fn run() -> Result<()> {
    let mut failed = Vec::new();
    for (what, check) in CHECKS {
        say(&format!("Checking {what}"));
        if let Err(error) = check() {
            eprintln!("error: {error:#}");
            failed.push(what);
        }
    }
    if !failed.is_empty() {
        bail!("these checks failed: {} (see above)", failed.join(", "));
    }
    Ok(())
}

fn clippy() -> Result<()> {
    all_findings(cargo().args(["clippy", "--workspace", "--all-targets"]))
}

fn clippy_for_wasm() -> Result<()> {
    let toolchain = Toolchain::find()?;
    toolchain.add_clippy()?;
    for flavour in Flavour::ALL {
        let mut clippy = toolchain.cargo(flavour);
        clippy.current_dir(paths::root());
        all_findings(clippy.args([
            "clippy",
            "--package=easy-concurrency",
            "--all-targets",
            "--target",
            TARGET,
        ]))?;
    }
    Ok(())
}

/// Runs Clippy to its end and fails where it found something. Were a warning an error to Clippy itself, crates that depend on the one
/// that has it would be looked at the next time only.
fn all_findings(clippy: &mut Command) -> Result<()> {
    clippy.args(["--keep-going", "--message-format=json-diagnostic-rendered-ansi"]);
    let mut running = clippy.stdout(Stdio::piped()).spawn().context("can't start cargo")?;
    let output = running.stdout.take().context("Clippy has no output")?;
    // A library is looked at twice, once for its tests.
    let mut found = BTreeSet::new();
    for line in BufReader::new(output).lines() {
        let told: Value = serde_json::from_str(&line?)?;
        let message = &told["message"];
        // Without a code it is no lint: that a feature isn't stable, or how many warnings there were.
        if (message["code"].is_object() || message["level"] == "error")
            && let Some(words) = message["rendered"].as_str()
            && found.insert(words.to_owned())
        {
            eprint!("{words}");
        }
    }
    let status = running.wait()?;
    ensure!(status.success() && found.is_empty(), "Clippy found problems");
    Ok(())
}

fn deny() -> Result<()> {
    let read = |name: &str| fs::read_to_string(paths::root().join(name)).with_context(|| format!("can't read {name}"));
    let (lock, rules) = (read("Cargo.lock")?, read("deny.toml")?);
    let inputs = stamp::hash(dependencies(&lock).chain([rules.as_str()]).map(str::as_bytes));
    let checked = paths::root().join(DENY_STAMP);
    if fs::read_to_string(&checked).is_ok_and(|last| last.trim() == inputs) {
        return Ok(());
    }
    let mut deny = Command::new(tools::CARGO_DENY.program()?);
    deny.current_dir(paths::root())
        .args(["--workspace", "--locked", "check"]);
    process::run(deny.args(["licenses", "sources", "bans"]))?;
    fs::write(&checked, inputs + "\n").with_context(|| format!("can't write {}", checked.display()))
}

/// The parts of a lock file about packages from elsewhere. Renaming the project doesn't change them.
fn dependencies(lock: &str) -> impl Iterator<Item = &str> {
    lock.split("[[package]]")
        .filter(|package| package.contains("\nsource = "))
}

fn types() -> Result<()> {
    npm::install(Packages::All)?;
    Catalogue::read()?.keep()?;
    let compiler = paths::root().join("node_modules/typescript/bin/tsc");
    let mut tsc = Command::new("node");
    process::run(tsc.arg(compiler).arg("--project").arg(paths::root().join("www")))
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn what_the_project_is_called_is_no_dependency() {
        let lock = |name: &str| {
            format!(
                "version = 4\n\n[[package]]\nname = \"a\"\nsource = \"b\"\n\n[[package]]\nname = \"{name}\"\ndependencies = [\n \"a\",\n]\n"
            )
        };
        let [old, new] = ["easy-concurrency", "queens"].map(lock);
        assert_eq!(
            dependencies(&old).collect::<Vec<_>>(),
            dependencies(&new).collect::<Vec<_>>()
        );
        assert_eq!(dependencies(&old).count(), 1);
    }
}
