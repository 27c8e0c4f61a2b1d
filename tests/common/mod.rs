//! What the browser tests share.

use easy_concurrency::event::{Done, Event, Input, in_input_order};
use easy_concurrency::journal::Journal;
use easy_concurrency::span::Span;
use easy_concurrency::task::Task;
use easy_concurrency::task::pictures::{Pictures, Simulation, Source};
use easy_concurrency::trace::Traced;
use easy_concurrency::value::{Outcome, Value};
use std::future::Future;
use std::sync::Arc;

/// What came of mapping a task over inputs.
pub struct Mapped {
    /// In input order.
    pub outcomes: Vec<Outcome>,
    /// As they were told.
    pub events: Vec<Event>,
}

/// Maps `task` over `values` by `map`, an executor.
pub async fn mapped<F: Future<Output = Vec<Done>>>(
    task: impl Task + 'static,
    values: impl IntoIterator<Item = u32>,
    map: impl FnOnce(Arc<Traced>, Vec<Input>) -> F,
) -> Mapped {
    let journal = Arc::new(Journal::new(drop));
    let inputs: Vec<_> = values
        .into_iter()
        .enumerate()
        .map(|(index, value)| Input { index, value })
        .collect();
    let count = inputs.len();
    let traced = Arc::new(Traced::new(Arc::new(task), Arc::clone(&journal)));
    let outcomes = in_input_order(map(traced, inputs).await, count);
    Mapped {
        outcomes,
        events: journal.take(),
    }
}

impl Mapped {
    /// Each input's span, by index.
    pub fn spans(&self) -> Vec<(usize, Span)> {
        let span_of = |event: &Event| match event {
            Event::Finished {
                index,
                span: Some(span),
                ..
            } => Some((*index, span.clone())),
            _ => None,
        };
        self.events.iter().filter_map(span_of).collect()
    }
}

/// fib(1) to fib(n), counted up instead of down.
pub fn fibs(n: usize) -> Vec<Outcome> {
    let pairs = std::iter::successors(Some((0, 1)), |&(a, b)| Some((b, a + b)));
    pairs.map(|(a, _)| Ok(Value::Number(a))).take(n).collect()
}

/// A picture in its address: whatever number is appended, the content is the same.
pub const PICTURE: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACw=#";

/// Pictures that lie in that folder, some of which fail.
pub fn pictures(folder: &str, failures_percent: u32) -> Pictures {
    let simulation = Simulation {
        folder: folder.into(),
        latency_ms: 40,
        failures_percent,
        seed: 1,
    };
    Pictures {
        source: Source::Simulated(simulation),
        timeout_ms: 10_000,
    }
}

/// Whether two of these intervals have more than an end in common.
#[allow(dead_code, reason = "one thread needs none")]
pub fn any_overlap(intervals: impl Iterator<Item = (f64, f64)>) -> bool {
    let mut intervals: Vec<_> = intervals.collect();
    intervals.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    intervals.windows(2).any(|pair| pair[1].0 < pair[0].1)
}
