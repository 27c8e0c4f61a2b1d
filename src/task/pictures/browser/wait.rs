//! Waits before a picture is requested, by the browser's timers.

use crate::clock;
use crate::task::pictures::back_off::{BackOff, PAUSE_MS, spread_ms, whole_ms};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

thread_local! {
    /// The downloads of a series share a thread, whichever worker waits for them. Isolated workers have one each, so each finds the
    /// rate limit out by itself, as does the next series.
    static BACK_OFF: Cell<BackOff> = Cell::default();
}

/// Waits while the server limits the rate of requests. Returns for how many milliseconds.
///
/// # Errors
///
/// If that takes longer than `at_most_ms`: how many milliseconds it takes.
pub async fn while_rate_limited(id: u32, at_most_ms: u32) -> Result<u32, u32> {
    let start_ms = clock::now_ms();
    let mut now_ms = start_ms;
    loop {
        let until_ms = BACK_OFF.get().until_ms;
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

/// Notes that the server limits the rate of requests, for as many milliseconds as it said, if it did.
pub fn note_rate_limit(retry_after_ms: Option<u32>) {
    BACK_OFF.set(BACK_OFF.get().after_rate_limit(retry_after_ms, clock::now_ms()));
}

/// Notes that a picture has arrived.
pub fn note_success() {
    BACK_OFF.set(BACK_OFF.get().after_success());
}

/// Waits before a retry of what may have failed by chance.
pub async fn pause() {
    TimeoutFuture::new(PAUSE_MS).await;
}
