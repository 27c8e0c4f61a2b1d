//! What the page's tests need: the stand-in for Lorem Picsum, a plain host for `dist/`, and browsers to visit it with.

pub mod browser;
pub mod certificate;
mod evidence;
pub mod executors;
mod lanes;
pub mod look;
pub mod page;
pub mod picsum;
mod pool;
pub mod run;
mod server;
pub mod site;
mod visit;

use std::path::{Path, PathBuf};

pub use evidence::keep_figures;
pub use visit::{Setup, Visit, visit};

/// The workspace's root. Asked for when a test runs: what was compiled before the checkout was moved knows the old place.
///
/// # Panics
///
/// If it was not started by cargo in a workspace.
#[must_use]
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut folders = Path::new(&package).ancestors();
    let root = folders.find(|folder| folder.join("Cargo.lock").exists());
    root.expect("the workspace has a lock file").to_owned()
}
