//! The packages of package.json: `optionalDependencies` make the site smaller, `devDependencies` check it.

use std::fs;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::paths;
use crate::process::{ask, find_program, run, say};

/// The oldest major version of Node.js that runs these packages, as in package.json's `engines`.
const OLDEST_NODE: u32 = 20;

/// Which packages are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packages {
    /// What building the site uses.
    Site,
    /// And what checking it uses.
    All,
}

/// Makes one of the packages that the site uses available, all of which are installed together.
///
/// # Errors
///
/// If it can't be had, for the same reason each time: npm is asked only once.
pub fn site_package(name: &str) -> Result<()> {
    static INSTALLED: OnceLock<Result<(), String>> = OnceLock::new();
    check_node()?;
    let installed = INSTALLED.get_or_init(|| install(Packages::Site).map_err(|error| format!("{error:#}")));
    if let Err(why) = installed
        // It may be there without the others.
        && missing(&manifest()?, Packages::Site).iter().any(|other| other == name)
    {
        bail!("{why}");
    }
    Ok(())
}

/// Installs them, unless they are there already.
///
/// # Errors
///
/// Without a Node.js that runs them, or when some are missing afterwards.
pub fn install(packages: Packages) -> Result<()> {
    check_node()?;
    let manifest = manifest()?;
    if missing(&manifest, packages).is_empty() {
        return Ok(());
    }
    let npm = find_program("npm").context("npm isn't installed")?;
    let mut command = Command::new(npm);
    command
        .current_dir(paths::root())
        .args("ci --loglevel=error --prefer-offline --fetch-retries=1 --include=optional".split(' '));
    // With "production" here, npm leaves out what only checks the site.
    command.env_remove("NODE_ENV");
    if packages == Packages::Site {
        say("Installing wasm-opt and esbuild from npm");
        command.arg("--omit=dev");
    } else {
        say("Installing the packages of package.json from npm");
        command.arg("--include=dev");
    }
    let installed = run(&mut command);
    // npm succeeds without a package that is optional: what counts is what is there.
    match missing(&manifest, packages).as_slice() {
        [] => Ok(()),
        names => {
            installed?;
            bail!("npm didn't install {}", names.join(", "))
        }
    }
}

fn manifest() -> Result<Value> {
    let manifest = fs::read_to_string(paths::root().join("package.json")).context("can't read package.json")?;
    serde_json::from_str(&manifest).context("package.json isn't JSON")
}

/// Fails unless Node.js is there and new enough.
pub fn check_node() -> Result<()> {
    let version = ask(Command::new("node").arg("--version"));
    let version =
        version.with_context(|| format!("Node.js isn't installed: install version {OLDEST_NODE} or newer"))?;
    let major = major_version(&version);
    ensure!(
        major >= Some(OLDEST_NODE),
        "Node.js {version} is too old: install version {OLDEST_NODE} or newer"
    );
    Ok(())
}

/// The major version in a line such as "v20.11.1".
fn major_version(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The packages that aren't in `node_modules` in the version that the manifest names.
fn missing(manifest: &Value, packages: Packages) -> Vec<String> {
    let kinds: &[&str] = match packages {
        Packages::Site => &["optionalDependencies"],
        Packages::All => &["optionalDependencies", "devDependencies"],
    };
    let wanted = kinds.iter().filter_map(|kind| manifest[kind].as_object()).flatten();
    let missing = wanted.filter(|(name, version)| !is_installed(name, version));
    missing.map(|(name, _)| name.clone()).collect()
}

/// Whether that version is there.
fn is_installed(name: &str, version: &Value) -> bool {
    let manifest = paths::root().join("node_modules").join(name).join("package.json");
    let manifest = fs::read(manifest)
        .ok()
        .and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    manifest.is_some_and(|manifest| manifest["version"] == *version)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Packages, major_version, missing};

    #[test]
    fn the_major_version_of_node_is_the_first_number() {
        assert_eq!(major_version("v12.22.9"), Some(12));
        assert_eq!(major_version("v20.20.2"), Some(20));
        assert_eq!(major_version("node"), None);
    }

    #[test]
    fn a_package_that_is_not_there_is_missing_whatever_npm_said() {
        let manifest = json!({
            "optionalDependencies": { "no-such-package": "1.0.0" },
            "devDependencies": { "neither-is-this": "1.0.0" },
        });
        assert_eq!(missing(&manifest, Packages::Site), ["no-such-package"]);
        assert_eq!(
            missing(&manifest, Packages::All),
            ["no-such-package", "neither-is-this"]
        );
    }
}
