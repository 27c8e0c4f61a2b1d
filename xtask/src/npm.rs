//! The packages of package.json: `dependencies` make the site smaller, `devDependencies` check it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths;
use crate::process::{find_program, run, say};
use crate::stamp;

/// Which packages are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packages {
    /// What building the site uses.
    Site,
    /// And what checking it uses.
    All,
}

/// Installs them, unless they are there already. Fails when Node isn't there, or npm can't do it.
pub fn install(packages: Packages) -> Result<()> {
    find_program("node").context("Node.js isn't there")?;
    let npm = find_program("npm").context("npm isn't there")?;
    let lock = fs::read(paths::root().join("package-lock.json")).context("can't read package-lock.json")?;
    let lock = stamp::hash([lock.as_slice()]);

    let record = paths::root().join("node_modules/.installed-by-xtask");
    let installed = fs::read_to_string(&record).unwrap_or_default();
    if installed == format!("{lock} all") || (packages == Packages::Site && installed == format!("{lock} site")) {
        return Ok(());
    }

    let mut command = Command::new(npm);
    command.current_dir(paths::root()).arg("ci");
    let name = match packages {
        Packages::Site => {
            say("Installing wasm-opt and esbuild from npm");
            command.arg("--omit=dev");
            "site"
        }
        Packages::All => {
            say("Installing package.json's packages from npm");
            "all"
        }
    };
    run(&mut command)?;
    fs::write(record, format!("{lock} {name}")).context("can't write into node_modules")
}
