//! A finished run, as `window.runs` lists it.
#![expect(
    missing_docs,
    reason = "docs/address.md describes the format; this only names it for the tests"
)]

use serde::Deserialize;

/// One run: a series of repeats of the same inputs under the same executor.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    pub task: String,
    pub executor: String,
    pub workers: usize,
    pub inputs: Vec<u32>,
    pub repeats: usize,
    pub stop: Option<String>,
    pub startup_ms: Option<f64>,
    pub warmup_ms: Option<f64>,
    pub times_ms: Vec<f64>,
    pub beside: Option<Beside>,
    pub ratio: Option<Ratio>,
    pub summary: Option<Summary>,
    pub results: Vec<Option<Outcome>>,
    pub total: Option<u64>,
    pub shared_totals: Vec<u64>,
    pub failures: Vec<Failure>,
    pub spans: Vec<Span>,
    pub environment: Environment,
}

/// The value of a task.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub enum Outcome {
    /// A Fibonacci number.
    Number(u64),
    /// A picture that was saved.
    Picture {
        /// Its length.
        bytes: u64,
        /// Its media type.
        r#type: String,
        /// What is said of it.
        note: Option<String>,
    },
}

/// The loop's times beside a run's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    pub times_ms: Vec<f64>,
    pub in_turn: bool,
}

/// How many times as fast as the loop, with its interval.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Ratio {
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Statistics over the repeats.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    pub min_ms: f64,
    pub median_ms: f64,
    pub mean_ms: f64,
    pub max_ms: f64,
}

/// An input without a value, and why.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    pub repeat: usize,
    pub input: u32,
    pub fault: Fault,
    pub error: String,
}

/// What went wrong: a code, and those of its parts that tests look at.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(default, rename_all = "camelCase")]
#[expect(missing_docs, reason = "named as in www/types/shapes.d.ts")]
pub struct Fault {
    pub code: String,
    pub url: String,
    pub status: u16,
    pub retry_after_ms: u32,
}

/// A bar of the timeline.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    pub repeat: usize,
    pub input: u32,
    pub lane: usize,
    pub start_ms: f64,
    pub end_ms: f64,
    pub waits: Vec<Wait>,
}

/// A part of a bar in which nothing was computed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wait {
    pub r#for: Reason,
    pub start_ms: f64,
    pub end_ms: f64,
}

/// What a task waited for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// Its turn to compute.
    Lock,
    /// A download.
    Io,
}

/// Where a run took place.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    pub cores: usize,
    pub cross_origin_isolated: bool,
    pub flavour: Option<String>,
}

impl Run {
    /// The results as numbers.
    pub fn numbers(&self) -> Vec<u64> {
        let number = |outcome: &Option<Outcome>| match outcome {
            Some(Outcome::Number(number)) => *number,
            other => panic!("{other:?} is no number"),
        };
        self.results.iter().map(number).collect()
    }

    /// The lengths of the pictures, `None` where one failed.
    pub fn lengths(&self) -> Vec<Option<u64>> {
        let length = |outcome: &Outcome| match outcome {
            Outcome::Picture { bytes, r#type, .. } if r#type == "image/jpeg" => *bytes,
            other => panic!("{other:?} is no JPEG"),
        };
        self.results
            .iter()
            .map(|outcome| outcome.as_ref().map(length))
            .collect()
    }

    /// The inputs that failed in any repeat, in order.
    pub fn failed_inputs(&self) -> Vec<u32> {
        let mut inputs: Vec<u32> = self.failures.iter().map(|failure| failure.input).collect();
        inputs.sort_unstable();
        inputs
    }
}

impl Span {
    /// The parts of it in which something was computed, as start and end.
    pub fn computing(&self) -> Vec<(f64, f64)> {
        let mut parts = Vec::new();
        let mut from = self.start_ms;
        for wait in &self.waits {
            parts.push((from, wait.start_ms));
            from = wait.end_ms;
        }
        parts.push((from, self.end_ms));
        parts.retain(|(start, end)| start < end);
        parts
    }
}

/// The first `count` Fibonacci numbers, counted as the article does: 0, 1, 1, 2, …
pub fn fibonacci(count: usize) -> Vec<u64> {
    std::iter::successors(Some((0, 1)), |&(a, b)| Some((b, a + b)))
        .map(|(number, _)| number)
        .take(count)
        .collect()
}

/// Whether two of these intervals have more than an end in common.
pub fn any_overlap(mut intervals: Vec<(f64, f64)>) -> bool {
    intervals.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    intervals.windows(2).any(|pair| pair[1].0 < pair[0].1)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Span, any_overlap};

    #[test]
    fn computing_is_what_waiting_leaves() {
        let wait = |start, end| json!({ "for": "io", "startMs": start, "endMs": end });
        let waits = [wait(0, 2), wait(5, 8)];
        let span = json!({ "repeat": 0, "input": 1, "lane": 0, "startMs": 0, "endMs": 9, "waits": waits });
        let span: Span = serde_json::from_value(span).unwrap();
        assert_eq!(span.computing(), [(2.0, 5.0), (8.0, 9.0)]);
    }

    #[test]
    fn touching_intervals_do_not_overlap() {
        assert!(!any_overlap(vec![(1.0, 2.0), (0.0, 1.0), (2.0, 3.0)]));
        assert!(any_overlap(vec![(0.0, 1.0), (2.0, 4.0), (3.0, 5.0)]));
    }
}
