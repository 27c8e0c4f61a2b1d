//! Ratios of what was measured by turns, and how sure they are.

use serde::Serialize;

/// A median of ratios, one for each round, with the interval that holds 95% of what resampling the rounds gives.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ratio {
    /// The ratio itself.
    pub value: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// How often the rounds are resampled.
const RESAMPLES: usize = 2000;

impl Ratio {
    /// How `over` is to `under`, which were measured in the same rounds; `None` without rounds.
    ///
    /// Both sides of a round belong together: a shared machine may be twice as fast in one round as in the next, and that
    /// cancels out. The interval is a bootstrap's: it draws as many rounds as there were, with repetition.
    ///
    /// # Panics
    ///
    /// If the numbers of rounds differ.
    pub fn of(over: &[f64], under: &[f64]) -> Option<Self> {
        assert_eq!(over.len(), under.len(), "both sides of a ratio have the same rounds");
        let rounds: Vec<f64> = over.iter().zip(under).map(|(over, under)| over / under).collect();
        let value = median(&rounds)?;
        let mut random = SplitMix(1);
        let mut resampled: Vec<f64> = (0..RESAMPLES)
            .filter_map(|_| {
                let drawn: Vec<f64> = rounds.iter().map(|_| rounds[random.below(rounds.len())]).collect();
                median(&drawn)
            })
            .collect();
        resampled.sort_unstable_by(f64::total_cmp);
        let (low, high) = (resampled[RESAMPLES * 25 / 1000], resampled[RESAMPLES * 975 / 1000 - 1]);
        Some(Self { value, low, high })
    }

    /// The ratio and its interval as tables show them.
    pub fn text(self) -> String {
        let Self { value, low, high } = self;
        format!("{value:.3} ({low:.3} to {high:.3})")
    }

    /// Whether two arms that should be the same differ by no more than that share.
    pub fn is_one_within(&self, share: f64) -> bool {
        (self.value - 1.0).abs() <= share
    }
}

/// The middle value, or the mean of the two middle ones; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    Some(f64::midpoint(sorted[(sorted.len() - 1) / 2], upper))
}

/// `SplitMix64` by Sebastiano Vigna, <https://prng.di.unimi.it/splitmix64.c>: the same draws each time.
pub struct SplitMix(pub u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is far too small for the remainder's bias to show.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("it is below a usize")
    }

    /// Brings a list into a random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ratio, SplitMix, median};

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn the_median_is_the_middle_one_or_between_the_middle_two() {
        assert_eq!(median(&[]), None);
        assert!(close(median(&[3.0, 1.0, 2.0]).unwrap(), 2.0));
        assert!(close(median(&[4.0, 1.0, 3.0, 2.0]).unwrap(), 2.5));
    }

    #[test]
    fn a_ratio_of_steady_times_is_certain() {
        let ratio = Ratio::of(&[6.0; 5], &[4.0; 5]).unwrap();
        assert!(close(ratio.low, 1.5) && close(ratio.value, 1.5) && close(ratio.high, 1.5));
    }

    #[test]
    fn what_slows_whole_rounds_leaves_a_ratio_certain() {
        let under: Vec<f64> = (0..21).map(|round| if round % 3 == 0 { 20.0 } else { 10.0 }).collect();
        let over: Vec<f64> = under.iter().map(|time| time * 2.0).collect();
        let ratio = Ratio::of(&over, &under).unwrap();
        assert!(close(ratio.low, 2.0) && close(ratio.high, 2.0), "{ratio:?}");
    }

    #[test]
    fn the_interval_holds_the_true_ratio_of_noisy_times_and_narrows_with_rounds() {
        let mut random = SplitMix(7);
        let mut noisy = |rounds: usize, time: f64| -> Vec<f64> {
            (0..rounds)
                .map(|_| time * (1.0 + f64::from(u16::try_from(random.below(100)).unwrap()) / 1000.0))
                .collect()
        };
        let mut width = |rounds| {
            let ratio = Ratio::of(&noisy(rounds, 30.0), &noisy(rounds, 20.0)).unwrap();
            assert!(ratio.low <= 1.5 && 1.5 <= ratio.high, "{ratio:?}");
            ratio.high - ratio.low
        };
        assert!(width(400) < width(10) / 2.0);
    }

    #[test]
    fn one_slow_round_moves_neither_the_ratio_nor_its_interval_far() {
        let mut over = vec![10.0; 20];
        over[3] = 500.0;
        let ratio = Ratio::of(&over, &[10.0; 20]).unwrap();
        assert!(close(ratio.high, 1.0), "{ratio:?}");
    }

    #[test]
    fn no_rounds_have_no_ratio() {
        assert_eq!(Ratio::of(&[], &[]), None);
    }

    #[test]
    fn the_control_allows_a_share_both_ways() {
        let ratio = |value| Ratio {
            value,
            low: value,
            high: value,
        };
        assert!(ratio(1.04).is_one_within(0.05) && ratio(0.96).is_one_within(0.05));
        assert!(!ratio(1.06).is_one_within(0.05) && !ratio(0.94).is_one_within(0.05));
    }

    #[test]
    fn shuffling_keeps_everything_and_changes_the_order() {
        let mut list: Vec<u32> = (0..20).collect();
        SplitMix(1).shuffle(&mut list);
        assert!(!list.is_sorted());
        list.sort_unstable();
        assert_eq!(list, (0..20).collect::<Vec<_>>());
    }
}
