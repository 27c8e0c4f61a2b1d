//! The boundary: all that knows JavaScript. It knows the rooms below, and no task and no executor.

pub mod album;
#[cfg(threads)]
pub mod io;
pub mod job;
pub mod message;
pub mod panic;
