//! Tells each run of a task as events.

use crate::clock::now_ms;
use crate::event::{Done, Event, Input, Outcome, Span};
use crate::slots::Slots;
use crate::span::SpanRecorder;
use crate::task::Task;
use futures_channel::mpsc::UnboundedSender;
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A task that tells of each input when it starts and how it ends, for one repeat.
pub struct Traced {
    task: Arc<dyn Task>,
    events: UnboundedSender<Event>,
    origin_ms: f64,
    slots: Slots,
}

impl Traced {
    /// Traces `task` for one repeat, which starts now.
    pub fn new(task: Arc<dyn Task>, events: UnboundedSender<Event>) -> Self {
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
    pub async fn run(&self, input: Input) -> Done {
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
    pub fn run_blocking(&self, input: Input) -> Done {
        self.run_with(input, |task, span| task.run_blocking(input.value, span))
    }

    /// As [`run_blocking`](Self::run_blocking), with a say in how: `run` calls the task.
    #[cfg(threads)]
    pub fn run_with(&self, input: Input, run: impl FnOnce(&dyn Task, &SpanRecorder) -> Outcome) -> Done {
        let span = self.start(input, pool_thread());
        let outcome = run(&*self.task, &span);
        self.finish(input, outcome, Some(span.end()))
    }

    /// Runs a part of an input on this pool thread; its span is the caller's to tell.
    #[cfg(threads)]
    pub fn run_part(&self, part: u32) -> (Outcome, Span) {
        let span = SpanRecorder::start(pool_thread(), self.origin_ms);
        (self.task.run_blocking(part, &span), span.end())
    }

    /// Tells that `lane` took `input` up, and records what follows.
    pub fn start(&self, input: Input, lane: usize) -> SpanRecorder {
        let at_ms = now_ms() - self.origin_ms;
        self.tell(Event::Started {
            index: input.index,
            lane,
            at_ms,
        });
        SpanRecorder::start(lane, self.origin_ms)
    }

    /// Tells an input's outcome.
    pub fn finish(&self, input: Input, outcome: Outcome, span: Option<Span>) -> Done {
        let elapsed_ms = || now_ms() - self.origin_ms;
        self.tell(Event::Finished {
            index: input.index,
            at_ms: span.as_ref().map_or_else(elapsed_ms, |span| span.end_ms),
            outcome: outcome.clone(),
            span,
        });
        Done {
            index: input.index,
            outcome,
        }
    }

    /// Tells any event.
    pub fn tell(&self, event: Event) {
        // Nobody listens any more only when the run is being torn down.
        let _ = self.events.unbounded_send(event);
    }
}

/// Milliseconds without a message after which a computing thread lets some out: about two frames, and more than events
/// gather.
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
