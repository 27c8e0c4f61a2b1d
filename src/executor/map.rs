//! The loop as it is written with `map`.

use super::{Executor, Flavour, boxed};
use crate::event::{Done, Input};
use crate::trace::Traced;
use std::sync::Arc;

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "map",
    label: "map",
    about: "The loop written as map(task, inputs): still one worker, and one task after another.",
    flavour: Flavour::Plain,
    pool: false,
    parallel: false,
    splits: false,
    parameters: &[],
    python: "results = list(map(task, inputs))",
    javascript: "// for a task that computes; one that waits
// would start all at once: see async
const results = inputs.map(task);",
    start: |_| Box::pin(async { Ok(boxed(map)) }),
};

/// Runs the task on one input after the other: what the loop does, said as what is wanted.
pub async fn map(task: Arc<Traced>, inputs: Vec<Input>) -> Vec<Done> {
    // <code:map>
    let mut outcomes = Vec::new();
    for outcome in inputs.into_iter().map(|input| task.run(input)) {
        outcomes.push(outcome.await);
    }
    // </code>
    outcomes
}
