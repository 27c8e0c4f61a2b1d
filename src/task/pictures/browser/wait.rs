//! Waits before a picture is asked for, by the browser's timers.

use crate::clock;
use crate::task::pictures::back_off::{PAUSE_MS, Quiet, spread_ms, whole_ms};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

thread_local! {
    /// The downloads of a series share a thread, whoever waits for them; those of isolated workers have one each, and each learns
    /// by itself, as does the next series.
    static QUIET: Cell<Quiet> = Cell::default();
}

/// Waits while the server wants to be left alone. Says for how many milliseconds that was.
///
/// # Errors
///
/// For how many milliseconds it would be, where that is longer than `at_most_ms`.
pub async fn for_quiet(id: u32, at_most_ms: u32) -> Result<u32, u32> {
    let start_ms = clock::now_ms();
    let mut now_ms = start_ms;
    loop {
        let until_ms = QUIET.get().until_ms;
        if now_ms >= until_ms {
            return Ok(whole_ms(now_ms - start_ms));
        }
        if until_ms - start_ms > at_most_ms.into() {
            return Err(whole_ms(until_ms - now_ms));
        }
        TimeoutFuture::new(whole_ms(until_ms - now_ms + spread_ms(id))).await;
        now_ms = clock::now_ms();
    }
}

/// Takes note that the server wants to be left alone, for as many milliseconds as it said, if it did.
pub fn keep_quiet(asked_ms: Option<u32>) {
    QUIET.set(QUIET.get().extended(asked_ms, clock::now_ms()));
}

/// Takes note that the server gave what it was asked for.
pub fn was_served() {
    QUIET.set(QUIET.get().served());
}

/// Waits before a second try of what may have been chance.
pub async fn pause() {
    TimeoutFuture::new(PAUSE_MS).await;
}
