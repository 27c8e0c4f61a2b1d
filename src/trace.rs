//! Records each run of a task as events.

use crate::clock::now_ms;
use crate::event::{Done, Event, Input};
use crate::journal::Journal;
use crate::slots::Slots;
use crate::span::{Span, SpanRecorder};
use crate::task::Task;
use crate::value::Outcome;
use futures_util::future::LocalBoxFuture;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A task that records of each input when it starts and how it ends, for one repeat.
pub struct Traced {
    task: Arc<dyn Task>,
    journal: Arc<Journal>,
    /// The bits of when the repeat started, put off by what is not to be timed.
    origin_ms: AtomicU64,
    slots: Slots,
}

impl Traced {
    /// Traces `task` for one repeat, which starts now.
    pub fn new(task: Arc<dyn Task>, journal: Arc<Journal>) -> Self {
        let origin_ms = now_ms();
        journal.begin(origin_ms);
        Self {
            task,
            journal,
            origin_ms: AtomicU64::new(origin_ms.to_bits()),
            slots: Slots::default(),
        }
    }

    /// How big an input is.
    #[cfg(threads)]
    pub fn size(&self, input: u32) -> u32 {
        self.task.size(input)
    }

    /// Milliseconds since the Unix epoch at which the repeat started, put off by what was shown since while nothing was in flight.
    pub fn origin_ms(&self) -> f64 {
        f64::from_bits(self.origin_ms.load(Ordering::Relaxed))
    }

    /// Runs the task on this thread, which may have other inputs in flight meanwhile: each has a slot as its lane. No timer
    /// fires on a thread that computes, so events that are due are shown before an input. Where others are in flight, they wait, and
    /// timers do fire.
    ///
    /// Boxed, as the futures of isolated workers are, so that the module has the code that awaits many of them only once.
    pub fn run(&self, input: Input) -> LocalBoxFuture<'_, Done> {
        Box::pin(async move {
            let slot = self.slots.take();
            // Shown with the others, so that one sees its bar grow.
            self.tell_start(input, slot.index);
            if slot.is_alone {
                self.show_untimed();
            }
            let span = SpanRecorder::start(slot.index, self.origin_ms());
            let outcome = self.task.run(input.value, &span).await;
            self.finish(input, outcome, Some(span.end()))
        })
    }

    /// Shows events that are due, and puts the repeat's start off by what that took.
    fn show_untimed(&self) {
        let start_ms = now_ms();
        if self.journal.show_when_due(start_ms) {
            // The difference first, which is exact: no bar begins before the last one ended.
            let origin_ms = self.origin_ms() + (now_ms() - start_ms);
            self.origin_ms.store(origin_ms.to_bits(), Ordering::Relaxed);
        }
    }

    /// Runs the task on this pool thread, which blocks until it is done.
    #[cfg(threads)]
    pub fn run_blocking(&self, input: Input) -> Done {
        self.run_with(input, |task, span| task.run_blocking(input.value, span))
    }

    /// As [`run_blocking`](Self::run_blocking), but `run` calls the task.
    #[cfg(threads)]
    pub fn run_with(&self, input: Input, run: impl FnOnce(&dyn Task, &SpanRecorder) -> Outcome) -> Done {
        let span = self.start(input, pool_thread());
        let outcome = run(&*self.task, &span);
        self.finish(input, outcome, Some(span.end()))
    }

    /// Runs a part of an input on this pool thread. The caller records its span.
    #[cfg(threads)]
    pub fn run_part(&self, part: u32) -> (Outcome, Span) {
        let span = SpanRecorder::start(pool_thread(), self.origin_ms());
        (self.task.run_blocking(part, &span), span.end())
    }

    /// Records that `lane` began `input`, and gives the recorder of its span.
    pub fn start(&self, input: Input, lane: usize) -> SpanRecorder {
        self.tell_start(input, lane);
        SpanRecorder::start(lane, self.origin_ms())
    }

    fn tell_start(&self, input: Input, lane: usize) {
        self.tell(Event::Started {
            index: input.index,
            lane,
            at_ms: now_ms() - self.origin_ms(),
        });
    }

    /// Tells an input's outcome.
    pub fn finish(&self, input: Input, outcome: Outcome, span: Option<Span>) -> Done {
        let elapsed_ms = || now_ms() - self.origin_ms();
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
        self.journal.tell(event);
    }
}

#[cfg(threads)]
fn pool_thread() -> usize {
    rayon::current_thread_index().expect("only pool threads block")
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::Traced;
    use crate::clock::now_ms;
    use crate::event::{Event, Input};
    use crate::journal::Journal;
    use crate::task::fib::Fib;
    use std::sync::Arc;

    const SHOWING_MS: f64 = 20.0;

    /// A repeat that has become long, whose events take a while to be shown.
    fn long_repeat() -> (Traced, Arc<Journal>) {
        let journal = Arc::new(Journal::new(|_| {
            let start_ms = now_ms();
            while now_ms() - start_ms < SHOWING_MS {}
        }));
        let task = Traced::new(Arc::new(Fib), Arc::clone(&journal));
        journal.begin(0.0);
        (task, journal)
    }

    #[test]
    fn what_is_shown_between_inputs_is_in_no_ones_time() {
        let start_ms = now_ms();
        let (task, journal) = long_repeat();
        pollster::block_on(task.run(Input { index: 0, value: 1 }));
        let timed_ms = now_ms() - task.origin_ms();
        assert!(timed_ms <= now_ms() - start_ms - SHOWING_MS);
        let [Event::Finished { span: Some(span), .. }] = &journal.take()[..] else {
            panic!("what began has been shown, and only what ended is left");
        };
        assert!(span.start_ms >= 0.0 && span.end_ms <= timed_ms);
    }

    #[test]
    fn nothing_is_shown_at_the_cost_of_inputs_in_flight() {
        let (task, journal) = long_repeat();
        let _other = task.slots.take();
        pollster::block_on(task.run(Input { index: 0, value: 1 }));
        assert_eq!(journal.take().len(), 2);
        let start_ms = now_ms();
        journal.show_when_due(start_ms);
        assert!(now_ms() - start_ms >= SHOWING_MS, "it is still due");
    }
}
