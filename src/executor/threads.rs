//! Threads that share memory and compute at the same time: no lock makes them take turns.

use super::pool::{self, Work};
use super::{Executor, Flavour, Start, boxed, longest_first};
use crate::event::{Done, Input};
use crate::parameter::{Parameter, When};
use crate::trace::Traced;
use rayon::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "threads",
    label: "threads",
    about: "Threads in shared memory, without a global lock: all can compute at the same time.",
    flavour: Flavour::Threads,
    pool: true,
    parallel: true,
    splits: false,
    parameters: &[
        Parameter::choice(
            "order",
            "Order",
            &[("longest-first", "longest first"), ("ascending", "ascending")],
        )
        .when(&[When::Grows]),
        Parameter::choice(
            "chunks",
            "Chunks",
            &[("one", "one task each"), ("auto", "rayon decides")],
        )
        .when(&[When::Computes]),
    ],
    python: "# the same lines under python3.14t,
# the build of CPython without the lock
with ThreadPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))",
    javascript: "// in each worker: only raw memory can be shared
for (;;) {
  const index = Atomics.add(next, 0, 1);
  if (index >= inputs.length) break;
  results[index] = task(inputs[index]);
}",
    start: |Start { settings, .. }| {
        let order = if settings.is("order", "longest-first") {
            Order::LongestFirst
        } else {
            Order::Ascending
        };
        let chunks = if settings.is("chunks", "auto") {
            Chunks::Auto
        } else {
            Chunks::One
        };
        Box::pin(async move { Ok(boxed(move |task, inputs| map(task, inputs, order, chunks))) })
    },
};

/// Which inputs come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they are given.
    Ascending,
    /// From the biggest to the smallest, so that the longest doesn’t run alone at the end.
    LongestFirst,
}

/// How many inputs a thread takes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunks {
    /// One.
    One,
    /// As many as rayon chooses by their number; it doesn't know how long they take.
    Auto,
}

/// Runs the task on all inputs on the pool's threads.
pub fn map(task: Arc<Traced>, mut inputs: Vec<Input>, order: Order, chunks: Chunks) -> impl Future<Output = Vec<Done>> {
    if order == Order::LongestFirst {
        longest_first(&mut inputs, &|input| task.size(input));
    }
    pool::run(Box::new(move || {
        if chunks == Chunks::Auto {
            let work: Work = &|input| task.run_blocking(input);
            return inputs.into_par_iter().map(work).collect();
        }
        // A queue, and not halves of a list: those would be worked on from both ends, so that the second longest came last.
        // <code:threads>
        let work: Work = &|input| task.run_blocking(input);
        inputs.into_iter().par_bridge().map(work).collect()
        // </code>
    }))
}
