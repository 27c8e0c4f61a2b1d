//! Many futures on one thread: while one waits, others get on. Concurrency without parallelism.

use super::{Executor, Flavour, Start, boxed};
use crate::event::{Done, Input};
use crate::trace::Traced;
use futures_util::StreamExt as _;
use futures_util::stream;
use std::sync::Arc;

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "async",
    label: "async",
    about: "One thread, many futures: while one task waits, the thread works on another.",
    flavour: Flavour::Plain,
    pool: true,
    parallel: false,
    splits: false,
    parameters: &[],
    python: "limit = asyncio.Semaphore(workers)

async def limited(input):
    async with limit:
        return await task(input)

results = await asyncio.gather(*map(limited, inputs))",
    javascript: "// all at once; a limit takes a queue more
const results = await Promise.all(inputs.map(task));",
    start: |Start { workers, .. }| Box::pin(async move { Ok(boxed(move |task, inputs| map(task, inputs, workers))) }),
};

/// Runs the task on all inputs, at most `in_flight` at once.
pub async fn map(task: Arc<Traced>, inputs: Vec<Input>, in_flight: usize) -> Vec<Done> {
    // <code:async>
    stream::iter(inputs.into_iter().map(|input| task.run(input)))
        .buffer_unordered(in_flight)
        .collect()
        .await
    // </code>
}
