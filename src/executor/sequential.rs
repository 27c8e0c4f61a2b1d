//! One after the other on one thread: as a loop, and as the same thing written with `map`.

use crate::event::{Done, Input};
use crate::trace::Traced;
use std::sync::Arc;

/// Runs the task on one input after the other.
pub async fn for_loop(task: Arc<Traced>, inputs: Vec<Input>) -> Vec<Done> {
    // <code:loop>
    let mut outcomes = Vec::new();
    for input in inputs {
        outcomes.push(task.run(input).await);
    }
    // </code>
    outcomes
}

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
