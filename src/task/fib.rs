//! The task that computes: Fibonacci numbers by naive recursion.
//!
//! Slow on purpose, as in the article: a loop would have fib(35) in nanoseconds. What is shown is what happens to work that
//! takes long.

use super::{Output, Split, Task};
use crate::event::Outcome;
use crate::trace::SpanRecorder;
use wasm_bindgen::JsValue;

/// The nth Fibonacci number, counted as in the article: fib(1) = 0, fib(2) = 1.
///
/// # Panics
///
/// If `n` is 0.
pub fn fib(n: u32) -> u64 {
    assert!(n > 0, "fib({n}) does not exist: the first one is fib(1)");
    recurse(n)
}

fn recurse(n: u32) -> u64 {
    if n <= 2 {
        u64::from(n - 1)
    } else {
        recurse(n - 1) + recurse(n - 2)
    }
}

/// [`fib`] as a task.
#[derive(Clone, Copy, Debug)]
pub struct Fib;

impl Task for Fib {
    type Output = u64;

    async fn run(&self, n: u32, _: &SpanRecorder) -> Outcome<u64> {
        Ok(fib(n))
    }

    #[cfg(threads)]
    fn run_blocking(&self, n: u32, _: &impl super::Worker) -> Outcome<u64> {
        Ok(fib(n))
    }
}

impl Split for Fib {
    fn split(&self, n: u32) -> Option<(u32, u32)> {
        (n > 2).then(|| (n - 1, n - 2))
    }

    fn combine(&self, left: u64, right: u64) -> u64 {
        left + right
    }
}

impl Output for u64 {
    #[expect(clippy::cast_precision_loss, reason = "fib(50), the largest one, is far below 2^53")]
    fn to_js(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made by to_js")]
    fn from_js(value: &JsValue, _: JsValue) -> Self {
        value.as_f64().unwrap_or(f64::NAN) as u64
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
