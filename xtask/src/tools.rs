//! Tools from crates.io, each version in a folder of its own in the user's cache: a fresh clone finds them there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths;
use crate::process::{HOST, cargo, run, say};

/// Runs the tests of a wasm crate in a browser.
pub const WASM_PACK: Tool = Tool {
    package: "wasm-pack",
    version: "0.15.1",
};
/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
};
/// Looks at the licences and sources of dependencies.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
};

/// The folder with wasm-bindgen's programs, `wasm-bindgen` and `wasm-bindgen-test-runner`. Built with the workspace, since most of
/// what they consist of is part of xtask, too.
pub fn wasm_bindgen() -> Result<PathBuf> {
    run(cargo().args(["build", "--package=wasm-bindgen-tools"]))?;
    paths::programs()
}

/// A package on crates.io that installs a program of its own name.
pub struct Tool {
    package: &'static str,
    version: &'static str,
}

impl Tool {
    /// The folder with the program, which is installed if it is missing.
    pub fn folder(&self) -> Result<PathBuf> {
        Ok(self.installed()?.join("bin"))
    }

    /// The program itself, likewise.
    pub fn program(&self) -> Result<PathBuf> {
        Ok(self.program_in(&self.installed()?))
    }

    fn program_in(&self, root: &Path) -> PathBuf {
        root.join("bin")
            .join(self.package)
            .with_extension(env::consts::EXE_EXTENSION)
    }

    fn installed(&self) -> Result<PathBuf> {
        let Self { package, version } = self;
        let cache = cache(|name| env::var_os(name)).context("no cache folder was found: set XDG_CACHE_HOME or HOME")?;
        let root = cache.join("easy-concurrency").join(format!("{package}-{version}"));
        if !self.program_in(&root).exists() {
            say(&format!(
                "Installing {package} {version} into {}, which takes minutes",
                root.display()
            ));
            let mut cargo = Command::new("cargo");
            cargo
                .args(["install", "--locked", "--version", version, package, "--root"])
                .arg(&root);
            // To be there soon: compiled without optimisations, which none of them needs, and what they share once.
            cargo.envs([
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ]);
            cargo.env("CARGO_TARGET_DIR", paths::target().join("tools"));
            // They run here, whatever a developer usually builds for.
            cargo.env("CARGO_BUILD_TARGET", HOST);
            run(&mut cargo)?;
        }
        Ok(root)
    }
}

/// Where this platform keeps users' caches.
fn cache(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    folder("XDG_CACHE_HOME").or_else(|| match env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Caches")),
        _ => folder("HOME").map(|home| home.join(".cache")),
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::cache;

    #[test]
    fn the_cache_is_where_xdg_says_or_in_the_home_folder() {
        let home = |name: &str| (name == "HOME").then(|| "/home/a".into());
        assert_eq!(cache(home).unwrap().to_str(), Some("/home/a/.cache"));
        let xdg = |name: &str| (name == "XDG_CACHE_HOME").then(|| "/var/a".into());
        assert_eq!(cache(xdg).unwrap().to_str(), Some("/var/a"));
        // The specification says to ignore a path that isn't absolute.
        let relative = |name: &str| Some(if name == "HOME" { "/home/a".into() } else { "a".into() });
        assert_eq!(cache(relative).unwrap().to_str(), Some("/home/a/.cache"));
        assert_eq!(cache(|_| None), None);
    }
}
