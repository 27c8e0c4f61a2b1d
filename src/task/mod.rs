//! What is done: a task turns one input into one output, or says why it can't.

pub mod fib;
pub mod picture;

use crate::event::Outcome;
use crate::trace::SpanRecorder;
use std::future::Future;
use wasm_bindgen::JsValue;

/// Something to be done for each of many inputs. Knows nothing of who runs it.
pub trait Task: Clone + Send + Sync + 'static {
    /// What one input gives.
    type Output: Output;

    /// Does it on a thread that does other things while this one waits. Waits only inside [`SpanRecorder::wait`].
    fn run(&self, input: u32, span: &SpanRecorder) -> impl Future<Output = Outcome<Self::Output>>;

    /// Does it on a thread of its own, which sleeps while it waits. Waits only inside [`Worker::wait_for_io`].
    ///
    /// # Errors
    ///
    /// Where the input has no output, with the reason.
    #[cfg(threads)]
    fn run_blocking(&self, input: u32, worker: &impl Worker) -> Outcome<Self::Output>;
}

/// What a blocking task may ask of the thread that runs it.
pub trait Worker {
    /// Calls `wait`, which does nothing but wait for I/O, so that this time isn't taken for computing.
    fn wait_for_io<R>(&self, wait: impl FnOnce() -> R) -> R;
}

/// A task whose work on one input can be split in two.
pub trait Split: Task {
    /// Two inputs whose outputs combine to this one's; `None` where there is nothing left to split.
    fn split(&self, input: u32) -> Option<(u32, u32)>;

    /// Makes one output of two.
    fn combine(&self, left: Self::Output, right: Self::Output) -> Self::Output;
}

/// What comes out of a task. It crosses threads as it is, and workers with a memory of their own as a message.
pub trait Output: Clone + Send + 'static {
    /// The value as the page gets it.
    fn to_js(&self) -> JsValue;

    /// The bytes that belong to it and stay outside wasm's memory, once; `null` if there are none (any more).
    fn take_blob(&self) -> JsValue {
        JsValue::NULL
    }

    /// The inverse of [`to_js`](Self::to_js) and [`take_blob`](Self::take_blob).
    fn from_js(value: &JsValue, blob: JsValue) -> Self;
}
