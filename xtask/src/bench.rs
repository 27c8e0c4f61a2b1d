//! `cargo xtask bench`: every promised ratio, measured in real browsers.

use anyhow::{Result, bail};

use crate::process::{cargo, run as run_command, say};
use crate::{browsers, paths, site};

/// Builds the site, the same loop for this machine, and what drives the browsers; then measures the parts of these
/// names, engines or suites, or all.
pub fn run(parts: &[&str]) -> Result<()> {
    const KNOWN: [&str; 6] = ["chromium", "firefox", "computing", "start-up", "pictures", "page"];
    if let Some(unknown) = parts.iter().find(|part| !KNOWN.contains(part)) {
        bail!("there is no {unknown:?} to measure, only {}", KNOWN.join(", "));
    }
    let browsers = browsers::set_up()?;
    site::build()?;
    say("Building what measures");
    run_command(cargo().args(["build", "--release", "--package=easy-concurrency", "--example=native"]))?;
    let mut bench = cargo();
    bench
        .args(["run", "--profile=driver", "--package=bench", "--"])
        .args(parts);
    bench
        .env("CHROMEDRIVER", browsers.chromedriver)
        .env("GECKODRIVER", browsers.geckodriver)
        .env("NATIVE_LOOP", paths::target().join("release/examples/native"));
    run_command(&mut bench)
}
