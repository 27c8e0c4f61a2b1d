//! How long to wait before a second try: as long as the server asks, and while it asks anybody, everybody waits.

use crate::clock::now_ms;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

/// How long a failed download rests before it is tried once more, in milliseconds.
const PAUSE_MS: u32 = 500;

/// The same after an answer that asks for less haste and doesn't say, or doesn't let pages see, for how long.
const UNSAID_MS: u32 = 2000;

/// Those that waited don't all come back in the same moment, but within so many milliseconds.
const SPREAD_MS: f64 = 500.0;

thread_local! {
    /// Until when nothing is asked for, in milliseconds since the Unix epoch. Downloads share a thread, whoever waits for
    /// them; those of isolated workers have one each, and each learns by itself.
    static QUIET_UNTIL_MS: Cell<f64> = const { Cell::new(0.0) };
}

/// Waits while the server wants to be left alone. Says for how many milliseconds that was.
pub async fn wait_for_quiet(id: u32) -> u32 {
    let start_ms = now_ms();
    while now_ms() < QUIET_UNTIL_MS.get() {
        sleep(QUIET_UNTIL_MS.get() - now_ms() + spread_ms(id)).await;
    }
    whole_ms(now_ms() - start_ms)
}

/// Takes note that the server wants to be left alone, for as many milliseconds as it said, if it did.
pub fn keep_quiet(asked_ms: Option<u32>) {
    let until_ms = now_ms() + f64::from(asked_ms.unwrap_or(UNSAID_MS));
    QUIET_UNTIL_MS.set(until_ms.max(QUIET_UNTIL_MS.get()));
}

/// Waits before a second try of what may have been chance.
pub async fn pause() {
    TimeoutFuture::new(PAUSE_MS).await;
}

/// What a `Retry-After` header asks for, in milliseconds: it gives seconds, or a date, which `parse_date` turns into
/// milliseconds since the Unix epoch (RFC 9110, section 10.2.3).
pub fn asked_ms(header: &str, now_ms: f64, parse_date: impl Fn(&str) -> f64) -> Option<u32> {
    let header = header.trim();
    if let Ok(seconds) = header.parse::<u32>() {
        return Some(seconds.saturating_mul(1000));
    }
    let until_ms = parse_date(header);
    until_ms.is_finite().then(|| whole_ms(until_ms - now_ms))
}

/// In whole milliseconds: below nothing is nothing, and what is too much is the most there is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "that is what it says"
)]
fn whole_ms(ms: f64) -> u32 {
    ms.ceil() as u32
}

/// By the picture's number, the same each time.
fn spread_ms(id: u32) -> f64 {
    f64::from(id.wrapping_mul(0x9e37_79b9) >> 16) / f64::from(u16::MAX) * SPREAD_MS
}

async fn sleep(ms: f64) {
    TimeoutFuture::new(whole_ms(ms)).await;
}

#[cfg(test)]
mod tests {
    use super::{asked_ms, spread_ms};

    #[test]
    fn seconds_and_dates_are_understood_and_nothing_else() {
        let never = |_: &str| f64::NAN;
        let date = "Fri, 27 Nov 2026 20:00:00 GMT";
        assert_eq!(asked_ms(" 3 ", 0.0, never), Some(3000));
        assert_eq!(asked_ms(date, 1000.0, |_| 5000.0), Some(4000));
        assert_eq!(asked_ms(date, 9000.0, |_| 5000.0), Some(0));
        assert_eq!(asked_ms("soon", 0.0, never), None);
    }

    #[test]
    fn pictures_that_waited_come_back_apart() {
        let all: std::collections::BTreeSet<u64> = (0..20).map(|id| spread_ms(id).to_bits()).collect();
        assert_eq!(all.len(), 20);
        assert!((0..1000).all(|id| (0.0..=500.0).contains(&spread_ms(id))));
    }
}
