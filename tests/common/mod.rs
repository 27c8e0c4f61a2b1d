//! What the browser tests share.

use easy_concurrency::event::{Event, Input, Outcome, Span};
use easy_concurrency::task::Task;
use easy_concurrency::trace::{Done, Traced, in_input_order};
use futures_channel::mpsc;
use std::future::Future;
use std::sync::Arc;

/// What came of mapping a task over inputs.
pub struct Mapped<O> {
    /// In input order.
    pub outcomes: Vec<Outcome<O>>,
    /// As they were told.
    pub events: Vec<Event<O>>,
}

/// Maps `task` over `values` by `map`, an executor.
pub async fn mapped<T: Task, F>(
    task: T,
    values: impl IntoIterator<Item = u32>,
    map: impl FnOnce(Arc<Traced<T>>, Vec<Input>) -> F,
) -> Mapped<T::Output>
where
    F: Future<Output = Vec<Done<T::Output>>>,
{
    let (sender, mut receiver) = mpsc::unbounded();
    let inputs: Vec<_> = values
        .into_iter()
        .enumerate()
        .map(|(index, value)| Input { index, value })
        .collect();
    let count = inputs.len();
    let outcomes = in_input_order(map(Arc::new(Traced::new(task, sender)), inputs).await, count);
    let mut events = Vec::new();
    while let Ok(event) = receiver.try_recv() {
        events.push(event);
    }
    Mapped { outcomes, events }
}

impl<O: Clone> Mapped<O> {
    /// Each input's span, by index.
    pub fn spans(&self) -> Vec<(usize, Span)> {
        let span_of = |event: &Event<O>| match event {
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
pub fn fibs(n: usize) -> Vec<Outcome<u64>> {
    let pairs = std::iter::successors(Some((0, 1)), |&(a, b)| Some((b, a + b)));
    pairs.map(|(a, _)| Ok(a)).take(n).collect()
}
