//! `cargo xtask test`: everything, on a machine that has nothing yet.

mod report;
mod tee;

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};

use crate::catalogue::Catalogue;
use crate::flavour::Flavour;
use crate::npm::{self, Packages};
use crate::process::{cargo, find_program, say};
use crate::toolchain::{self, Toolchain};
use crate::{browsers, debian, paths, site, tools};
use report::Report;

/// A part of the tests: its name, and what runs it.
type Part = (&'static str, fn(&mut Report) -> Result<()>);

/// From the quickest to the slowest.
const PARTS: [Part; 4] = [("native", native), ("www", www), ("wasm", wasm), ("page", page)];

/// Runs the parts of these names, or all of them, and closes with the number of tests that passed and failed.
pub fn run(names: &[&str]) -> Result<ExitCode> {
    let known = PARTS.map(|(name, _)| name);
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        bail!("there are no tests {unknown:?}, only {}", known.join(", "));
    }
    let mut report = Report::default();
    for (name, part) in PARTS {
        if names.is_empty() || names.contains(&name) {
            // A part that can't run doesn't keep the others from running.
            if let Err(error) = part(&mut report) {
                eprintln!("error: {error:#}");
                report.fail(format!("{name}: {error:#}"));
            }
        }
    }
    Ok(report.close())
}

/// What has no browser in it.
fn native(report: &mut Report) -> Result<()> {
    // Apart, since together cargo would build what they share for both at once, once more.
    for package in [
        ["--package=xtask", "--bins"].as_slice(),
        &["--package=server", "--lib", "--all-features"],
        &["--package=easy-concurrency", "--lib"],
    ] {
        let mut cargo = cargo();
        cargo.args(["test", "--no-fail-fast"]).args(package);
        tee::run(report, "native", &mut cargo)?;
    }
    Ok(())
}

/// The page's modules that need no page.
fn www(report: &mut Report) -> Result<()> {
    install_packages()?;
    Catalogue::read()?.keep()?;
    for file in files("tests/www", ".test.js")? {
        // Not `node --test`, which counts a file without tests as one that passed.
        let mut node = Command::new("node");
        node.current_dir(paths::root()).arg("--test-reporter=spec").arg(&file);
        report.open("www", &file);
        tee::run(report, "www", &mut node)?;
    }
    Ok(())
}

/// The executors, in both flavours and every browser that wasm-pack drives.
fn wasm(report: &mut Report) -> Result<()> {
    let toolchain = Toolchain::find()?;
    let browsers = browsers::set_up()?;
    let tools = [tools::WASM_PACK.folder()?, tools::WASM_BINDGEN.folder()?];
    for flavour in Flavour::ALL {
        for (browser, option, driver) in [
            ("chrome", "--chromedriver", &browsers.chromedriver),
            ("firefox", "--geckodriver", &browsers.geckodriver),
            ("safari", "--safaridriver", &browsers.safaridriver),
        ] {
            let Some(driver) = driver else {
                // Other systems have none.
                if browser != "safari" || cfg!(target_os = "macos") {
                    report.skip(format!("wasm: the {} flavour in {browser}", flavour.name()));
                }
                continue;
            };
            say(&format!("Testing the {} flavour in {browser}", flavour.name()));
            let mut wasm_pack = Command::new(tools::WASM_PACK.program()?);
            // It would install rustup's target, which a standard library built from its sources replaces.
            wasm_pack
                .args(["test", "--headless", "--mode", "no-install"])
                .args([&format!("--{browser}"), option])
                .arg(driver);
            wasm_pack.current_dir(paths::root());
            toolchain::set(&mut wasm_pack, toolchain.variables(flavour, &tools));
            tee::run(report, "wasm", &mut wasm_pack)?;
        }
    }
    Ok(())
}

/// The built page, as a visitor uses it.
fn page(report: &mut Report) -> Result<()> {
    let browsers = browsers::set_up()?;
    install_packages()?;
    site::build()?;
    let mut cargo = cargo();
    cargo.args(["test", "--package=page-tests", "--package=bench", "--no-fail-fast"]);
    cargo.envs(browsers.variables());
    // As many browsers as the tests start at once; they wait more than they compute.
    cargo.env("RUST_TEST_THREADS", "3");
    tee::run(report, "page", &mut cargo)
}

/// What tests take from npm.
fn install_packages() -> Result<()> {
    if find_program("node").is_none() || find_program("npm").is_none() {
        let purpose = "Node.js, for the tests of the page";
        debian::install(purpose, &["nodejs", "npm"], "install Node.js 20 or newer")?;
    }
    npm::install(Packages::All)
}

/// The files in that folder whose names end so, in order.
fn files(folder: &str, ending: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(paths::root().join(folder)).with_context(|| format!("can't read {folder}"))?;
    let names: Result<Vec<_>, _> = entries.map(|entry| entry.map(|entry| entry.file_name())).collect();
    let mut names: Vec<_> = names?.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(ending));
    names.sort();
    ensure!(!names.is_empty(), "no file in {folder} ends with {ending}");
    Ok(names.iter().map(|name| format!("{folder}/{name}")).collect())
}
