//! Where things are, whatever folder the command was typed in.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};

/// The workspace's root. Asked for when the program runs: one that was compiled before the checkout was moved knows the old place.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&xtask).parent();
        root.expect("xtask is a folder of the workspace").to_owned()
    });
    &ROOT
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What is made on the way, and may be deleted at any time.
pub fn target() -> PathBuf {
    root().join("target")
}

/// Where cargo puts the workspace's programs for this machine, this one among them.
pub fn programs() -> Result<PathBuf> {
    let this = env::current_exe().context("can't tell where xtask is")?;
    Ok(this.parent().context("xtask is in a folder")?.to_owned())
}
