//! Which parts are worth splitting.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A part that takes less, in milliseconds, isn't worth being split off: splitting, joining and telling of it take a microsecond.
const SHORT_PART_MS: f64 = 0.045;

/// One that takes more is worth splitting: at the end, others wait for the last one. So far above the other that, where the
/// lower of two halves is short, the input that both are of isn't long, even if it takes the golden ratio's square of that.
pub const LONG_PART_MS: f64 = 0.12;

/// The size of the largest part that is not split: chosen, or found by how long parts have taken so far.
pub struct Grain {
    largest: AtomicU32,
    adapts: bool,
}

impl Grain {
    /// Splits all that is larger.
    pub fn fixed(largest: u32) -> Self {
        Self {
            largest: largest.into(),
            adapts: false,
        }
    }

    /// Splits what takes long. Begins by splitting everything, and soon finds out.
    pub fn adaptive() -> Self {
        Self {
            largest: 0.into(),
            adapts: true,
        }
    }

    /// Whether a part of that size is to be split.
    pub fn is_worth_splitting(&self, part: u32) -> bool {
        part > self.largest.load(Relaxed)
    }

    /// Heeds that a part of that size took so long without being split any further.
    pub fn heed(&self, part: u32, ms: f64) {
        if !self.adapts {
            return;
        }
        let largest = self.largest.load(Relaxed);
        // What is split unevenly has small parts beside large ones, which they say nothing of.
        if ms < SHORT_PART_MS && part >= largest / 2 {
            // Nor does one that has hardly anything in it speak for those many times its size.
            self.largest
                .fetch_max(up(largest, ms).min(part.saturating_mul(2)), Relaxed);
        } else if ms > LONG_PART_MS {
            self.largest.fetch_min(part.saturating_sub(step(part)), Relaxed);
        }
    }
}

/// By one for what doubles with one more, faster for what grows slowly.
fn step(from: u32) -> u32 {
    1 + from / 32
}

/// Up from a part that took so long: as many steps as it would have to double to be long enough.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and 30"
)]
fn up(from: u32, ms: f64) -> u32 {
    let doublings = f64::log2(SHORT_PART_MS / ms.max(1e-9)).clamp(1.0, 30.0) as u32;
    (0..doublings).fold(from, |up, _| up.saturating_add(step(up)))
}

/// How long one thread's parts take, by a clock that may stand still for many of them: browsers that resist fingerprinting let
/// it tick ten times a second.
#[derive(Default)]
pub struct Pace {
    since_ms: f64,
    parts: u32,
}

impl Pace {
    /// What the last parts took on average, once the clock has moved since they began.
    pub fn of(&mut self, start_ms: f64, end_ms: f64) -> Option<f64> {
        if self.parts == 0 {
            self.since_ms = start_ms;
        }
        self.parts += 1;
        if end_ms <= self.since_ms {
            return None;
        }
        let parts = f64::from(std::mem::take(&mut self.parts));
        Some((end_ms - self.since_ms) / parts)
    }
}

#[cfg(test)]
mod tests {
    use super::{Grain, LONG_PART_MS, Pace, SHORT_PART_MS};

    /// The parts that are left whole once all have been run that a task is split into, again and again.
    fn settle(grain: &Grain, input: u32, halves: fn(u32) -> (u32, u32), ms: fn(u32) -> f64) -> Vec<u32> {
        fn run(grain: &Grain, input: u32, halves: fn(u32) -> (u32, u32), ms: fn(u32) -> f64, left: &mut Vec<u32>) {
            if input > 2 && grain.is_worth_splitting(input) {
                let (one, other) = halves(input);
                run(grain, one, halves, ms, left);
                run(grain, other, halves, ms, left);
            } else {
                grain.heed(input, ms(input));
                left.push(input);
            }
        }
        let mut left = Vec::new();
        for _ in 0..5 {
            left.clear();
            run(grain, input, halves, ms, &mut left);
        }
        left
    }

    fn golden(n: u32) -> f64 {
        1e-6 * 1.618_f64.powi(n.cast_signed())
    }

    fn linear(n: u32) -> f64 {
        1e-6 * f64::from(n)
    }

    #[test]
    fn parts_come_to_take_neither_short_nor_long_whatever_they_are() {
        let fib = settle(&Grain::adaptive(), 30, |n| (n - 1, n - 2), golden);
        let range = settle(&Grain::adaptive(), 4_000_000, |n| (n / 2, n - n / 2), linear);
        let largest = |parts: &[u32], ms: fn(u32) -> f64| ms(*parts.iter().max().unwrap());
        for longest in [largest(&fib, golden), largest(&range, linear)] {
            assert!((SHORT_PART_MS / 2.0..=LONG_PART_MS).contains(&longest), "{longest}");
        }
    }

    #[test]
    fn what_takes_no_time_at_all_is_not_split() {
        assert_eq!(settle(&Grain::adaptive(), 20, |n| (n - 1, n - 2), |_| 0.0), [20]);
    }

    #[test]
    fn a_clock_that_ticks_tells_each_parts_time() {
        let mut pace = Pace::default();
        assert_eq!(pace.of(1.0, 1.5), Some(0.5));
        assert_eq!(pace.of(2.0, 2.25), Some(0.25));
    }

    #[test]
    fn a_clock_that_stands_still_tells_what_parts_take_on_average_once_it_moves() {
        let mut pace = Pace::default();
        for _ in 0..9 {
            assert_eq!(pace.of(100.0, 100.0), None);
        }
        assert_eq!(pace.of(100.0, 200.0), Some(10.0));
        assert_eq!(pace.of(200.0, 200.0), None);
    }

    #[test]
    fn a_part_with_hardly_anything_in_it_keeps_none_of_several_times_its_size_whole() {
        let grain = Grain::adaptive();
        grain.heed(1, 0.000_001);
        assert!(grain.is_worth_splitting(3) && !grain.is_worth_splitting(2));
    }

    #[test]
    fn a_chosen_one_stays_whatever_takes_how_long() {
        let grain = Grain::fixed(10);
        grain.heed(10, 1e3);
        grain.heed(3, 0.0);
        assert!(!grain.is_worth_splitting(10) && grain.is_worth_splitting(11));
    }
}
