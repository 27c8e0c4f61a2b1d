//! The ground: what comes out of a task, as plain data. Knows nothing of how it came about or where it goes.

use crate::failure::Failure;
use std::sync::Arc;

/// What comes out of a task. It crosses threads as it is, and workers with a memory of their own as a message.
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
    /// What is to be said of it, or of how it came.
    pub note: Option<String>,
    /// What it consists of.
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

/// What came of one input.
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
