//! How long to wait before a retry: as long as the server asks, and while it limits one request, it gets none at all.

/// How long before a failed download is retried, in milliseconds.
pub const PAUSE_MS: u32 = 500;

/// The same after an answer that limits the rate and doesn't say, or doesn't let pages see, for how long. Doubled each time that the
/// server limits the rate again after it.
const DEFAULT_MS: u32 = 2000;

/// Downloads that waited go on within so many milliseconds, not all at once.
const SPREAD_MS: f64 = 500.0;

/// What is known of the server's rate limit.
#[derive(Clone, Copy, Default)]
pub struct BackOff {
    /// Until when no request is made, in milliseconds since the Unix epoch.
    pub until_ms: f64,
    /// How often in a row the server limited the rate, although no request was made before `until_ms`.
    in_a_row: u32,
}

impl BackOff {
    /// After an answer at `now_ms` that limits the rate, for `retry_after_ms` if it says so.
    #[must_use]
    pub fn after_rate_limit(self, retry_after_ms: Option<u32>, now_ms: f64) -> Self {
        // Answers to requests from before the limit was known say nothing new.
        let in_a_row = self.in_a_row + u32::from(now_ms >= self.until_ms);
        let default_ms = DEFAULT_MS << in_a_row.saturating_sub(1).min(10);
        let wait_ms = retry_after_ms.unwrap_or(default_ms).max(PAUSE_MS);
        Self {
            until_ms: self.until_ms.max(now_ms + f64::from(wait_ms)),
            in_a_row,
        }
    }

    /// After a picture has arrived.
    #[must_use]
    pub fn after_success(self) -> Self {
        Self { in_a_row: 0, ..self }
    }
}

/// What a `Retry-After` header asks for, in milliseconds: it gives seconds, or a date, which `parse_date` turns into
/// milliseconds since the Unix epoch (RFC 9110, section 10.2.3).
pub fn retry_after_ms(header: &str, now_ms: f64, parse_date: impl Fn(&str) -> f64) -> Option<u32> {
    let header = header.trim_ascii();
    // Some send fractions, which are rounded up. To parse one would make the module a fifth larger.
    let (whole, fraction) = header.split_once(['.']).unwrap_or((header, ""));
    if let Ok(seconds) = whole.parse::<i32>() {
        let seconds = seconds.max(0).unsigned_abs() + u32::from(!fraction.is_empty());
        return Some(seconds.saturating_mul(1000));
    }
    let until_ms = parse_date(header);
    until_ms.is_finite().then(|| whole_ms(until_ms - now_ms))
}

/// Rounds up to whole milliseconds; what is negative becomes 0, what is too large the largest number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "that is what it says"
)]
pub fn whole_ms(ms: f64) -> u32 {
    ms.ceil() as u32
}

/// How much longer the picture of that number waits than it has to, in milliseconds; the same each time.
pub fn spread_ms(id: u32) -> f64 {
    f64::from(id.wrapping_mul(0x9e37_79b9) >> 16) / f64::from(u16::MAX) * SPREAD_MS
}

#[cfg(test)]
mod tests {
    use super::{BackOff, retry_after_ms, spread_ms, whole_ms};

    #[test]
    fn seconds_and_dates_are_understood_and_nothing_else() {
        let never = |_: &str| f64::NAN;
        let date = "Fri, 27 Nov 2026 20:00:00 GMT";
        assert_eq!(retry_after_ms(" 3 ", 0.0, never), Some(3000));
        assert_eq!(retry_after_ms(date, 1000.0, |_| 5000.0), Some(4000));
        assert_eq!(retry_after_ms(date, 9000.0, |_| 5000.0), Some(0));
        assert_eq!(retry_after_ms("1.5", 0.0, never), Some(2000));
        assert_eq!(retry_after_ms("-1", 0.0, never), Some(0));
        for nonsense in ["soon", "", "NaN", "inf"] {
            assert_eq!(retry_after_ms(nonsense, 0.0, never), None, "{nonsense}");
        }
    }

    #[test]
    fn a_rate_limit_that_comes_again_doubles_the_wait() {
        let first = BackOff::default().after_rate_limit(None, 1000.0);
        assert_eq!(whole_ms(first.until_ms), 3000);
        let at_the_same_time = first.after_rate_limit(None, 1010.0);
        assert_eq!(whole_ms(at_the_same_time.until_ms), 3010);
        let again = at_the_same_time.after_rate_limit(None, 4000.0);
        assert_eq!(whole_ms(again.until_ms), 8000);
    }

    #[test]
    fn a_retry_that_is_allowed_at_once_waits_for_the_usual_pause() {
        assert_eq!(
            whole_ms(BackOff::default().after_rate_limit(Some(0), 1000.0).until_ms),
            1500
        );
    }

    #[test]
    fn pictures_that_waited_are_requested_apart() {
        let all: std::collections::BTreeSet<u64> = (0..20).map(|id| spread_ms(id).to_bits()).collect();
        assert_eq!(all.len(), 20);
        assert!((0..1000).all(|id| (0.0..=500.0).contains(&spread_ms(id))));
    }
}
