//! Limits that Rust and JavaScript share. The build writes them into `www/settings/catalogue.js`.

/// A repeat that takes more milliseconds is long: it is shown while it goes on. Within a shorter one nothing is posted or drawn.
pub const LONG_REPEAT_MS: u32 = 300;

/// From one time that a long repeat is shown to the next, in milliseconds.
pub const SHOW_EVERY_MS: u32 = 200;

/// How many milliseconds a task that computes warms up: engines have optimised its code by then, in all three.
pub const WARM_UP_MS: u32 = 60;

/// The warm-up ends after so many passes where the clock is too coarse to tell.
pub const WARM_UP_PASSES: u32 = 400;

/// The most workers that a run may have.
pub const MOST_WORKERS: u32 = 64;
