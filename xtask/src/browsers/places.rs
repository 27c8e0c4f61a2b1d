//! Where each platform keeps browsers and their drivers.
//!
//! Tried on Debian. The others are from the documentation of snap, Homebrew, GitHub's runners (which name a driver's folder in
//! `CHROMEWEBDRIVER` and `GECKOWEBDRIVER`) and the browsers' installers.

use std::env;
use std::path::{Path, PathBuf};

use crate::paths;
use crate::process::find_program;

/// A browser or a driver.
pub struct Program {
    /// What names its file.
    pub variable: &'static str,
    /// What names its folder.
    folder_variable: Option<&'static str>,
    /// What it is called in `PATH`.
    names: &'static [&'static str],
    /// Files that aren't in `PATH`, on whatever platform; a first part like `%NAME%` stands for a variable.
    files: &'static [&'static str],
}

pub const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    folder_variable: Some("CHROMEWEBDRIVER"),
    names: &["chromedriver", "chromium.chromedriver"],
    files: &[
        "/snap/bin/chromium.chromedriver",
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
        "/usr/lib64/chromium-browser/chromedriver",
        "/opt/homebrew/bin/chromedriver",
        "/usr/local/bin/chromedriver",
        "C:/SeleniumWebDrivers/ChromeDriver/chromedriver.exe",
    ],
};

pub const GECKODRIVER: Program = Program {
    variable: "GECKODRIVER",
    folder_variable: Some("GECKOWEBDRIVER"),
    names: &["geckodriver", "firefox.geckodriver"],
    files: &[
        "/snap/bin/geckodriver",
        "/snap/bin/firefox.geckodriver",
        "/opt/homebrew/bin/geckodriver",
        "/usr/local/bin/geckodriver",
        "C:/SeleniumWebDrivers/GeckoDriver/geckodriver.exe",
    ],
};

pub const WEBKITDRIVER: Program = Program {
    variable: "WEBKITWEBDRIVER",
    folder_variable: None,
    names: &["WebKitWebDriver"],
    files: &["/usr/bin/WebKitWebDriver", "/usr/libexec/WebKitWebDriver"],
};

/// A part of macOS, which has to be allowed once: `safaridriver --enable`.
pub const SAFARIDRIVER: Program = Program {
    variable: "SAFARIDRIVER",
    folder_variable: None,
    names: &["safaridriver"],
    files: &["/usr/bin/safaridriver"],
};

pub const CHROME: Program = Program {
    variable: "CHROME",
    folder_variable: None,
    names: &[
        "google-chrome",
        "google-chrome-stable",
        "chromium",
        "chromium-browser",
        "chrome",
    ],
    files: &[
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "%ProgramFiles%/Google/Chrome/Application/chrome.exe",
        "%ProgramFiles(x86)%/Google/Chrome/Application/chrome.exe",
        "%LOCALAPPDATA%/Google/Chrome/Application/chrome.exe",
    ],
};

pub const FIREFOX: Program = Program {
    variable: "FIREFOX",
    folder_variable: None,
    names: &["firefox", "firefox-esr"],
    files: &[
        "/snap/bin/firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "%ProgramFiles%/Mozilla Firefox/firefox.exe",
        "%ProgramFiles(x86)%/Mozilla Firefox/firefox.exe",
    ],
};

impl Program {
    /// Its file: what the variables name, else what is in `PATH`, what npm's package of that name brought, or what is where its
    /// platform keeps it.
    pub fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable).filter(|name| !name.is_empty()) {
            return Some(named.into());
        }
        let name = self.names[0];
        let in_folder = |folder: PathBuf| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
        let named = self
            .folder_variable
            .and_then(env::var_os)
            .map(PathBuf::from)
            .map(in_folder);
        let from_npm = in_folder(paths::root().join("node_modules/.bin"));
        named
            .filter(|file| file.is_file())
            .or_else(|| self.names.iter().find_map(|name| find_program(name)))
            .or_else(|| Some(from_npm).filter(|file| file.is_file()))
            .or_else(|| self.installed())
    }

    fn installed(&self) -> Option<PathBuf> {
        let mut files = self
            .files
            .iter()
            .filter_map(|file| expand(file, |name| env::var(name).ok()));
        files.find(|file| file.is_file())
    }
}

/// The path with the value of the variable that it begins with, if it does.
fn expand(file: &str, variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let Some((name, rest)) = file.strip_prefix('%').and_then(|file| file.split_once("%/")) else {
        return Some(file.into());
    };
    Some(Path::new(&variable(name)?).join(rest))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::expand;

    #[test]
    fn a_folder_that_a_variable_names_is_looked_up() {
        let variable = |name: &str| (name == "ProgramFiles(x86)").then(|| "/programs".to_owned());
        assert_eq!(
            expand("%ProgramFiles(x86)%/a/b", variable),
            Some(PathBuf::from("/programs/a/b"))
        );
        assert_eq!(expand("%LOCALAPPDATA%/a", variable), None);
        assert_eq!(expand("/usr/bin/a", variable), Some(PathBuf::from("/usr/bin/a")));
    }
}
