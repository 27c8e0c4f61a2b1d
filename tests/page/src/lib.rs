//! What the page's tests need: the stand-in for Lorem Picsum, a plain host for `dist/`, and browsers to visit it with.

pub mod browser;
pub mod certificate;
mod evidence;
pub mod executors;
mod lanes;
pub mod look;
pub mod page;
pub mod picsum;
pub mod run;
mod server;
pub mod site;
mod visit;

pub use evidence::keep_figures;
pub use visit::{Setup, Visit, visit};
