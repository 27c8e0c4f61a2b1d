//! `cargo xtask test`: on a machine that has nothing yet, too.

mod example;
mod report;

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};

use crate::browsers::{self, Browsers, Engines};
use crate::catalogue::Catalogue;
use crate::flavour::{Flavour, TARGET};
use crate::npm::{self, Packages};
use crate::process::cargo;
use crate::toolchain::Toolchain;
use crate::{debian, paths, process, site, tools, wasm_pack};
use report::Report;

/// Everything, and not only what takes minutes.
const ALL: &str = "all";

/// The module of `tests/page/tests` with the tests that need the whole machine.
const ALONE: &str = "alone::";
/// And that with the tests of `examples/minimal`.
const EXAMPLE: &str = "example::";

/// A part of the tests: its name, and what runs it in these engines.
type Part = (&'static str, fn(&mut Report, Engines) -> Result<()>);

/// From the quickest to the slowest.
const PARTS: [Part; 5] = [
    ("native", native),
    ("www", www),
    ("wasm", wasm),
    ("page", page),
    ("example", example),
];

/// Left out unless they are asked for: each builds standard libraries of its own. What `wasm` tests of executors, `native` and `page`
/// test as well, if not by themselves in a browser.
const ONLY_IF_NAMED: [&str; 2] = ["wasm", "example"];

/// Runs the parts of these names, or each of them; in one browser, unless `all` is among the names. Closes with the number of tests
/// that passed and failed.
pub fn run(names: &[&str]) -> Result<ExitCode> {
    let known = PARTS.map(|(name, _)| name);
    if let Some(unknown) = names.iter().find(|name| **name != ALL && !known.contains(name)) {
        bail!("there is no part {unknown:?}: use {ALL}, {}", known.join(", "));
    }
    let engines = if names.contains(&ALL) {
        Engines::All
    } else {
        Engines::One
    };
    let parts: Vec<_> = names.iter().filter(|name| **name != ALL).collect();
    let mut report = Report::default();
    for (name, part) in PARTS {
        let is_usual = parts.is_empty() && (engines == Engines::All || !ONLY_IF_NAMED.contains(&name));
        if is_usual || parts.contains(&&name) {
            report.begin(name);
            // A part that can't run doesn't keep the others from running.
            if let Err(error) = part(&mut report, engines) {
                report.fail(&format!("{error:#}"));
            }
        }
    }
    if engines == Engines::One && parts.is_empty() {
        println!(
            "Not run: other browsers, the parts wasm and example, and the page tests that need the whole machine (endurance, speed, \
            predicted vs. measured times, the steps of docs/your-own-function.md). Run them with `cargo xtask test all`."
        );
    }
    Ok(report.close())
}

/// What has no browser in it.
fn native(report: &mut Report, _: Engines) -> Result<()> {
    // Apart, since together cargo would build what they share for both at once, once more.
    for package in [
        ["--package=xtask", "--bins"].as_slice(),
        &["--package=server", "--lib", "--all-features"],
        &["--package=easy-concurrency", "--lib"],
    ] {
        report.run(cargo().args(["test", "--no-fail-fast"]).args(package))?;
    }
    Ok(())
}

/// The page's modules that need no page.
fn www(report: &mut Report, _: Engines) -> Result<()> {
    install_packages()?;
    Catalogue::read()?.keep()?;
    let mut node = Command::new("node");
    node.current_dir(paths::root()).args(["--test", "--test-reporter=spec"]);
    // By name, since versions of Node.js differ in how they look for tests in a folder.
    report.run(node.args(files("tests/www", ".test.js")?))
}

/// The executors, in both flavours: by wasm-pack in every browser that it drives, or by the test runner alone in one.
fn wasm(report: &mut Report, engines: Engines) -> Result<()> {
    let toolchain = Toolchain::find()?;
    let browsers = browsers::set_up(engines)?;
    for flavour in Flavour::ALL {
        if engines == Engines::One {
            let drivers = [
                ("CHROMEDRIVER", &browsers.chromedriver),
                ("GECKODRIVER", &browsers.geckodriver),
                ("SAFARIDRIVER", &browsers.safaridriver),
            ];
            let Some((variable, Some(driver))) = drivers.into_iter().find(|(_, driver)| driver.is_some()) else {
                report.skip(&format!("the {} flavour: no browser was found", flavour.name()));
                continue;
            };
            let runner = tools::wasm_bindgen()?.join("wasm-bindgen-test-runner");
            let mut tests = toolchain.cargo(flavour);
            tests.current_dir(paths::root());
            tests.args([
                "test",
                "--package=easy-concurrency",
                "--target",
                TARGET,
                "--no-fail-fast",
                "--test=*",
            ]);
            // As a list: as one word, cargo would split it at spaces.
            tests
                .arg("--config")
                .arg(format!("target.{TARGET}.runner=[{:?}]", runner.display().to_string()));
            tests.env(variable, driver);
            report.run(&mut tests)?;
            continue;
        }
        for browser in ["chrome", "firefox", "safari"] {
            match wasm_pack::command(toolchain, flavour, browser, &browsers)? {
                Some(mut wasm_pack) => report.run(&mut wasm_pack)?,
                None if browser != "safari" || cfg!(target_os = "macos") => {
                    report.skip(&format!("the {} flavour in {browser}", flavour.name()));
                }
                // Other systems have none.
                None => {}
            }
        }
    }
    Ok(())
}

/// The built page, as a visitor uses it.
fn page(report: &mut Report, engines: Engines) -> Result<()> {
    let browsers = browsers::set_up(engines)?;
    install_packages()?;
    site::build()?;
    // They wait more than they compute.
    report.run(page_tests(&browsers).args(["--test-threads=3", "--skip", ALONE, "--skip", EXAMPLE]))?;
    if engines == Engines::All {
        report.run(page_tests(&browsers).args(["--test-threads=1", ALONE]))?;
    }
    Ok(())
}

/// The example for those who begin a project, which has a build of its own.
fn example(report: &mut Report, engines: Engines) -> Result<()> {
    let browsers = browsers::set_up(engines)?;
    let copy = example::build()?;
    let mut tests = page_tests(&browsers);
    tests
        .args(["--test-threads=2", EXAMPLE])
        .env("EXAMPLE", copy.join("dist"));
    let outcome = report.run(&mut tests);
    fs::remove_dir_all(&copy).with_context(|| format!("can't delete {}", copy.display()))?;
    outcome
}

/// Runs tests in these browsers: those that the words after it choose.
fn page_tests(browsers: &Browsers) -> Command {
    let mut cargo = cargo();
    cargo.args([
        "test",
        "--package=page-tests",
        "--lib",
        "--test=page",
        "--no-fail-fast",
        "--",
    ]);
    cargo.envs(browsers.variables());
    cargo
}

/// What tests take from npm.
fn install_packages() -> Result<()> {
    if process::find_program("node").is_none() || process::find_program("npm").is_none() {
        let purpose = "Node.js, for the tests of the page";
        debian::install(purpose, &["nodejs", "npm"], &[], "install Node.js 20 or newer")?;
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
