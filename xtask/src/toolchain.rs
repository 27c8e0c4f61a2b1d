//! Which Rust builds for wasm. Threads need a standard library built with atomics, so this takes a stable toolchain
//! that has the library's sources, and has it built along with the crate.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::debian;
use crate::flavour::Flavour;
use crate::paths;
use crate::process::{ask, say};

/// Where Debian's compiler and cargo are.
const DEBIAN: &str = "/usr/bin";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// Debian's package of the LLVM tools for that compiler. It depends on those of one version, whose linker fits, too.
const DEBIAN_LLVM: &str = "rust-web-llvm";
/// The minor version that rust-toolchain.toml names: what is older links threads differently.
const OLDEST: u32 = 95;

/// A toolchain that can build the standard library.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The one that `cargo` and `rustc` stand for in this folder, usually rustup's.
    Active,
    /// Debian's packages, for where rustup has no sources and may not fetch any.
    Debian,
}

impl Toolchain {
    /// Decides for one, installing Debian's if need be and possible.
    ///
    /// # Errors
    ///
    /// If there is none, or it can't work in this folder, with what to do.
    pub fn find() -> Result<Self> {
        Self::check_folder()?;
        if has_sources("rustc") {
            return Ok(Self::Active);
        }
        if !debian_is_complete() {
            say("The active Rust toolchain has no sources of the standard library (rust-src)");
            let purpose = "Rust with its sources, for the wasm build";
            debian::install(purpose, &DEBIAN_PACKAGES, &[linker_package], &elsewhere())?;
            ensure!(
                debian_is_complete(),
                "Debian's Rust is too old or incomplete: {}",
                elsewhere()
            );
        }
        Ok(Self::Debian)
    }

    /// Fails in a folder in which no toolchain can link.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the folder's name.
    pub fn check_folder() -> Result<()> {
        let folder = paths::root().display().to_string();
        ensure!(
            !folder.contains('%'),
            "move the project out of {folder}: LLVM can't link wasm in a folder with % in its name"
        );
        Ok(())
    }

    /// A `cargo` command that builds for wasm in that flavour.
    pub fn cargo(self, flavour: Flavour) -> Command {
        let mut command = Command::new(match self {
            Self::Active => "cargo".to_owned(),
            Self::Debian => format!("{DEBIAN}/cargo"),
        });
        set(&mut command, self.variables(flavour, &[]));
        command
    }

    /// Makes `cargo clippy` work.
    pub fn add_clippy(self) -> Result<()> {
        if self == Self::Debian && !Path::new(DEBIAN).join("cargo-clippy").exists() {
            debian::install("Clippy for wasm", &["rust-web-clippy"], &[], &elsewhere())?;
        }
        Ok(())
    }

    /// What a build needs in its environment, `tools` being folders to search first for programs; `None` stands for "must
    /// not be set".
    pub fn variables(self, flavour: Flavour, tools: &[PathBuf]) -> Vec<(&'static str, Option<OsString>)> {
        let mut variables = vec![
            // A stable cargo takes -Zbuild-std, here in its form as a variable, when this is set.
            ("RUSTC_BOOTSTRAP", Some("1".into())),
            ("CARGO_UNSTABLE_BUILD_STD", Some("panic_abort,std".into())),
            // wasm-bindgen writes this folder into the module, which has to be built again where it is another.
            ("EASY_CONCURRENCY_FOLDER", Some(paths::root().into())),
        ];
        variables.extend(flavour.variables());
        variables.extend(self.programs(tools));
        variables
    }

    /// The part of it that says which programs to run.
    pub fn programs(self, tools: &[PathBuf]) -> Vec<(&'static str, Option<OsString>)> {
        let mut variables = Vec::new();
        let mut folders = tools.to_vec();
        if self == Self::Debian {
            folders.push(DEBIAN.into());
            variables.push(("RUSTC", Some(format!("{DEBIAN}/rustc").into())));
            // Its own default is a link that needs another 90 MB of packages.
            variables.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker().map(Into::into)));
            // `cargo xtask` leaves the cargo that started it here, and the other one would call it.
            variables.push(("CARGO", None));
        }
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        variables.push(("PATH", env::join_paths(folders).ok()));
        variables
    }
}

/// Sets or unsets variables for a command.
pub fn set(command: &mut Command, variables: Vec<(&'static str, Option<OsString>)>) {
    for (name, value) in variables {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
}

fn debian_is_complete() -> bool {
    let rustc = format!("{DEBIAN}/rustc");
    let cargo = Path::new(DEBIAN).join("cargo");
    debian::is_debian() && cargo.exists() && has_sources(&rustc) && linker().is_some()
}

/// Whether that compiler is new enough and has the sources of its standard library.
fn has_sources(rustc: &str) -> bool {
    let sysroot = ask(Command::new(rustc).args(["--print", "sysroot"]));
    let sources = sysroot.map(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock"));
    let version = ask(Command::new(rustc).arg("--version"));
    sources.is_some_and(|path| path.exists())
        && version
            .and_then(|text| minor_version(&text))
            .is_some_and(|minor| minor >= OLDEST)
}

/// The minor version in a line such as "rustc 1.95.0 (59807616e 2026-04-14)".
fn minor_version(text: &str) -> Option<u32> {
    text.split('.').nth(1)?.parse().ok()
}

/// The linker of the LLVM that Debian's compiler has.
fn linker() -> Option<PathBuf> {
    let version = ask(Command::new(format!("{DEBIAN}/rustc")).arg("-vV"))?;
    let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: "))?;
    let path = format!("/usr/lib/llvm-{}/bin/wasm-ld", llvm.split('.').next()?);
    Some(PathBuf::from(path)).filter(|path| path.exists())
}

/// The package with that linker, once apt's lists are there.
fn linker_package() -> Option<String> {
    let depends = ask(Command::new("apt-cache")
        .args(["depends", DEBIAN_LLVM])
        .env("LC_ALL", "C"))?;
    let version = depends
        .lines()
        .find_map(|line| line.trim().strip_prefix("Depends: llvm-"))?;
    Some(format!("lld-{version}"))
}

/// What to do on other systems, for the toolchain that is in use here.
fn elsewhere() -> String {
    let named = env::var("RUSTUP_TOOLCHAIN").map(|name| format!(" --toolchain {name}"));
    format!(
        "you need Rust 1.{OLDEST} or newer with its sources: run `rustup component add rust-src{}`",
        named.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::minor_version;

    #[test]
    fn minor_version_is_the_number_between_the_dots() {
        assert_eq!(minor_version("rustc 1.95.0 (59807616e 2026-04-14)"), Some(95));
        assert_eq!(minor_version("rustc 1.96.0-nightly"), Some(96));
        assert_eq!(minor_version("no version"), None);
    }
}
