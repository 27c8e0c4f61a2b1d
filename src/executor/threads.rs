//! Threads that share memory and compute at the same time: no lock makes them take turns.

use super::pool::{self, Work};
use crate::event::{Done, Input};
use crate::trace::Traced;
use rayon::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// Which inputs come first. The inputs of the article grow, and so does the work on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they are given.
    Ascending,
    /// From the last to the first, so that no thread is left alone at the end with the longest.
    LongestFirst,
}

/// How many inputs a thread takes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunks {
    /// One.
    One,
    /// As many as rayon thinks best, which knows their number and not how long they take.
    Auto,
}

/// Runs the task on all inputs on the pool's threads.
pub fn map(task: Arc<Traced>, mut inputs: Vec<Input>, order: Order, chunks: Chunks) -> impl Future<Output = Vec<Done>> {
    if order == Order::LongestFirst {
        inputs.reverse();
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
