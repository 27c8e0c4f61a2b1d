//! The ground: results of tasks, as plain data.

use crate::failure::Failure;
use std::sync::Arc;

/// A task's result. Threads share it; a worker with a memory of its own sends it as a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, up to 2^53.
    Number(u64),
    /// A picture.
    Picture(Picture),
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its size in bytes.
    pub bytes: f64,
    /// Its media type, such as `image/jpeg`.
    pub media_type: String,
    /// A remark for the log, such as how long the server made it wait: a code, for which `FIRST.log.notes` has the words, and a value.
    pub note: Option<String>,
    /// Its bytes.
    pub contents: Contents,
}

/// Where a picture's bytes are.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// Here, since it was made here.
    Here(Arc<[u8]>),
    /// Outside wasm's memory, under this key, with the thread that keeps them: see `boundary::album`.
    Kept(usize),
}

/// The result for one input, or why there is none.
pub type Outcome = Result<Value, Failure>;

impl Picture {
    /// A picture made here.
    #[expect(clippy::cast_precision_loss, reason = "no memory has 2^53 bytes")]
    pub fn here(contents: Vec<u8>, media_type: &str, note: Option<String>) -> Self {
        Self {
            bytes: contents.len() as f64,
            media_type: media_type.to_owned(),
            note,
            contents: Contents::Here(contents.into()),
        }
    }
}
