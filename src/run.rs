//! The boundary: one job in, one ordered stream of messages out.

use crate::clock::now_ms;
use crate::event::{Event, Failure, Input};
use crate::executor::{self, Map};
use crate::job::Job;
use crate::message;
use crate::summary::Summary;
use crate::task::Task;
use crate::task::fib::Fib;
use crate::trace::{SpanRecorder, Traced, in_input_order};
use futures_channel::mpsc;
use futures_util::StreamExt as _;
use futures_util::future::{LocalBoxFuture, join, ready};
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// How many events go out in one post at most.
const BATCH: usize = 256;

/// A job with its executor ready. Lives in the coordinator, posts to the page.
#[wasm_bindgen]
pub struct Run(Box<dyn Fn() -> LocalBoxFuture<'static, JsValue>>);

#[wasm_bindgen]
impl Run {
    /// Makes the job's executor ready and posts `ready`. Once per instance.
    ///
    /// # Errors
    ///
    /// If the executor can't be started.
    pub async fn start(job: Job) -> Result<Run, JsError> {
        crate::panic::report();
        #[cfg(threads)]
        crate::io::serve();
        let run = Self::of(&job).await.map_err(|Failure(why)| JsError::new(&why))?;
        let flavour = if cfg!(threads) { "threads" } else { "plain" };
        message::post([message::ready(now_ms() - job.started_at(), flavour)]);
        Ok(run)
    }

    /// Does all inputs once: posts events as they happen, and at last the report.
    pub async fn repeat(&self) {
        message::post([(self.0)().await]);
    }

    async fn of(job: &Job) -> Result<Self, Failure> {
        Ok(match &*job.task() {
            "fib" => Self::with(Fib, executor::start_splitting(job).await?, job),
            "pictures" => Self::with(job.pictures(), executor::start(job).await?, job),
            other => return Err(Failure(format!("there is no task {other:?}"))),
        })
    }

    fn with<T: Task>(task: T, map: Map<T>, job: &Job) -> Self {
        let inputs: Vec<_> = job
            .inputs()
            .into_iter()
            .enumerate()
            .map(|(index, value)| Input { index, value })
            .collect();
        let series = Arc::new(Series {
            task,
            map,
            inputs,
            times_ms: RefCell::default(),
        });
        Self(Box::new(move || Box::pin(Arc::clone(&series).repeat())))
    }
}

/// A task and its executor, for as many repeats as are asked for.
struct Series<T: Task> {
    task: T,
    map: Map<T>,
    inputs: Vec<Input>,
    times_ms: RefCell<Vec<f64>>,
}

impl<T: Task> Series<T> {
    /// One repeat; gives its report, after the last of its events was posted.
    async fn repeat(self: Arc<Self>) -> JsValue {
        let (sender, events) = mpsc::unbounded::<Event<T::Output>>();
        let task = Arc::new(Traced::new(self.task.clone(), sender));
        let start_ms = task.origin_ms();
        // The events end when `map` does: it drops the task, which holds their only sender.
        let mapping = async {
            let done = (self.map)(task, self.inputs.clone()).await;
            (done, now_ms() - start_ms)
        };
        let posting = events.ready_chunks(BATCH).for_each(|batch| {
            message::post(batch.iter().map(Event::to_js));
            ready(())
        });
        let ((done, time_ms), ()) = join(mapping, posting).await;
        let outcomes = in_input_order(done, self.inputs.len());
        let mut so_far = self.times_ms.borrow_mut();
        so_far.push(time_ms);
        let summary = Summary::of(&so_far).expect("one time was just added");
        message::report(time_ms, &outcomes, &summary)
    }
}

/// A job's task on an isolated worker of `processes`.
#[wasm_bindgen]
pub struct IsolatedWorker(Box<dyn Fn(Input, f64) -> LocalBoxFuture<'static, JsValue>>);

#[wasm_bindgen]
impl IsolatedWorker {
    /// Makes this instance one that runs the job's task on inputs it is given. Once per instance.
    ///
    /// # Errors
    ///
    /// If there is no such task.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
    pub fn new(job: Job) -> Result<IsolatedWorker, JsError> {
        crate::panic::report();
        let worker = match &*job.task() {
            "fib" => Self::with(Fib),
            "pictures" => Self::with(job.pictures()),
            other => return Err(JsError::new(&format!("there is no task {other:?}"))),
        };
        message::post([message::ready(now_ms() - job.started_at(), "plain")]);
        Ok(worker)
    }

    /// Runs the task on one input and posts `finished`, in milliseconds from the repeat's start at `origin_ms`.
    pub async fn run(&self, index: usize, value: u32, origin_ms: f64) {
        message::post([(self.0)(Input { index, value }, origin_ms).await]);
    }

    fn with<T: Task>(task: T) -> Self {
        Self(Box::new(move |input, origin_ms| {
            let task = task.clone();
            Box::pin(async move {
                // The pool that asks knows this worker's lane.
                let span = SpanRecorder::start(0, origin_ms);
                let outcome = task.run(input.value, &span).await;
                let span = span.end();
                Event::Finished {
                    index: input.index,
                    at_ms: span.end_ms,
                    outcome,
                    span: Some(span),
                }
                .to_js()
            })
        }))
    }
}
