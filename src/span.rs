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
    /// The span as by the clock of who asked for it and was answered at these times. It is kept as it is if it lies between: that of
    /// the worker which recorded it may be a tick off, or hours after the machine slept.
    #[must_use]
    pub fn within(mut self, asked_ms: f64, answered_ms: f64) -> Self {
        let shift_ms = if self.end_ms > answered_ms {
            answered_ms - self.end_ms
        } else {
            f64::max(0.0, asked_ms - self.start_ms)
        };
        let moved = |ms: f64| (ms + shift_ms).max(asked_ms).min(answered_ms);
        self.start_ms = moved(self.start_ms);
        self.end_ms = moved(self.end_ms);
        for wait in &mut self.waits {
            wait.start_ms = moved(wait.start_ms);
            wait.end_ms = moved(wait.end_ms);
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
    fn a_span_lies_between_question_and_answer_as_long_as_it_was_whatever_another_clock_says() {
        for off_ms in [0.0, 0.5, 7.2e6, -7.2e6] {
            let wait = Wait {
                on: WaitFor::Io,
                start_ms: 12.0 + off_ms,
                end_ms: 14.0 + off_ms,
            };
            let span = Span {
                lane: 0,
                start_ms: 11.0 + off_ms,
                end_ms: 14.0 + off_ms,
                waits: vec![wait],
            };
            let Span {
                start_ms,
                end_ms,
                waits,
                ..
            } = span.within(10.0, 14.0);
            assert!(10.0 <= start_ms && end_ms <= 14.0, "{start_ms} to {end_ms}");
            assert_eq!((end_ms - start_ms, waits[0].end_ms - waits[0].start_ms), (3.0, 2.0));
        }
    }
}
