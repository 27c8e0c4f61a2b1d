//! Fork-join: an input is split until its parts are small, and any idle thread takes a part. So one big input no longer
//! bounds what many threads can gain.

mod grain;

use super::pool::{self, Work};
use super::{Executor, Flavour, Start, boxed, longest_first};
use crate::event::{Done, Event, Input};
use crate::failure::Failure;
use crate::parameter::Parameter;
use crate::span::Span;
use crate::task::Split;
use crate::trace::Traced;
use crate::value::Outcome;
pub use grain::Grain;
use grain::{LONG_PART_MS, Pace};
use rayon::prelude::*;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "fork-join",
    label: "fork-join",
    about: "Threads that split each input in half and share the halves.",
    flavour: Flavour::Threads,
    pool: true,
    parallel: true,
    splits: true,
    parameters: &[Parameter::whole("cutoff", "Cutoff", 1, 999_999, 1)
        .or_auto()
        .apart_from_work()],
    python: "def fork(input):
    if size(input) <= cutoff:
        return task(input)
    left, right = split(input)
    with ThreadPoolExecutor(1) as other:
        half = other.submit(fork, right)
        return combine(fork(left), half.result())",
    javascript: "async function fork(input) {
  if (size(input) <= cutoff) return task(input);
  const [left, right] = split(input);
  const halves = [fork(left), pool.run(right)];
  return combine(...await Promise.all(halves));
}",
    start: |Start { settings, split, .. }| {
        Box::pin(async move {
            let split = split.ok_or_else(|| Failure::new("not-splittable", []))?;
            let cutoff = settings.count_unless_auto("cutoff");
            let grain = Arc::new(cutoff.map_or_else(Grain::adaptive, Grain::fixed));
            Ok(boxed(move |task, inputs| {
                map(task, Arc::clone(&split), inputs, Arc::clone(&grain))
            }))
        })
    },
};

/// Runs the task on all inputs on the pool's threads, splitting every input that is worth it.
pub fn map(
    task: Arc<Traced>,
    split: Arc<dyn Split>,
    mut inputs: Vec<Input>,
    grain: Arc<Grain>,
) -> impl Future<Output = Vec<Done>> {
    let values: Vec<u32> = inputs.iter().map(|input| input.value).collect();
    longest_first(&mut inputs, &|input| split.size(input));
    pool::run(Box::new(move || {
        let leaves = Leaves::new(&task, &*split, &grain, &values);
        let work: Work = &|input| task.finish(input, fork(&leaves, input), None);
        inputs.into_iter().par_bridge().map(work).collect()
    }))
}

// <code:fork-join>
fn fork(leaves: &Leaves, input: Input) -> Outcome {
    let task = leaves.split;
    if leaves.grain.is_worth_splitting(task.size(input.value))
        && let Some((left, right)) = task.split(input.value)
    {
        let (left, right) = rayon::join(
            || fork(leaves, Input { value: left, ..input }),
            || fork(leaves, Input { value: right, ..input }),
        );
        Ok(task.combine(left?, right?))
    } else {
        leaves.run(input)
    }
}
// </code>

/// The parts that are not split any further. A part may take less time than telling it, so each thread gathers the spans
/// of its own, joins those too short to be seen, and tells them as often as a long run is shown.
struct Leaves<'a> {
    task: &'a Traced,
    split: &'a dyn Split,
    grain: &'a Grain,
    /// What was given, by index.
    inputs: &'a [u32],
    gathered: Vec<Mutex<Gathered>>,
}

/// A thread's own.
#[derive(Default)]
struct Gathered {
    spans: Vec<(usize, Span)>,
    pace: Pace,
}

/// How long spans are gathered, in milliseconds: not as long as from one time that a long repeat is shown to the next.
const GATHER_MS: f64 = 100.0;

/// Whether a thread's next span can be told with its last as one: they touch, and the last is short beside the time that
/// has passed. So a repeat has some thousands of spans, however small its parts are and however long it takes.
fn is_one_with(last: &Span, next: &Span) -> bool {
    const TOUCHING_MS: f64 = 0.05;
    let short_ms = f64::max(0.1, next.end_ms / 2000.0);
    next.start_ms - last.end_ms < TOUCHING_MS && last.end_ms - last.start_ms < short_ms
}

impl<'a> Leaves<'a> {
    fn new(task: &'a Traced, split: &'a dyn Split, grain: &'a Grain, inputs: &'a [u32]) -> Self {
        let gathered = (0..rayon::current_num_threads()).map(|_| Mutex::default()).collect();
        Self {
            task,
            split,
            grain,
            inputs,
            gathered,
        }
    }

    fn run(&self, input: Input) -> Outcome {
        let (outcome, span) = self.task.run_part(input.value);
        let end_ms = span.end_ms;
        // Only this thread uses this one: the lock is never waited for.
        let mut gathered = self.gathered[span.lane].lock().unwrap_or_else(PoisonError::into_inner);
        let Gathered { spans, pace } = &mut *gathered;
        if let Some(ms) = pace.of(span.start_ms, end_ms) {
            // That what was given is short tells nothing of where to split.
            let is_part = self.inputs[input.index] != input.value;
            if is_part || (ms > LONG_PART_MS && self.split.split(input.value).is_some()) {
                self.grain.heed(self.split.size(input.value), ms);
            }
        }
        match spans.last_mut() {
            Some((index, last)) if *index == input.index && is_one_with(last, &span) => last.end_ms = span.end_ms,
            _ => spans.push((input.index, span)),
        }
        if spans[0].1.start_ms < end_ms - GATHER_MS {
            self.task.tell(Event::Leaves(std::mem::take(spans)));
        }
        outcome
    }
}

impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        for gathered in &mut self.gathered {
            let Gathered { spans, .. } = gathered.get_mut().unwrap_or_else(PoisonError::into_inner);
            if !spans.is_empty() {
                self.task.tell(Event::Leaves(std::mem::take(spans)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_with;
    use crate::span::Span;

    fn span(start_ms: f64, end_ms: f64) -> Span {
        Span {
            lane: 0,
            start_ms,
            end_ms,
            waits: Vec::new(),
        }
    }

    #[test]
    fn parts_too_short_to_be_seen_are_told_as_one() {
        assert!(is_one_with(&span(1.0, 1.01), &span(1.01, 1.02)));
    }

    #[test]
    fn parts_apart_are_told_apart() {
        assert!(!is_one_with(&span(1.0, 1.01), &span(1.2, 1.21)));
    }

    #[test]
    fn a_long_part_is_told_alone_until_it_is_short_beside_the_whole() {
        assert!(!is_one_with(&span(1.0, 1.5), &span(1.5, 2.0)));
        assert!(is_one_with(&span(9000.0, 9000.5), &span(9000.5, 9001.0)));
    }
}
