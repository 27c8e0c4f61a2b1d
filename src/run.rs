//! The boundary: one job in, one ordered stream of messages out.

use crate::clock::now_ms;
use crate::event::{Event, Failure, Input, in_input_order};
use crate::executor::{self, Map};
use crate::job::Job;
use crate::message;
use crate::summary::Summary;
use crate::task::Task;
use crate::trace::Traced;
use futures_channel::{mpsc, oneshot};
use futures_util::StreamExt as _;
use futures_util::future::{join, select};
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::pin::pin;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// How many events go out in one post at most.
const BATCH: usize = 256;

/// How long events gather at most before they are posted: about a frame.
pub const GATHER_MS: u32 = 16;

/// A job with its executor ready, for as many repeats as are asked for. Lives in the coordinator, posts to the page.
#[wasm_bindgen]
pub struct Run {
    task: Arc<dyn Task>,
    map: Map,
    inputs: Vec<Input>,
    times_ms: RefCell<Vec<f64>>,
}

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
        let task = job.task()?;
        let map = executor::start(&job, job.split()).await?;
        let flavour = if cfg!(threads) { "threads" } else { "plain" };
        message::post([message::ready(now_ms() - job.started_at(), flavour)]);
        let inputs = job.inputs().into_iter().enumerate();
        Ok(Self {
            task,
            map,
            inputs: inputs.map(|(index, value)| Input { index, value }).collect(),
            times_ms: RefCell::default(),
        })
    }

    /// Does all inputs once: posts events as they happen, and at last the report.
    ///
    /// # Panics
    ///
    /// If the executor lost an input or counted one twice.
    pub async fn repeat(&self) {
        let (sender, events) = mpsc::unbounded();
        let task = Arc::new(Traced::new(Arc::clone(&self.task), sender));
        let start_ms = task.origin_ms();
        let (mapped, mut is_mapped) = oneshot::channel::<()>();
        // The events end when `map` does: it drops the task, which holds their only sender.
        let mapping = async {
            let done = (self.map)(task, self.inputs.clone()).await;
            drop(mapped);
            (done, now_ms() - start_ms)
        };
        let posting = async {
            let mut events = pin!(events.peekable());
            let mut posted_ms = f64::NEG_INFINITY;
            while events.as_mut().peek().await.is_some() {
                // Posting a picture takes time from others that arrive, and a pool thread that wakes this one for its event
                // takes time from those that compute. A thread that computes by itself can't wait for a timer, and comes here
                // too seldom to have to.
                if now_ms() - posted_ms < f64::from(GATHER_MS) {
                    select(TimeoutFuture::new(GATHER_MS), &mut is_mapped).await;
                }
                let batch = events.as_mut().ready_chunks(BATCH).next().await.unwrap_or_default();
                message::post(batch.iter().map(Event::to_js));
                if batch.len() < BATCH {
                    posted_ms = now_ms();
                }
            }
        };
        let ((done, time_ms), ()) = join(mapping, posting).await;
        let outcomes = in_input_order(done, self.inputs.len());
        let mut so_far = self.times_ms.borrow_mut();
        so_far.push(time_ms);
        let summary = Summary::of(&so_far).expect("one time was just added");
        message::post([message::report(time_ms, &outcomes, &summary)]);
    }
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
    pub fn new(job: Job) -> Result<IsolatedWorker, JsError> {
        crate::panic::report();
        let task = job.task()?;
        message::post([message::ready(now_ms() - job.started_at(), "plain")]);
        Ok(Self { task })
    }

    /// Runs the task on one input and posts `finished`, in milliseconds from the repeat's start at `origin_ms`.
    pub async fn run(&self, index: usize, value: u32, origin_ms: f64) {
        // The pool that asks knows this worker's lane.
        let span = crate::span::SpanRecorder::start(0, origin_ms);
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

impl From<Failure> for JsError {
    fn from(Failure(why): Failure) -> Self {
        Self::new(&why)
    }
}
