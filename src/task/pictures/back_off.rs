//! How long to wait before a second try: as long as the server asks, and while it asks anybody, everybody waits.

/// How long a failed download rests before it is tried once more, in milliseconds.
pub const PAUSE_MS: u32 = 500;

/// The same after an answer that asks for less haste and doesn't say, or doesn't let pages see, for how long. Doubled for
/// each one that comes although it was heeded.
const UNSAID_MS: u32 = 2000;

/// Those that waited don't all come back in the same moment, but within so many milliseconds.
const SPREAD_MS: f64 = 500.0;

/// What is known of the server's wish to be left alone.
#[derive(Clone, Copy, Default)]
pub struct Quiet {
    /// Until when nothing is asked for, in milliseconds since the Unix epoch.
    pub until_ms: f64,
    /// How often in a row it wished so, although it had been left alone as long as agreed.
    in_a_row: u32,
}

impl Quiet {
    /// After an answer at `now_ms` that asks for less haste, for `asked_ms` if it says so.
    #[must_use]
    pub fn extended(self, asked_ms: Option<u32>, now_ms: f64) -> Self {
        // Answers to what was asked for before the wish was known say nothing new.
        let in_a_row = self.in_a_row + u32::from(now_ms >= self.until_ms);
        let unsaid_ms = UNSAID_MS << in_a_row.saturating_sub(1).min(10);
        let rest_ms = asked_ms.unwrap_or(unsaid_ms).max(PAUSE_MS);
        Self {
            until_ms: self.until_ms.max(now_ms + f64::from(rest_ms)),
            in_a_row,
        }
    }

    /// After an answer that gave what was asked for.
    #[must_use]
    pub fn served(self) -> Self {
        Self { in_a_row: 0, ..self }
    }
}

/// What a `Retry-After` header asks for, in milliseconds: it gives seconds, or a date, which `parse_date` turns into
/// milliseconds since the Unix epoch (RFC 9110, section 10.2.3).
pub fn asked_ms(header: &str, now_ms: f64, parse_date: impl Fn(&str) -> f64) -> Option<u32> {
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

/// In whole milliseconds: below nothing is nothing, and what is too much is the most there is.
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
    use super::{Quiet, asked_ms, spread_ms, whole_ms};

    #[test]
    fn seconds_and_dates_are_understood_and_nothing_else() {
        let never = |_: &str| f64::NAN;
        let date = "Fri, 27 Nov 2026 20:00:00 GMT";
        assert_eq!(asked_ms(" 3 ", 0.0, never), Some(3000));
        assert_eq!(asked_ms(date, 1000.0, |_| 5000.0), Some(4000));
        assert_eq!(asked_ms(date, 9000.0, |_| 5000.0), Some(0));
        assert_eq!(asked_ms("1.5", 0.0, never), Some(2000));
        assert_eq!(asked_ms("-1", 0.0, never), Some(0));
        for nonsense in ["soon", "", "NaN", "inf"] {
            assert_eq!(asked_ms(nonsense, 0.0, never), None, "{nonsense}");
        }
    }

    #[test]
    fn who_was_left_alone_and_still_complains_is_left_alone_for_longer() {
        let first = Quiet::default().extended(None, 1000.0);
        assert_eq!(whole_ms(first.until_ms), 3000);
        let of_the_same_moment = first.extended(None, 1010.0);
        assert_eq!(whole_ms(of_the_same_moment.until_ms), 3010);
        let after_resting = of_the_same_moment.extended(None, 4000.0);
        assert_eq!(whole_ms(after_resting.until_ms), 8000);
    }

    #[test]
    fn who_may_be_asked_again_at_once_is_given_the_usual_pause() {
        assert_eq!(whole_ms(Quiet::default().extended(Some(0), 1000.0).until_ms), 1500);
    }

    #[test]
    fn pictures_that_waited_come_back_apart() {
        let all: std::collections::BTreeSet<u64> = (0..20).map(|id| spread_ms(id).to_bits()).collect();
        assert_eq!(all.len(), 20);
        assert!((0..1000).all(|id| (0.0..=500.0).contains(&spread_ms(id))));
    }
}
