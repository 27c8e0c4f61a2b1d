//! What happens while a task is mapped over its inputs.

use crate::span::Span;
use crate::value::Outcome;

/// One of the inputs that a task is mapped over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its place among the inputs, from 0.
    pub index: usize,
    /// The input itself: which number, which picture.
    pub value: u32,
}

/// An input's index and its outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The input's index.
    pub index: usize,
    /// Its result.
    pub outcome: Outcome,
}

/// Puts outcomes, which executors give in any order, into the order of their `count` inputs.
///
/// # Panics
///
/// If there isn't exactly one outcome for each input: an executor lost one or counted one twice.
pub fn in_input_order(done: Vec<Done>, count: usize) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    outcomes.resize_with(count, || None);
    for Done { index, outcome } in done {
        let twice = outcomes[index].replace(outcome);
        assert!(twice.is_none(), "an input has two outcomes");
    }
    let each = outcomes.into_iter();
    each.map(|outcome| outcome.expect("an input has no outcome")).collect()
}

/// Something that happened while a task was mapped over its inputs.
#[derive(Clone, Debug)]
pub enum Event {
    /// A worker began an input.
    Started {
        /// The input's index.
        index: usize,
        /// The worker's index.
        lane: usize,
        /// When, in milliseconds from the repeat's start.
        at_ms: f64,
    },
    /// An input has its outcome. Comes exactly once per input.
    Finished {
        /// The input's index.
        index: usize,
        /// When, in milliseconds from the repeat's start.
        at_ms: f64,
        /// The value or the failure.
        outcome: Outcome,
        /// Who worked on it and when; `None` where several workers shared it, who tell theirs as `Leaves`.
        span: Option<Span>,
    },
    /// Parts of inputs, each worked on by one worker: the input's index and the span.
    Leaves(Vec<(usize, Span)>),
}

#[cfg(test)]
mod tests {
    use super::{Done, in_input_order};
    use crate::value::Value;

    fn done(index: usize) -> Done {
        Done {
            index,
            outcome: Ok(Value::Number(index as u64 * 10)),
        }
    }

    #[test]
    fn outcomes_come_back_in_input_order() {
        let outcomes = in_input_order([2, 0, 1].map(done).into(), 3);
        assert_eq!(outcomes, [0, 10, 20].map(|number| Ok(Value::Number(number))));
    }

    #[test]
    #[should_panic(expected = "an input has no outcome")]
    fn a_lost_outcome_is_noticed() {
        let _ = in_input_order([2, 0].map(done).into(), 3);
    }

    #[test]
    #[should_panic(expected = "an input has two outcomes")]
    fn an_outcome_that_came_twice_is_noticed() {
        let _ = in_input_order([0, 1, 1].map(done).into(), 3);
    }
}
