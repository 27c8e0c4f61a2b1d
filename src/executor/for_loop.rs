//! One after the other on one thread, as a loop.

use super::{Executor, Flavour, boxed};
use crate::event::{Done, Input};
use crate::trace::Traced;
use std::sync::Arc;

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "loop",
    label: "loop",
    about: "A for loop: one worker does one task after another.",
    flavour: Flavour::Plain,
    pool: false,
    parallel: false,
    splits: false,
    parameters: &[],
    python: "results = []
for input in inputs:
    results.append(task(input))",
    javascript: "const results = [];
for (const input of inputs) {
  results.push(await task(input));
}",
    start: |_| Box::pin(async { Ok(boxed(map)) }),
};

/// Runs the task on one input after the other.
pub async fn map(task: Arc<Traced>, inputs: Vec<Input>) -> Vec<Done> {
    // <code:loop>
    let mut outcomes = Vec::new();
    for input in inputs {
        outcomes.push(task.run(input).await);
    }
    // </code>
    outcomes
}
