//! The task that computes: Fibonacci numbers by naive recursion.
//!
//! Slow on purpose, as in the article: a loop would have fib(35) in nanoseconds. What is shown is what happens to work that
//! takes long.

use super::{Article, Compute, Description, Gives, Inputs, Kind, Make, Note, Place, Split, Total};
use crate::parameter::{Growth, Parameter};
use crate::value::{Outcome, Value};
use std::sync::Arc;

/// φ, the golden ratio.
const PHI: f64 = 1.618;

/// φ², the square of the golden ratio. Each number takes φ times as long as the one before, all up to it φ² times as long as itself.
pub const PHI_SQUARED: f64 = 2.618;

/// What the warm-up computes, short and yet split by fork-join.
pub const SHORT_INPUT: u32 = 27;

/// What there is to say of it.
pub const TASK: Description = Description {
    name: "fib",
    label: "Fibonacci",
    kind: Kind::ComputesLonger,
    parameters: &[Parameter::whole("n", "n in fib(1) to fib(n)", 1, 50, 35).growth(Growth::Exponential(PHI))],
    loop_ms: 200.0,
    inputs: Inputs {
        first: 1,
        count: "n",
        name: "fib({})",
    },
    gives: Gives::Numbers,
    work: &[("fib(1) to fib({n})", &[])],
    more: "Use a larger n.",
    workers: None,
    total: Total::None,
    article: Some(Article {
        of: "fib(1) to fib(35)",
        seconds: &[("loop", 5.512), ("gil", 5.74), ("processes", 3.591)],
    }),
    // All of them together take so many times as long as the last.
    ceiling: Some((PHI_SQUARED, "one task per number")),
    notes: &[
        Note {
            place: Place::Times,
            title: "A task that computes",
            text: "A Fibonacci number computed the slow way never waits: it keeps a core busy from start to finish. (There are fast ways to compute it; this one is slow on purpose.)",
        },
        Note {
            place: Place::SpeedUp,
            title: "One big task sets the limit",
            text: "fib(35) alone is 38% of all the work from fib(1) to fib(35). The worker that gets it is busy all that time, so with one task per number the speed-up never exceeds 2.618 (φ²), however many cores there are. If the biggest number comes last, everyone waits for it, so it is better to start with the longest. Fork-join splits it: fib(35) is fib(34) + fib(33).",
        },
    ],
    rescue: None,
    make: Make::Split(|_| Arc::new(Fib)),
};

/// The nth Fibonacci number, counted as in the article: fib(1) = 0, fib(2) = 1.
///
/// # Panics
///
/// If `n` is 0.
pub fn fib(n: u32) -> u64 {
    assert!(n > 0, "fib({n}) does not exist: the first one is fib(1)");
    recurse(n - 1, 0)
}

/// Adds to a sum the nth number, counted from 0, by two calls of itself. That the sum goes through them keeps `n` alone between
/// the two: engines keep no register across a call, and fit more of these calls into each other.
fn recurse(n: u32, sum: u64) -> u64 {
    if n < 2 {
        sum + u64::from(n)
    } else {
        recurse(n - 2, recurse(n - 1, sum))
    }
}

/// [`fib`] as a task.
#[derive(Clone, Copy, Debug)]
pub struct Fib;

impl Compute for Fib {
    fn compute(&self, n: u32) -> Outcome {
        Ok(Value::Number(fib(n)))
    }

    fn short_input(&self) -> Option<u32> {
        Some(SHORT_INPUT)
    }
}

impl Split for Fib {
    fn split(&self, n: u32) -> Option<(u32, u32)> {
        (n > 2).then(|| (n - 1, n - 2))
    }

    fn combine(&self, left: Value, right: Value) -> Value {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => Value::Number(left + right),
            _ => unreachable!("fib gives numbers"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fib;

    #[test]
    fn the_first_numbers_are_those_of_the_article() {
        assert_eq!([1, 2, 3, 4, 5, 6, 7].map(fib), [0, 1, 1, 2, 3, 5, 8]);
    }

    #[test]
    fn the_thirty_fifth_number_is_that_of_the_article() {
        assert_eq!(fib(35), 5_702_887);
    }

    #[test]
    #[should_panic(expected = "fib(0) does not exist")]
    fn there_is_no_zeroth_number() {
        let _ = fib(0);
    }
}
