//! Fork-join: an input is split until its parts are small, and any idle thread takes a part. So one big input no longer
//! bounds what many threads can gain.

use super::pool;
use crate::event::{Event, Input, Outcome, Span};
use crate::task::Split;
use crate::trace::{Done, Traced};
use rayon::prelude::*;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

/// Runs the task on all inputs on the pool's threads, splitting every input above `cutoff`.
pub fn map<T: Split>(
    task: Arc<Traced<T>>,
    mut inputs: Vec<Input>,
    cutoff: u32,
) -> impl Future<Output = Vec<Done<T::Output>>> {
    inputs.reverse();
    pool::run(move || {
        let leaves = Leaves::new(&task);
        inputs
            .into_par_iter()
            .with_max_len(1)
            .map(|input| task.finish(input, fork(&leaves, input, cutoff), None))
            .collect()
    })
}

// <code:fork-join>
fn fork<T: Split>(leaves: &Leaves<T>, input: Input, cutoff: u32) -> Outcome<T::Output> {
    let task = leaves.task();
    if input.value > cutoff
        && let Some((left, right)) = task.split(input.value)
    {
        let (left, right) = rayon::join(
            || fork(leaves, Input { value: left, ..input }, cutoff),
            || fork(leaves, Input { value: right, ..input }, cutoff),
        );
        Ok(task.combine(left?, right?))
    } else {
        leaves.run(input)
    }
}
// </code>

/// The parts that are not split any further. Each thread gathers the spans of its own and tells them in batches, because
/// a part takes less time than telling it.
struct Leaves<'a, T: Split> {
    task: &'a Traced<T>,
    gathered: Vec<Mutex<Vec<(usize, Span)>>>,
}

const BATCH: usize = 512;

impl<'a, T: Split> Leaves<'a, T> {
    fn new(task: &'a Traced<T>) -> Self {
        Self {
            task,
            gathered: (0..rayon::current_num_threads()).map(|_| Mutex::default()).collect(),
        }
    }

    fn task(&self) -> &T {
        self.task.task()
    }

    fn run(&self, input: Input) -> Outcome<T::Output> {
        let (outcome, span) = self.task.run_part(input.value);
        // Only this thread uses this one: the lock is never waited for.
        let mut gathered = self.gathered[span.lane].lock().unwrap_or_else(PoisonError::into_inner);
        gathered.push((input.index, span));
        if gathered.len() >= BATCH {
            self.task.tell(Event::Leaves(std::mem::take(&mut gathered)));
        }
        outcome
    }
}

impl<T: Split> Drop for Leaves<'_, T> {
    fn drop(&mut self) {
        for gathered in &mut self.gathered {
            let rest = std::mem::take(gathered.get_mut().unwrap_or_else(PoisonError::into_inner));
            if !rest.is_empty() {
                self.task.tell(Event::Leaves(rest));
            }
        }
    }
}
