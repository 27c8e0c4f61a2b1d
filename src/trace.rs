//! Tells each run of a task as events.

use crate::clock::now_ms;
use crate::event::{Event, Failure, Input, Outcome, Span, Wait, WaitFor};
use crate::task::{Task, Worker};
use futures_channel::mpsc::UnboundedSender;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// An input's index and its outcome.
#[derive(Clone, Debug)]
pub struct Done<O> {
    /// The input's index.
    pub index: usize,
    /// What came of it.
    pub outcome: Outcome<O>,
}

/// A task that tells of each input when it starts and how it ends.
pub struct Traced<T: Task> {
    task: T,
    events: UnboundedSender<Event<T::Output>>,
    origin_ms: f64,
    slots: Slots,
}

impl<T: Task> Traced<T> {
    /// Traces `task` for one repeat, which starts now.
    pub fn new(task: T, events: UnboundedSender<Event<T::Output>>) -> Self {
        Self {
            task,
            events,
            origin_ms: now_ms(),
            slots: Slots::default(),
        }
    }

    /// Milliseconds since the Unix epoch at which the repeat started.
    pub fn origin_ms(&self) -> f64 {
        self.origin_ms
    }

    /// Runs the task on this thread, which may have other inputs in flight meanwhile: each has a slot as its lane.
    pub async fn run(&self, input: Input) -> Done<T::Output> {
        let slot = self.slots.take();
        let span = self.start(input, slot.index);
        let outcome = self.task.run(input.value, &span).await;
        let done = self.finish(input, outcome, Some(span.end()));
        drop(slot);
        let_messages_out().await;
        done
    }

    /// Runs the task on this pool thread, which blocks until it is done.
    #[cfg(threads)]
    pub fn run_blocking(&self, input: Input) -> Done<T::Output> {
        self.run_with(input, |task, span| task.run_blocking(input.value, span))
    }

    /// As [`run_blocking`](Self::run_blocking), with a say in how: `run` calls the task.
    #[cfg(threads)]
    pub fn run_with(&self, input: Input, run: impl FnOnce(&T, &SpanRecorder) -> Outcome<T::Output>) -> Done<T::Output> {
        let span = self.start(input, pool_thread());
        let outcome = run(&self.task, &span);
        self.finish(input, outcome, Some(span.end()))
    }

    /// Runs a part of an input on this pool thread; its span is the caller's to tell.
    #[cfg(threads)]
    pub fn run_part(&self, part: u32) -> (Outcome<T::Output>, Span) {
        let span = SpanRecorder::start(pool_thread(), self.origin_ms);
        (self.task.run_blocking(part, &span), span.end())
    }

    /// The task itself.
    pub fn task(&self) -> &T {
        &self.task
    }

    /// Tells that `lane` took `input` up, and records what follows.
    pub fn start(&self, input: Input, lane: usize) -> SpanRecorder {
        let span = SpanRecorder::start(lane, self.origin_ms);
        self.tell(Event::Started {
            index: input.index,
            lane,
            at_ms: span.start_ms,
        });
        span
    }

    /// Tells an input's outcome.
    pub fn finish(&self, input: Input, outcome: Outcome<T::Output>, span: Option<Span>) -> Done<T::Output> {
        let at_ms = span
            .as_ref()
            .map_or_else(|| now_ms() - self.origin_ms, |span| span.end_ms);
        self.tell(Event::Finished {
            index: input.index,
            at_ms,
            outcome: outcome.clone(),
            span,
        });
        Done {
            index: input.index,
            outcome,
        }
    }

    /// Tells any event.
    pub fn tell(&self, event: Event<T::Output>) {
        // Nobody listens any more only when the run is being torn down.
        let _ = self.events.unbounded_send(event);
    }
}

/// Milliseconds without a message after which a computing thread lets some out: about two frames.
const QUIET_MS: f64 = 32.0;

/// A turn of the event loop's microtasks, when the last was a while ago: what gathered is posted there. Any oftener, and
/// posting would take a share of the time that is being measured.
async fn let_messages_out() {
    thread_local! {
        static LAST_MS: Cell<f64> = const { Cell::new(0.0) };
    }
    let now = now_ms();
    if now - LAST_MS.get() > QUIET_MS {
        LAST_MS.set(now);
        // A promise of nothing can't fail.
        let _ = JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED)).await;
    }
}

#[cfg(threads)]
fn pool_thread() -> usize {
    rayon::current_thread_index().expect("only pool threads block")
}

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

    /// Calls `wait`, which does nothing but wait for a lock, and records it.
    pub fn wait_for_lock<R>(&self, wait: impl FnOnce() -> R) -> R {
        self.blocked(WaitFor::Lock, wait)
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

    fn blocked<R>(&self, on: WaitFor, wait: impl FnOnce() -> R) -> R {
        let start_ms = self.elapsed_ms();
        let result = wait();
        self.record(on, start_ms);
        result
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
    fn wait_for_io<R>(&self, wait: impl FnOnce() -> R) -> R {
        self.blocked(WaitFor::Io, wait)
    }
}

/// The slots in flight: a new one is the lowest that is free, so that there are no more of them than inputs in flight.
#[derive(Default)]
pub struct Slots(Mutex<Vec<bool>>);

/// A slot that is given back when dropped.
pub struct Slot<'a> {
    slots: &'a Slots,
    /// Its number, from 0.
    pub index: usize,
}

impl Slots {
    /// Takes the lowest free slot.
    pub fn take(&self) -> Slot<'_> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = taken.iter().position(|taken| !taken).unwrap_or(taken.len());
        if index == taken.len() {
            taken.push(true);
        } else {
            taken[index] = true;
        }
        Slot { slots: self, index }
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.slots.0.lock().unwrap_or_else(PoisonError::into_inner)[self.index] = false;
    }
}

/// Puts outcomes into the order of their inputs, and names the inputs that have none.
///
/// However the inputs were worked on, there is exactly one outcome for each of `count`.
pub fn in_input_order<O>(done: Vec<Done<O>>, count: usize) -> Vec<Outcome<O>> {
    let mut ordered: Vec<_> = std::iter::repeat_with(|| Err(Failure("no worker took this input".into())))
        .take(count)
        .collect();
    for Done { index, outcome } in done {
        ordered[index] = outcome;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::{Done, Slots, in_input_order};

    #[test]
    fn a_freed_slot_is_the_next_one_taken() {
        let slots = Slots::default();
        let first = slots.take();
        let second = slots.take();
        assert_eq!((first.index, second.index), (0, 1));
        drop(first);
        assert_eq!(slots.take().index, 0);
        drop(second);
    }

    #[test]
    fn outcomes_come_back_in_input_order() {
        let done = [2, 0, 1].map(|index| Done {
            index,
            outcome: Ok(index * 10),
        });
        assert_eq!(in_input_order(done.into(), 3), [Ok(0), Ok(10), Ok(20)]);
    }

    #[test]
    fn an_input_that_nobody_took_fails_by_name() {
        let ordered = in_input_order(
            vec![Done {
                index: 1,
                outcome: Ok(()),
            }],
            2,
        );
        assert!(ordered[0].is_err());
        assert!(ordered[1].is_ok());
    }
}
