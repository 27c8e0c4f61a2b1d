//! `cargo xtask lint`: what can be found out without running anything. Warnings are errors here.

use std::process::Command;

use anyhow::Result;

use crate::catalogue::Catalogue;
use crate::flavour::{Flavour, TARGET};
use crate::npm::{self, Packages};
use crate::process::{self, cargo, say};
use crate::toolchain::Toolchain;
use crate::tools;
use crate::{format, paths};

/// Checks the formatting, the Rust code for this machine and for wasm, the dependencies, and the types of the page's
/// JavaScript.
pub fn run() -> Result<()> {
    say("Checking the formatting");
    format::format(true)?;

    say("Checking the Rust code");
    process::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]))?;

    let toolchain = Toolchain::find()?;
    toolchain.add_clippy()?;
    for flavour in Flavour::ALL {
        say(&format!(
            "Checking the Rust code for wasm, the {} flavour",
            flavour.name()
        ));
        let mut clippy = toolchain.cargo(flavour);
        clippy
            .current_dir(paths::root())
            .args(["clippy", "--package=easy-concurrency", "--all-targets"]);
        process::run(clippy.args(["--target", TARGET, "--", "--deny=warnings"]))?;
    }

    say("Checking the licences and sources of the dependencies");
    let mut deny = Command::new(tools::CARGO_DENY.program()?);
    deny.current_dir(paths::root())
        .args(["--workspace", "--locked", "check"]);
    process::run(deny.args(["licenses", "sources", "bans"]))?;

    say("Checking the types of the page's JavaScript");
    npm::install(Packages::All)?;
    Catalogue::read()?.keep()?;
    let compiler = paths::root().join("node_modules/typescript/bin/tsc");
    process::run(
        Command::new("node")
            .arg(compiler)
            .arg("--project")
            .arg(paths::root().join("www")),
    )
}
