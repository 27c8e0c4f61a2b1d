//! A Web Worker of the pool.

use super::Isolated;
use crate::boundary::fault;
use crate::boundary::message::{self, Reply};
use crate::clock::now_ms;
use crate::event::Input;
use crate::failure::Failure;
use crate::span::Span;
use crate::value::Outcome;
use futures_channel::mpsc::{self, UnboundedReceiver};
use futures_util::StreamExt as _;
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessageEvent, MessagePort};

/// One isolated worker, at the other end of a port. The page starts it, and ends it with the run: Chromium keeps a worker for
/// ever that another worker started, and that one with it. One that dies ends itself.
pub struct Process {
    port: MessagePort,
    replies: UnboundedReceiver<Reply>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Process {
    /// Has a worker started and hands it the job.
    ///
    /// # Errors
    ///
    /// If it can't be asked for, with the reason.
    pub fn start(job: &JsValue) -> Result<Self, Failure> {
        let channel = MessageChannel::new().map_err(|error| failure(&error))?;
        let (sender, replies) = mpsc::unbounded();
        let on_message = Closure::new(move |event: MessageEvent| {
            for reply in js_sys::Array::from(&event.data()) {
                // Nobody listens any more only when the run is being torn down.
                let _ = sender.unbounded_send(reply.unchecked_into());
            }
        });
        let port = channel.port1();
        port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        message::start_process(job, &channel.port2());
        Ok(Self {
            port,
            replies,
            _on_message: on_message,
        })
    }

    async fn reply(&mut self) -> Result<Reply, Failure> {
        let reply = self.replies.next().await;
        let reply = reply.expect("the sender lives as long as the process");
        if reply.kind() == "fault" {
            Err(fault::died(&reply))
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
        let asked_ms = now_ms() - origin_ms;
        self.port.post_message(&question).map_err(|error| failure(&error))?;
        loop {
            let reply = self.reply().await?;
            // A replacement says first that it is ready.
            if reply.kind() == "finished" {
                let (outcome, span) = reply.into_outcome(lane);
                return Ok((outcome, span.within(asked_ms, now_ms() - origin_ms)));
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // What it still has to say must not reach the closure, which ends here.
        self.port.set_onmessage(None);
        self.port.close();
    }
}

fn failure(error: &JsValue) -> Failure {
    Failure::new("worker-not-started", [("cause", message::describe(error).into())])
}
