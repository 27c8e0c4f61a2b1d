//! Debian's packages: a root shell on Debian, such as a container, gets what is missing; everybody else a line to type.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{ask, run, say};

const INSTALL: [&str; 4] = [
    "install",
    "--yes",
    "--no-install-recommends",
    "-oDPkg::Lock::Timeout=300",
];

/// Installs `packages`, and those whose names are `found` only once the lists of packages are there; or fails with one line that
/// says what to install for which `purpose`.
pub fn install(purpose: &str, packages: &[&str], found: &[fn() -> Option<String>], elsewhere: &str) -> Result<()> {
    let list = packages.join(" ");
    if !is_debian() {
        bail!("{purpose}: {elsewhere}");
    }
    if ask(Command::new("id").arg("-u")).as_deref() != Some("0") {
        let found: Vec<_> = found.iter().filter_map(|find| find()).collect();
        let list = [list, found.join(" ")].join(" ");
        bail!(
            "{purpose}: as root, run `apt-get update && apt-get install --no-install-recommends {}`",
            list.trim()
        );
    }
    say(&format!("{purpose}: installing Debian's {list}"));
    run(apt_get().arg("update").arg("--quiet=2"))?;
    let found = found.iter().filter_map(|find| find());
    run(apt_get().args(INSTALL).args(packages).args(found))
}

/// Whether this is Debian itself; its derivatives name and package things differently.
pub fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
