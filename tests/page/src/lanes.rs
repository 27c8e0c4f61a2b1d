//! What holds of the lanes of every run.

use crate::run::{Run, any_overlap};

impl Run {
    /// Fails unless there are no more lanes than workers, and one bar after the other in each.
    pub fn check_lanes(&self) {
        let executor = &self.executor;
        let most = if ["loop", "map"].contains(&executor.as_str()) {
            1
        } else {
            self.workers
        };
        assert!(!self.spans.is_empty(), "{executor} has no spans");
        let highest = self.spans.iter().map(|span| span.lane).max();
        assert!(highest < Some(most), "{executor}: lane {highest:?} of {most}");
        for repeat in 1..=self.repeats {
            for lane in 0..most {
                let bars = self
                    .spans
                    .iter()
                    .filter(|span| (span.repeat, span.lane) == (repeat, lane));
                let bars: Vec<_> = bars.map(|span| (span.start_ms, span.end_ms)).collect();
                assert!(
                    !any_overlap(bars.clone()),
                    "{executor}: bars of lane {lane} overlap: {bars:?}"
                );
            }
        }
    }
}
