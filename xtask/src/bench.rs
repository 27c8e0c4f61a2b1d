//! `cargo xtask bench`: every promised ratio, measured in real browsers.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{run as run_command, say};
use crate::{browsers, paths, site};

/// Builds the site, the same loop for this machine, and what drives the browsers; then measures in the engines of these
/// names, or in all.
pub fn run(engines: &[&str]) -> Result<()> {
    const KNOWN: [&str; 1] = ["chromium"];
    if let Some(unknown) = engines.iter().find(|engine| !KNOWN.contains(engine)) {
        bail!("nothing is measured in {unknown:?}, only in {}", KNOWN.join(", "));
    }
    let browsers = browsers::set_up()?;
    site::build()?;
    say("Building what measures");
    run_command(cargo().args(["build", "--release", "--package=easy-concurrency", "--example=native"]))?;
    let mut bench = cargo();
    bench
        .args(["run", "--profile=driver", "--package=bench", "--"])
        .args(engines);
    bench
        .env("CHROMEDRIVER", browsers.chromedriver)
        .env("GECKODRIVER", browsers.geckodriver)
        .env("NATIVE_LOOP", paths::target().join("release/examples/native"));
    run_command(&mut bench)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(paths::root());
    command
}
