//! Workers with a wasm instance and a memory of their own, which talk by messages: Python's process pool. They share
//! nothing, so they need no shared memory; what they are given and give back is copied.

use crate::event::{Done, Failure, Input};
use crate::message::{self, Reply};
use crate::trace::Traced;
use futures_channel::mpsc::{self, UnboundedReceiver};
use futures_util::{StreamExt as _, stream};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Runs the task on all inputs on the pool's workers. Each takes the next input when it has answered for its last.
pub async fn map(task: Arc<Traced>, inputs: Vec<Input>, pool: Rc<Processes>) -> Vec<Done> {
    // <code:processes>
    stream::iter(inputs.into_iter().map(|input| pool.run(&task, input)))
        .buffer_unordered(pool.workers)
        .collect()
        .await
    // </code>
}

/// A pool of isolated workers.
pub struct Processes {
    workers: usize,
    job: JsValue,
    /// By lane; `None` while the worker is busy.
    idle: RefCell<Vec<Option<Process>>>,
}

impl Processes {
    /// Starts `workers` workers for a job, and awaits that all are ready.
    ///
    /// # Errors
    ///
    /// If one can't be started, with the reason.
    pub async fn start(workers: usize, job: &JsValue) -> Result<Self, Failure> {
        let mut idle = Vec::new();
        for _ in 0..workers {
            idle.push(Process::start(job)?);
        }
        for process in &mut idle {
            process.reply().await?;
        }
        Ok(Self {
            workers,
            job: job.clone(),
            idle: RefCell::new(idle.into_iter().map(Some).collect()),
        })
    }

    /// Runs the task on the idle worker with the lowest number. If the worker dies of it, this input fails by the cause
    /// and another worker takes its place.
    async fn run(&self, task: &Traced, input: Input) -> Done {
        let (lane, mut process) = self.take_idle();
        let span = task.start(input, lane);
        let (outcome, span) = match process.ask(input, task.origin_ms()).await {
            Ok(reply) => reply.into_outcome(lane),
            Err(cause) => {
                if let Ok(replacement) = Process::start(&self.job) {
                    process = replacement;
                }
                (Err(cause), span.end())
            }
        };
        self.idle.borrow_mut()[lane] = Some(process);
        task.finish(input, outcome, Some(span))
    }

    fn take_idle(&self) -> (usize, Process) {
        let mut idle = self.idle.borrow_mut();
        let mut by_lane = idle.iter_mut().enumerate();
        let first = by_lane.find_map(|(lane, process)| Some((lane, process.take()?)));
        first.expect("there are no more inputs in flight than workers")
    }
}

/// One isolated worker. Ends when dropped.
struct Process {
    worker: Worker,
    replies: UnboundedReceiver<Result<Reply, Failure>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Process {
    /// Starts a worker from the script that runs this one, and hands it the job and the compiled module.
    fn start(job: &JsValue) -> Result<Self, Failure> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name("process");
        let worker =
            Worker::new_with_options(&SCRIPT.with(String::clone), &options).map_err(|error| failure(&error))?;

        let (sender, replies) = mpsc::unbounded();
        let on_message = {
            let sender = sender.clone();
            Closure::new(move |event: MessageEvent| {
                for reply in js_sys::Array::from(&event.data()) {
                    // Nobody listens any more only when the run is being torn down.
                    let _ = sender.unbounded_send(Ok(reply.unchecked_into()));
                }
            })
        };
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            let _ = sender.unbounded_send(Err(Failure(format!("the worker died: {}", event.message()))));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker
            .post_message(&message::serve(job, &wasm_bindgen::module()))
            .map_err(|error| failure(&error))?;
        Ok(Self {
            worker,
            replies,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Gives the worker an input and awaits the answer.
    async fn ask(&mut self, input: Input, origin_ms: f64) -> Result<Reply, Failure> {
        let question = message::input(input.index, input.value, origin_ms);
        self.worker.post_message(&question).map_err(|error| failure(&error))?;
        loop {
            let reply = self.reply().await?;
            // A replacement says first that it is ready.
            if reply.kind() == "finished" {
                return Ok(reply);
            }
        }
    }

    async fn reply(&mut self) -> Result<Reply, Failure> {
        let reply = self
            .replies
            .next()
            .await
            .expect("the sender lives as long as the worker")?;
        if reply.kind() == "fault" {
            Err(Failure(format!("the worker died: {}", reply.message())))
        } else {
            Ok(reply)
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // What it still has to say must not reach the closures, which end here.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn failure(error: &JsValue) -> Failure {
    Failure(format!("the worker could not be started: {error:?}"))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["self", "location"], js_name = href)]
    static SCRIPT: String;
}
