//! The browsers that the tests drive, and the drivers to drive them with.

mod places;

use std::path::PathBuf;

use anyhow::Result;

use crate::process::say;
use crate::{debian, tools};
use places::{CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, Program, SAFARIDRIVER, WEBKITDRIVER};

const DEBIAN_CHROMIUM: [&str; 2] = ["chromium", "chromium-driver"];
const DEBIAN_OTHERS: [&str; 3] = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

/// Which browsers to test in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engines {
    /// Chromium, or else whichever there is.
    One,
    /// Each that can be had.
    All,
}

/// The programs through which tests drive browsers, where there are any.
pub struct Browsers {
    /// Chromium's.
    pub chromedriver: Option<PathBuf>,
    /// Firefox's.
    pub geckodriver: Option<PathBuf>,
    /// That of `WebKitGTK`.
    pub webkitdriver: Option<PathBuf>,
    /// Safari's, on a Mac.
    pub safaridriver: Option<PathBuf>,
}

/// Finds what is there. A root shell on Debian gets what is missing, everybody else is told what that is and how to get it.
pub fn set_up(engines: Engines) -> Result<Browsers> {
    let all = engines == Engines::All;
    let mut missing = Vec::new();
    if CHROMEDRIVER.find().is_none() {
        missing.extend(DEBIAN_CHROMIUM);
    }
    if all && (FIREFOX.find().is_none() || WEBKITDRIVER.find().is_none()) {
        missing.extend(DEBIAN_OTHERS);
    }
    if !missing.is_empty()
        && debian::is_debian()
        && let Err(error) = debian::install("Browsers for the tests", &missing, &[], "")
    {
        say(&format!("{error:#}"));
    }
    let chromedriver = CHROMEDRIVER.find();
    let others = all || chromedriver.is_none();
    let has_firefox = FIREFOX.find().is_some();
    let browsers = Browsers {
        geckodriver: match GECKODRIVER.find() {
            None if has_firefox && others => Some(tools::GECKODRIVER.program()?),
            found => found.filter(|_| has_firefox && others),
        },
        webkitdriver: WEBKITDRIVER.find().filter(|_| others),
        safaridriver: SAFARIDRIVER.find().filter(|_| others),
        chromedriver,
    };
    if browsers.chromedriver.is_none() {
        say(match CHROME.find() {
            Some(_) => {
                "Chrome is installed, but its driver isn't: install the ChromeDriver of the same version, or set CHROMEDRIVER to its path"
            }
            None => "Chrome isn't installed: install it and the ChromeDriver of the same version",
        });
    }
    if all && !has_firefox {
        say("Firefox isn't installed: install it, or set FIREFOX to its path");
    }
    if all && browsers.webkitdriver.is_none() && cfg!(target_os = "linux") {
        say("WebKitGTK isn't installed: install its WebKitWebDriver, and Xvfb");
    }
    Ok(browsers)
}

impl Browsers {
    /// For what drives them: each driver under the name of its variable, empty where there is none.
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        let drivers = [
            (CHROMEDRIVER, &self.chromedriver),
            (GECKODRIVER, &self.geckodriver),
            (WEBKITDRIVER, &self.webkitdriver),
        ];
        drivers
            .into_iter()
            .map(|(Program { variable, .. }, path)| (variable, path.clone().unwrap_or_default()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Browsers;

    #[test]
    fn a_driver_that_is_not_there_is_said_to_be_missing() {
        let browsers = Browsers {
            chromedriver: Some("/a/chromedriver".into()),
            geckodriver: None,
            webkitdriver: None,
            safaridriver: None,
        };
        let variables = browsers.variables();
        assert!(variables.contains(&("CHROMEDRIVER", "/a/chromedriver".into())));
        assert!(variables.contains(&("GECKODRIVER", "".into())));
    }
}
