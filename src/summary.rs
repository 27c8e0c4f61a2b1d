//! Statistics over the times of a series of repeats.

/// What a series of times comes to, all in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The shortest time.
    pub min_ms: f64,
    /// The middle time; the mean of the two middle ones when their number is even.
    pub median_ms: f64,
    /// The arithmetic mean.
    pub mean_ms: f64,
    /// The sample standard deviation (with n - 1); 0 for a single time.
    pub stddev_ms: f64,
    /// The longest time.
    pub max_ms: f64,
}

impl Summary {
    /// Summarises times in milliseconds; `None` if there are none.
    #[expect(clippy::cast_precision_loss, reason = "there are at most 100 repeats")]
    pub fn of(times_ms: &[f64]) -> Option<Self> {
        let mut sorted = times_ms.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (&min_ms, &max_ms) = (sorted.first()?, sorted.last()?);
        let count = sorted.len();
        let median_ms = f64::midpoint(sorted[(count - 1) / 2], sorted[count / 2]);
        let mean_ms = sorted.iter().sum::<f64>() / count as f64;
        let squares: f64 = sorted.iter().map(|time| (time - mean_ms).powi(2)).sum();
        let stddev_ms = if count > 1 {
            (squares / (count - 1) as f64).sqrt()
        } else {
            0.0
        };
        Some(Self {
            min_ms,
            median_ms,
            mean_ms,
            stddev_ms,
            max_ms,
        })
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::Summary;
    use proptest::prelude::*;

    #[test]
    fn no_times_have_no_summary() {
        assert_eq!(Summary::of(&[]), None);
    }

    #[test]
    fn a_single_time_has_no_spread() {
        let only = Summary {
            min_ms: 4.0,
            median_ms: 4.0,
            mean_ms: 4.0,
            stddev_ms: 0.0,
            max_ms: 4.0,
        };
        assert_eq!(Summary::of(&[4.0]), Some(only));
    }

    #[test]
    fn the_order_of_the_times_does_not_matter() {
        let summary = Summary::of(&[10.0, 2.0, 4.0, 4.0]).unwrap();
        assert!((summary.stddev_ms - 12.0_f64.sqrt()).abs() < 1e-12);
        let expected = Summary {
            min_ms: 2.0,
            median_ms: 4.0,
            mean_ms: 5.0,
            max_ms: 10.0,
            ..summary
        };
        assert_eq!(summary, expected);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        assert!((Summary::of(&[1.0, 2.0, 4.0, 8.0]).unwrap().median_ms - 3.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn the_figures_stand_in_their_order(times in prop::collection::vec(0.0..1e6_f64, 1..100)) {
            let Summary { min_ms, median_ms, mean_ms, stddev_ms, max_ms } = Summary::of(&times).unwrap();
            prop_assert!(min_ms <= median_ms && median_ms <= max_ms);
            prop_assert!(min_ms - 1e-6 <= mean_ms && mean_ms <= max_ms + 1e-6);
            prop_assert!(stddev_ms >= 0.0 && stddev_ms <= (max_ms - min_ms) + 1e-6);
        }

        #[test]
        fn the_order_of_any_times_does_not_matter(times in prop::collection::vec(0.0..1e6_f64, 1..100).prop_shuffle()) {
            let mut sorted = times.clone();
            sorted.sort_by(f64::total_cmp);
            let (one, other) = (Summary::of(&times).unwrap(), Summary::of(&sorted).unwrap());
            prop_assert_eq!((one.min_ms, one.median_ms, one.max_ms), (other.min_ms, other.median_ms, other.max_ms));
        }
    }
}
