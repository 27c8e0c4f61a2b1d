//! `cargo xtask lint`: what can be found out without running anything. Warnings are errors here.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::catalogue::Catalogue;
use crate::flavour::{Flavour, TARGET};
use crate::npm::{self, Packages};
use crate::process::{self, cargo, say};
use crate::toolchain::Toolchain;
use crate::tools;
use crate::{format, paths, stamp};

/// What `cargo deny` was last content with. Kept in the repository: its verdict depends on nothing else than the files that are
/// hashed there, and compiling it takes minutes.
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
        bail!("something is wrong with {}: see above", failed.join(", "));
    }
    Ok(())
}

fn clippy() -> Result<()> {
    process::run(cargo().args("clippy --workspace --all-targets --keep-going -- --deny=warnings".split(' ')))
}

fn clippy_for_wasm() -> Result<()> {
    let toolchain = Toolchain::find()?;
    toolchain.add_clippy()?;
    for flavour in Flavour::ALL {
        let mut clippy = toolchain.cargo(flavour);
        clippy
            .current_dir(paths::root())
            .args("clippy --package=easy-concurrency --all-targets --keep-going".split(' '));
        process::run(clippy.args(["--target", TARGET, "--", "--deny=warnings"]))?;
    }
    Ok(())
}

fn deny() -> Result<()> {
    let read = |name: &str| fs::read(paths::root().join(name)).with_context(|| format!("can't read {name}"));
    let inputs = [read("Cargo.lock")?, read("deny.toml")?];
    let inputs = stamp::hash(inputs.iter().map(Vec::as_slice));
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

fn types() -> Result<()> {
    npm::install(Packages::All)?;
    Catalogue::read()?.keep()?;
    let compiler = paths::root().join("node_modules/typescript/bin/tsc");
    let mut tsc = Command::new("node");
    process::run(tsc.arg(compiler).arg("--project").arg(paths::root().join("www")))
}
