//! Where things are, whatever folder the command was typed in.

use std::path::{Path, PathBuf};

/// The workspace's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What is made on the way, and may be deleted at any time.
pub fn target() -> PathBuf {
    root().join("target")
}
