//! `cargo xtask dist`: the site as a folder of static files, to put anywhere.

use anyhow::Result;

use crate::process::say;
use crate::site;

/// Builds it and says how large it has become.
pub fn run() -> Result<()> {
    let files = site::build()?;
    let bytes: usize = files.values().map(Vec::len).sum();
    say(&format!("dist/ is ready: {} files, {} kB", files.len(), bytes / 1000));
    Ok(())
}
