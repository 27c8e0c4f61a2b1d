//! Many futures on one thread: while one waits, others get on. Concurrency without parallelism.

use crate::event::{Done, Input};
use crate::trace::Traced;
use futures_util::StreamExt as _;
use futures_util::stream;
use std::sync::Arc;

/// Runs the task on all inputs, at most `in_flight` at once.
pub async fn map(task: Arc<Traced>, inputs: Vec<Input>, in_flight: usize) -> Vec<Done> {
    // <code:async>
    stream::iter(inputs.into_iter().map(|input| task.run(input)))
        .buffer_unordered(in_flight)
        .collect()
        .await
    // </code>
}
