//! The parts that `cargo xtask bench` can be asked for by name. That command includes this file, too, so as to refuse others before it
//! builds anything.

/// In the order in which they are measured.
pub const SUITES: [&str; 7] = [
    "comparing",
    "computing",
    "start-up",
    "engine",
    "pictures",
    "page",
    "on-page",
];
