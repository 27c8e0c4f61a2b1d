//! A Web Worker of the pool.

use super::Isolated;
use crate::event::{Failure, Input, Outcome, Span};
use crate::message::{self, Reply};
use futures_channel::mpsc::{self, UnboundedReceiver};
use futures_util::StreamExt as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// One isolated worker. Ends when dropped.
pub struct Process {
    worker: Worker,
    replies: UnboundedReceiver<Result<Reply, Failure>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Process {
    /// Starts a worker from the script that runs this one, and hands it the job and the compiled module.
    ///
    /// # Errors
    ///
    /// If it can't be started, with the reason.
    pub fn start(job: &JsValue) -> Result<Self, Failure> {
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

    async fn reply(&mut self) -> Result<Reply, Failure> {
        let reply = self.replies.next().await;
        let reply = reply.expect("the sender lives as long as the worker")?;
        if reply.kind() == "fault" {
            Err(Failure(format!("the worker died: {}", reply.message())))
        } else {
            Ok(reply)
        }
    }
}

impl Isolated for Process {
    async fn ready(&mut self) -> Result<(), Failure> {
        self.reply().await.map(drop)
    }

    async fn ask(&mut self, input: Input, lane: usize, origin_ms: f64) -> Result<(Outcome, Span), Failure> {
        let question = message::input(input.index, input.value, origin_ms);
        self.worker.post_message(&question).map_err(|error| failure(&error))?;
        loop {
            let reply = self.reply().await?;
            // A replacement says first that it is ready.
            if reply.kind() == "finished" {
                return Ok(reply.into_outcome(lane));
            }
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
    Failure(["the worker could not be started: ", &message::describe(error)].concat())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["self", "location"], js_name = href)]
    static SCRIPT: String;
}
