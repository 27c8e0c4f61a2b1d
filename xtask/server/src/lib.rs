//! The project's own server: the built site's files, each with the headers that a good host would send.

mod connection;
mod files;
#[cfg(feature = "https")]
pub mod https;
pub mod port;

pub use connection::serve;
pub use files::{Answer, Files, HEADERS, POLICY};
