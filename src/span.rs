//! Records where a worker's time goes while it runs a task.

use crate::clock::now_ms;
use crate::event::{Span, Wait, WaitFor};
use crate::task::Worker;
use std::cell::{Cell, RefCell};
use std::future::Future;

/// Records a span while it lasts.
pub struct SpanRecorder {
    lane: usize,
    origin_ms: f64,
    start_ms: f64,
    waits: RefCell<Vec<Wait>>,
    stop_ms: Cell<Option<f64>>,
}

impl SpanRecorder {
    /// A span on `lane` that begins now, counted from `origin_ms` (since the Unix epoch).
    pub fn start(lane: usize, origin_ms: f64) -> Self {
        Self {
            lane,
            origin_ms,
            start_ms: now_ms() - origin_ms,
            waits: RefCell::default(),
            stop_ms: Cell::new(None),
        }
    }

    /// Awaits `io`, and records that this was waiting.
    pub async fn wait<F: Future>(&self, io: F) -> F::Output {
        let start_ms = self.elapsed_ms();
        let result = io.await;
        self.record(WaitFor::Io, start_ms);
        result
    }

    /// Calls `wait`, which does nothing but wait for a lock, and records it. Who needs a lock to compute has not computed
    /// since the span began or the last wait ended, so this wait begins there.
    pub fn wait_for_lock(&self, wait: impl FnOnce()) {
        wait();
        let start_ms = self.waits.borrow().last().map_or(self.start_ms, |last| last.end_ms);
        self.record(WaitFor::Lock, start_ms);
    }

    /// The work ends now, whatever is put away afterwards.
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
        now_ms() - self.origin_ms
    }
}

impl Worker for SpanRecorder {
    fn wait_for_io(&self, wait: &mut dyn FnMut()) {
        let start_ms = self.elapsed_ms();
        wait();
        self.record(WaitFor::Io, start_ms);
    }
}
