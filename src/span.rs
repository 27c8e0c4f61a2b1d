//! When each worker worked and waited, and how that is recorded.

use crate::clock::now_ms;
use std::cell::{Cell, RefCell};
use std::future::Future;

/// What a worker waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitFor {
    /// Its turn to compute.
    Lock,
    /// The network or a timer.
    Io,
}

/// A stretch of time in which a worker did nothing but wait. Milliseconds from the repeat's start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    /// What for.
    pub on: WaitFor,
    /// From when.
    pub start_ms: f64,
    /// Until when.
    pub end_ms: f64,
}

/// When and where one input was worked on. Milliseconds from the repeat's start.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The worker's index; among futures of one thread, the slot in flight.
    pub lane: usize,
    /// From when.
    pub start_ms: f64,
    /// Until when.
    pub end_ms: f64,
    /// Where it only waited, in order, without overlap. The rest is computing.
    pub waits: Vec<Wait>,
}

/// What a task that blocks its thread may ask of the executor.
pub trait Worker {
    /// Calls `wait` once, which only waits for I/O, and records that time as waiting.
    fn wait_for_io(&self, wait: &mut dyn FnMut());
}

/// Records a span while it lasts.
pub struct SpanRecorder {
    lane: usize,
    origin_ms: f64,
    start_ms: f64,
    waits: RefCell<Vec<Wait>>,
    stop_ms: Cell<Option<f64>>,
}

/// Milliseconds since `origin_ms`; never negative, although another worker's clock may be a tick ahead.
fn since(origin_ms: f64) -> f64 {
    f64::max(0.0, now_ms() - origin_ms)
}

impl Span {
    /// Cuts the span off at `now_ms`: the clock of the worker that recorded it may be a tick ahead of the reader's.
    #[must_use]
    pub fn until(mut self, now_ms: f64) -> Self {
        self.start_ms = self.start_ms.min(now_ms);
        self.end_ms = self.end_ms.min(now_ms);
        for wait in &mut self.waits {
            wait.start_ms = wait.start_ms.min(now_ms);
            wait.end_ms = wait.end_ms.min(now_ms);
        }
        self
    }
}

impl SpanRecorder {
    /// A span on `lane` that begins now, counted from `origin_ms` (since the Unix epoch).
    pub fn start(lane: usize, origin_ms: f64) -> Self {
        Self {
            lane,
            origin_ms,
            start_ms: since(origin_ms),
            waits: RefCell::default(),
            stop_ms: Cell::new(None),
        }
    }

    /// Awaits `io`, and records that time as waiting.
    pub async fn wait<F: Future>(&self, io: F) -> F::Output {
        let start_ms = self.elapsed_ms();
        let result = io.await;
        self.record(WaitFor::Io, start_ms);
        result
    }

    /// Calls `wait`, which only waits for a lock, and records it. A worker that needs the lock to compute has not computed since
    /// the span began or the last wait ended, so this wait begins there.
    pub fn wait_for_lock(&self, wait: impl FnOnce()) {
        wait();
        let start_ms = self.waits.borrow().last().map_or(self.start_ms, |last| last.end_ms);
        self.record(WaitFor::Lock, start_ms);
    }

    /// The work ends now; what is cleaned up afterwards doesn't count.
    pub fn stop(&self) {
        self.stop_ms.set(Some(self.elapsed_ms()));
    }

    /// The span, which ends now if it didn't [`stop`](Self::stop) before.
    pub fn end(self) -> Span {
        let end_ms = self.stop_ms.get().unwrap_or_else(|| self.elapsed_ms());
        Span {
            lane: self.lane,
            start_ms: self.start_ms,
            end_ms,
            waits: self.waits.into_inner(),
        }
    }

    fn record(&self, on: WaitFor, start_ms: f64) {
        self.waits.borrow_mut().push(Wait {
            on,
            start_ms,
            end_ms: self.elapsed_ms(),
        });
    }

    fn elapsed_ms(&self) -> f64 {
        since(self.origin_ms)
    }
}

impl Worker for SpanRecorder {
    fn wait_for_io(&self, wait: &mut dyn FnMut()) {
        let start_ms = self.elapsed_ms();
        wait();
        self.record(WaitFor::Io, start_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, SpanRecorder, Wait, WaitFor};
    use crate::clock::now_ms;

    #[test]
    fn nothing_was_before_the_start_whatever_another_clock_says() {
        assert!(SpanRecorder::start(0, now_ms() + 1e6).end().start_ms >= 0.0);
    }

    #[test]
    fn nothing_of_a_span_lies_after_it_was_told() {
        let wait = Wait {
            on: WaitFor::Io,
            start_ms: 1.0,
            end_ms: 4.0,
        };
        let span = Span {
            lane: 0,
            start_ms: 1.0,
            end_ms: 4.0,
            waits: vec![wait],
        };
        let seen = span.until(3.0);
        assert!((seen.end_ms, seen.waits[0].end_ms) == (3.0, 3.0) && seen.start_ms < 3.0);
    }
}
