//! What holds of the lanes and bars of every run.

use crate::run::{Run, any_overlap};
use std::collections::BTreeSet;

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
        for repeat in self.repeats_with_spans() {
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

    /// Those whose spans are kept: the last one, and the one that is shown.
    pub fn repeats_with_spans(&self) -> BTreeSet<usize> {
        let repeats: BTreeSet<_> = self.spans.iter().map(|span| span.repeat).collect();
        assert_eq!(repeats.last(), Some(&self.repeats));
        repeats
    }

    /// Fails unless in each repeat that has spans each input has one bar, its waits within it and it within the time of the repeat.
    pub fn check_bars(&self) {
        let executor = &self.executor;
        for repeat in self.repeats_with_spans() {
            let time_ms = self.times_ms[repeat - 1];
            let bars: Vec<_> = self.spans.iter().filter(|span| span.repeat == repeat).collect();
            let mut inputs: Vec<u32> = bars.iter().map(|span| span.input).collect();
            inputs.sort_unstable();
            assert_eq!(inputs, self.inputs, "{executor}");
            for span in bars {
                let mut moments = vec![0.0, span.start_ms];
                moments.extend(span.waits.iter().flat_map(|wait| [wait.start_ms, wait.end_ms]));
                moments.extend([span.end_ms, time_ms]);
                assert!(moments.is_sorted(), "{executor}: {span:?}");
            }
        }
    }
}
