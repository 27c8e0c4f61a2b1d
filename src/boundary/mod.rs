//! The boundary: all that knows JavaScript. It imports the rooms above it in `lib.rs`, and no task and no executor.

pub mod album;
pub mod fault;
#[cfg(threads)]
pub mod io;
pub mod job;
pub mod message;
pub mod panic;
