//! The two ways the crate is built.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::paths;

/// What both are built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// One source, two modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// With shared memory and atomics: the flags in .cargo/config.toml.
    Threads,
    /// Without, for isolated workers, and for pages that get no shared memory.
    Plain,
}

impl Flavour {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Threads, Self::Plain];

    /// As in file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Threads => "threads",
            Self::Plain => "plain",
        }
    }

    /// Where cargo builds it. Each has a folder of its own, so that they don't replace each other's standard library.
    pub fn target_dir(self) -> PathBuf {
        paths::target().join(self.name())
    }

    /// What makes cargo build this flavour; `None` stands for "must not be set".
    pub fn variables(self) -> Vec<(&'static str, Option<OsString>)> {
        vec![
            ("CARGO_TARGET_DIR", Some(self.target_dir().into())),
            // Either of these replaces the flags in .cargo/config.toml, and empty means none.
            ("CARGO_ENCODED_RUSTFLAGS", (self == Self::Plain).then(OsString::new)),
            ("RUSTFLAGS", None),
        ]
    }
}
