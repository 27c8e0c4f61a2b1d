//! The browsers that the tests drive, and the drivers to drive them with.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::debian;
use crate::process::find_program;
use crate::tools;

const DEBIAN_PACKAGES: [&str; 5] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
];

/// The programs through which tests drive browsers.
pub struct Browsers {
    /// Chromium's.
    pub chromedriver: PathBuf,
    /// Firefox's.
    pub geckodriver: PathBuf,
    /// Whether there is one for `WebKit` too, which tests find by themselves.
    pub has_webkit: bool,
}

/// Finds what is there and installs what is missing, or says what to install.
pub fn set_up() -> Result<Browsers> {
    let is_complete = driver("CHROMEDRIVER", "chromedriver").is_some()
        && (find_program("firefox")
            .or_else(|| find_program("firefox-esr"))
            .is_some()
            || !cfg!(target_os = "linux"))
        && (has_webkit() || !debian::is_debian());
    if !is_complete {
        let elsewhere = "install Chrome, its ChromeDriver (in PATH, or named by CHROMEDRIVER) and Firefox";
        debian::install("Browsers for the tests", &DEBIAN_PACKAGES, elsewhere)?;
    }
    Ok(Browsers {
        chromedriver: driver("CHROMEDRIVER", "chromedriver").unwrap_or_else(|| "chromedriver".into()),
        geckodriver: match driver("GECKODRIVER", "geckodriver") {
            Some(program) => program,
            None => tools::GECKODRIVER.program()?,
        },
        has_webkit: has_webkit(),
    })
}

fn has_webkit() -> bool {
    driver("WEBKITWEBDRIVER", "WebKitWebDriver").is_some()
}

/// The program that the variable names, or the one in PATH.
fn driver(variable: &str, program: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| find_program(program))
}
