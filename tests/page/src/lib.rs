//! What the page's tests need: the stand-in for Lorem Picsum, a plain host for `dist/`, and browsers to visit it with.
#![allow(
    clippy::missing_panics_doc,
    reason = "whatever is not as a test expects it ends the test, so nearly everything here panics"
)]

pub mod browser;
mod certificate;
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
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use visit::{Setup, Visit, visit, visit_expecting, visit_without_service_worker};

/// The workspace's root. Asked for when a test runs: what was compiled before the checkout was moved knows the old place.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut folders = Path::new(&package).ancestors();
    let root = folders.find(|folder| folder.join("Cargo.lock").exists());
    root.expect("the workspace has a lock file").to_owned()
}

/// Locks what tests share. A test that panicked meanwhile has failed already, and leaves nothing half-done.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
