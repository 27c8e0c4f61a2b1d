//! The top: jobs in, one ordered stream of messages out.

use crate::boundary::job::Job;
use crate::boundary::{album, message, panic};
use crate::clock::now_ms;
#[cfg(not(threads))]
use crate::event::Event;
use crate::event::{Input, in_input_order};
use crate::executor::{self, Map, Start};
use crate::failure::Failure;
use crate::journal::Journal;
use crate::limits::{SHOW_EVERY_MS, WARM_UP_MS, WARM_UP_PASSES};
use crate::settings::Settings;
use crate::task::{self, Made, Make, Split, Task};
use crate::trace::Traced;
use futures_channel::oneshot;
use futures_util::future::{Either, join, select};
use gloo_timers::future::TimeoutFuture;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// What all jobs of an instance share: its pool, if it has one, and the way in which they are told of. Lives in the coordinator's
/// worker, posts to the page. One for each instance.
#[wasm_bindgen]
pub struct Coordinator {
    journal: Arc<Journal>,
}

#[wasm_bindgen]
impl Coordinator {
    /// From now on, panics are told, and pool threads' I/O is done on this thread.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "it has effects")]
    pub fn new() -> Self {
        let journal = Arc::new(Journal::new(message::post_events));
        let told = Arc::clone(&journal);
        panic::tell(move |panic| {
            // Nothing is heard after a fault.
            told.show();
            message::post([message::panicked(&panic)]);
        });
        #[cfg(threads)]
        crate::boundary::io::serve();
        Self { journal }
    }

    /// Starts the pool on which all executors of this flavour run. Once.
    ///
    /// # Errors
    ///
    /// If its threads can't be started.
    #[cfg(threads)]
    #[wasm_bindgen(js_name = startPool)]
    pub async fn start_pool(workers: usize) -> Result<(), Failure> {
        executor::pool::start(workers).await
    }

    /// Makes a job's executor ready and posts `ready`.
    ///
    /// # Errors
    ///
    /// If the executor can't be started.
    pub async fn start(&self, job: Job) -> Result<Run, Failure> {
        let (inputs, workers) = (numbered(job.inputs()), job.workers());
        let (executor, settings) = (job.executor(), job.settings());
        let make = find(&job)?;
        let Made { task, split } = make.call(&settings);
        let start = Start {
            workers,
            settings: settings.clone(),
            split: split.clone(),
            job,
        };
        let run = Run {
            make,
            settings,
            task,
            split,
            map: executor::start(&executor, start).await?,
            inputs,
            workers,
            journal: Arc::clone(&self.journal),
        };
        message::post([message::ready(if cfg!(threads) { "threads" } else { "plain" })]);
        Ok(run)
    }

    /// Posts what happened so far, for who ends a run in the middle of a repeat.
    pub fn show(&self) {
        self.journal.show();
    }
}

/// A job with its executor ready, for as many repeats as are asked for.
#[wasm_bindgen]
pub struct Run {
    make: Make,
    settings: Settings,
    /// Says what inputs are, and is never run.
    task: Arc<dyn Task>,
    split: Option<Arc<dyn Split>>,
    map: Map,
    inputs: Vec<Input>,
    workers: usize,
    journal: Arc<Journal>,
}

#[wasm_bindgen]
impl Run {
    /// Warms its executor up, then posts `warm` with how many milliseconds that took.
    #[wasm_bindgen(js_name = warmUp)]
    pub async fn warm_up(&self) {
        message::post([message::warm(self.map_short_inputs().await)]);
    }

    /// Does all inputs once, then posts what happened and the report. Of a repeat that is long, a part is posted before.
    ///
    /// # Panics
    ///
    /// If the executor lost an input or counted one twice.
    pub async fn repeat(&self) {
        let own = self.fresh_task();
        let task = Arc::new(Traced::new(Arc::clone(&own), Arc::clone(&self.journal)));
        let timed = Arc::clone(&task);
        let (mapped, mut is_mapped) = oneshot::channel::<()>();
        let mapping = async {
            let done = (self.map)(task, self.inputs.clone()).await;
            let time_ms = now_ms() - timed.origin_ms();
            drop(mapped);
            (done, time_ms)
        };
        let showing = async {
            // Half of it, so that none is late by much.
            while let Either::Left(_) = select(TimeoutFuture::new(SHOW_EVERY_MS / 2), &mut is_mapped).await {
                self.journal.show_when_due(now_ms());
            }
        };
        let ((done, time_ms), ()) = join(mapping, showing).await;
        self.journal.show();
        let outcomes = in_input_order(done, self.inputs.len());
        message::post([message::report(time_ms, &outcomes, own.shared_total())]);
    }

    /// How big an input is, and its halves if it can be split.
    pub fn part(&self, input: u32) -> Vec<u32> {
        let mut part = vec![self.task.size(input)];
        if let Some((left, right)) = self.split.as_ref().and_then(|split| split.split(input)) {
            part.extend([left, right]);
        }
        part
    }

    /// One whose inputs have shared nothing yet.
    fn fresh_task(&self) -> Arc<dyn Task> {
        self.make.call(&self.settings).task
    }

    /// Maps the task over short inputs for a while, and says for how many milliseconds.
    async fn map_short_inputs(&self) -> f64 {
        let Some(short) = self.task.short_input() else {
            return 0.0;
        };
        let start_ms = now_ms();
        for _ in 0..WARM_UP_PASSES {
            if now_ms() - start_ms >= f64::from(WARM_UP_MS) {
                break;
            }
            let unseen = Arc::new(Journal::new(drop));
            let task = Arc::new(Traced::new(self.fresh_task(), unseen));
            (self.map)(task, numbered(vec![short; self.workers])).await;
        }
        // What nobody sees is kept for nobody.
        album::clear();
        now_ms() - start_ms
    }
}

/// How to make the task that a job names.
fn find(job: &Job) -> Result<Make, Failure> {
    let name = job.task();
    task::find(&name).ok_or_else(|| Failure::new("no-such-task", [("name", name.into())]))
}

fn numbered(values: Vec<u32>) -> Vec<Input> {
    let inputs = values.into_iter().enumerate();
    inputs.map(|(index, value)| Input { index, value }).collect()
}

/// A job's task on an isolated worker of `processes`.
#[cfg(not(threads))]
#[wasm_bindgen]
pub struct IsolatedWorker {
    task: Arc<dyn Task>,
}

#[cfg(not(threads))]
#[wasm_bindgen]
impl IsolatedWorker {
    /// Makes this instance one that runs the job's task on inputs it is given. Once per instance.
    ///
    /// # Errors
    ///
    /// If there is no such task.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
    pub fn new(job: Job) -> Result<IsolatedWorker, Failure> {
        panic::tell(|panic| message::post([message::panicked(&panic)]));
        let task = find(&job)?.call(&job.settings()).task;
        message::post([message::ready("plain")]);
        Ok(Self { task })
    }

    /// Runs the task on one input and posts `finished`, in milliseconds from the repeat's start at `origin_ms`.
    pub async fn run(&self, index: usize, value: u32, origin_ms: f64) {
        // The pool that asks knows this worker's lane, and when it can have been at work: nothing has begun before the repeat, although
        // this worker's clock may say so.
        let span = crate::span::SpanRecorder::start(0, origin_ms.min(now_ms()));
        let outcome = self.task.run(value, &span).await;
        let span = span.end();
        let finished = Event::Finished {
            index,
            at_ms: span.end_ms,
            outcome,
            span: Some(span),
        };
        message::post([finished.to_js()]);
    }
}
