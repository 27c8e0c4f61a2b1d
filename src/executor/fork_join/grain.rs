//! Which parts are worth splitting.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A part that takes less, in milliseconds, isn't worth being split off: splitting, joining and telling of it take a microsecond.
const SHORT_MS: f64 = 0.045;

/// One that takes more is worth splitting: at the end, others wait for the last one. So far above the other that, where the
/// lower of two halves is short, the input that both are of isn't long, even if it takes the golden ratio's square of that.
const LONG_MS: f64 = 0.12;

/// The largest part that is not split: chosen, or found by how long parts have taken so far.
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

    /// Whether a part is to be split.
    pub fn is_worth_splitting(&self, part: u32) -> bool {
        part > self.largest.load(Relaxed)
    }

    /// Heeds that a part took so long without being split.
    pub fn heed(&self, part: u32, ms: f64) {
        if !self.adapts {
            return;
        }
        let largest = self.largest.load(Relaxed);
        // What is split unevenly has small parts beside large ones, which they say nothing of.
        if ms < SHORT_MS && part >= largest / 2 {
            self.largest.fetch_max(largest.saturating_add(step(largest)), Relaxed);
        } else if ms > LONG_MS {
            self.largest.fetch_min(part.saturating_sub(step(part)), Relaxed);
        }
    }
}

/// By one for what doubles with one more, faster for what grows slowly.
fn step(from: u32) -> u32 {
    1 + from / 32
}

#[cfg(test)]
mod tests {
    use super::{Grain, LONG_MS, SHORT_MS};

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
            assert!((SHORT_MS / 2.0..=LONG_MS).contains(&longest), "{longest}");
        }
    }

    #[test]
    fn what_takes_no_time_at_all_is_not_split() {
        assert_eq!(settle(&Grain::adaptive(), 20, |n| (n - 1, n - 2), |_| 0.0), [20]);
    }

    #[test]
    fn a_chosen_one_stays_whatever_takes_how_long() {
        let grain = Grain::fixed(10);
        grain.heed(10, 1e3);
        grain.heed(3, 0.0);
        assert!(!grain.is_worth_splitting(10) && grain.is_worth_splitting(11));
    }
}
