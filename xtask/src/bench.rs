//! `cargo xtask bench`: every promised ratio, measured in real browsers.

use anyhow::{Context as _, Result, bail};

use crate::browsers::{self, Engines};
use crate::process::{cargo, run as run_command, say};
use crate::{npm, paths, site};
use suites::SUITES;

#[path = "../../bench/src/suites.rs"]
mod suites;

/// Where it can be measured.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// A third of the rounds, where they take minutes.
const QUICK: &str = "quick";

/// Builds the site, the same loop for this machine, and what drives the browsers; then measures the parts of these
/// names, engines or suites, or all.
pub fn run(parts: &[&str]) -> Result<()> {
    let is_known = |part: &&&str| ENGINES.contains(*part) || SUITES.contains(*part) || **part == QUICK;
    if let Some(unknown) = parts.iter().find(|part| !is_known(part)) {
        let known = [&ENGINES[..], &SUITES, &[QUICK]].concat();
        bail!("there is no part {unknown:?}: use {}", known.join(", "));
    }
    let browsers = browsers::set_up(Engines::All)?;
    let mut parts = parts.to_vec();
    if !parts.iter().any(|part| ENGINES.contains(part)) {
        parts.extend(ENGINES);
        let drivers = [&browsers.chromedriver, &browsers.geckodriver, &browsers.webkitdriver];
        for (engine, driver) in ENGINES.into_iter().zip(drivers) {
            if driver.is_none() {
                say(&format!("Not measuring {engine}: its WebDriver isn't installed"));
                parts.retain(|part| *part != engine);
            }
        }
    }
    npm::check_node().context("the report runs the page's own scripts")?;
    site::build()?;
    say("Building the benchmark");
    let mut native = cargo();
    native.args("build --release --package=easy-concurrency --example=native_loop".split(' '));
    run_command(&mut native)?;
    let mut bench = cargo();
    bench
        .args(["run", "--profile=driver", "--package=bench", "--"])
        .args(parts);
    bench.envs(browsers.variables()).env(
        "NATIVE_LOOP",
        paths::programs()?
            .with_file_name("release")
            .join("examples/native_loop"),
    );
    run_command(&mut bench)
}
