//! What is done: a task turns one input into one value, or says why it can't.

pub mod fib;
pub mod picture;

use crate::event::Outcome;
use crate::span::SpanRecorder;
use futures_util::future::LocalBoxFuture;
use picture::Picture;
use wasm_bindgen::JsValue;

/// Something to be done for each of many inputs. Knows nothing of who runs it.
pub trait Task: Send + Sync {
    /// Does it on a thread that does other things while this one waits. Waits only inside [`SpanRecorder::wait`].
    fn run<'a>(&'a self, input: u32, span: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome>;

    /// Does it on a thread of its own, which sleeps while it waits. Waits only inside [`Worker::wait_for_io`].
    ///
    /// # Errors
    ///
    /// Where the input has no value, with the reason.
    #[cfg(threads)]
    fn run_blocking(&self, input: u32, worker: &dyn Worker) -> Outcome;

    /// An input that takes about a millisecond, for engines to optimise the code with before it is measured; `None` if the
    /// task waits, since there is nothing to optimise then.
    fn short_input(&self) -> Option<u32> {
        None
    }
}

/// What a blocking task may ask of the thread that runs it.
pub trait Worker {
    /// Calls `wait` once, which does nothing but wait for I/O, so that this time isn't taken for computing.
    fn wait_for_io(&self, wait: &mut dyn FnMut());
}

/// A task whose work on one input can be split in two.
pub trait Split: Task {
    /// Two inputs whose values combine to this one's; `None` where there is nothing left to split.
    fn split(&self, input: u32) -> Option<(u32, u32)>;

    /// Makes one value of two.
    fn combine(&self, left: Value, right: Value) -> Value;
}

/// What comes out of a task. It crosses threads as it is, and workers with a memory of their own as a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, up to 2^53.
    Number(u64),
    /// A picture.
    Picture(Picture),
}

impl Value {
    /// The value as the page gets it.
    #[expect(clippy::cast_precision_loss, reason = "numbers are up to 2^53")]
    pub fn to_js(&self) -> JsValue {
        match self {
            Self::Number(number) => JsValue::from_f64(*number as f64),
            Self::Picture(picture) => {
                crate::message::picture(picture.bytes, &picture.media_type, picture.note.as_deref())
            }
        }
    }

    /// The bytes that belong to it and stay outside wasm's memory, once; `null` if there are none (any more).
    pub fn take_blob(&self) -> JsValue {
        match self {
            Self::Number(_) => JsValue::NULL,
            Self::Picture(picture) => picture.take_blob(),
        }
    }

    /// The inverse of [`to_js`](Self::to_js) and [`take_blob`](Self::take_blob).
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "to_js made it")]
    pub fn from_js(value: &JsValue, blob: JsValue) -> Self {
        match value.as_f64() {
            Some(number) => Self::Number(number as u64),
            None => Self::Picture(Picture::keep(blob.into(), crate::message::note(value))),
        }
    }
}
