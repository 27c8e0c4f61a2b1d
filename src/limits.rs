//! Limits that Rust and JavaScript share. The build writes them into `www/settings/catalogue.js`.

/// A repeat that takes more milliseconds is shown while it runs. During a shorter one nothing is posted or drawn.
pub const LONG_REPEAT_MS: u32 = 300;

/// How often a long repeat is shown, in milliseconds.
pub const SHOW_EVERY_MS: u32 = 200;

/// How many milliseconds a task that computes warms up: by then all three engines have optimised its code.
pub const WARM_UP_MS: u32 = 60;

/// The warm-up ends after so many passes where the clock is too coarse to tell.
pub const WARM_UP_PASSES: u32 = 400;

/// The most workers that a run may have.
pub const MOST_WORKERS: u32 = 64;
