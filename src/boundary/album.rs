//! Pictures on their way to the page. What JavaScript has of them can't leave its thread, so pool threads and events carry a
//! key.

use crate::value::{self, Picture};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// A picture's bytes.
pub enum Contents {
    /// As they were downloaded here.
    Bytes(Uint8Array),
    /// As the blob that an isolated worker sent.
    Blob(Blob),
}

thread_local! {
    static ALBUM: RefCell<Vec<Option<Contents>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a picture until it is taken, under the key that it gives.
pub fn keep(contents: Contents) -> usize {
    ALBUM.with_borrow_mut(|album| {
        // All taken, as at the start of each repeat: the keys start over.
        if album.iter().all(Option::is_none) {
            album.clear();
        }
        album.push(Some(contents));
        album.len() - 1
    })
}

/// Drops all pictures.
pub fn clear() {
    ALBUM.with_borrow_mut(Vec::clear);
}

/// Takes a picture as a `Blob`. A kept picture can be taken once, on the thread that kept it; after that it is `null`. The blob is
/// made only here, since that takes longer than all else about a picture that has arrived, and others may be arriving before.
///
/// # Panics
///
/// If there is no blob to be had, as where there is no memory left.
pub fn take_blob(picture: &Picture) -> JsValue {
    let bytes = match &picture.contents {
        // A copy: a blob can't be made of memory that is shared.
        value::Contents::Here(bytes) => Uint8Array::from(&**bytes),
        value::Contents::Kept(key) => match take(*key) {
            None => return JsValue::NULL,
            Some(Contents::Blob(blob)) => return blob.into(),
            Some(Contents::Bytes(bytes)) => bytes,
        },
    };
    let properties = BlobPropertyBag::new();
    properties.set_type(&picture.media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &properties)
        .expect("bytes outside wasm's memory can be in a blob")
        .into()
}

/// Keeps a picture that an isolated worker sent, until the page gets it.
pub fn keep_blob(blob: Blob, note: Option<String>) -> Picture {
    Picture {
        bytes: blob.size(),
        media_type: blob.type_(),
        note,
        contents: value::Contents::Kept(keep(Contents::Blob(blob))),
    }
}

/// Takes a picture out; `None` if it was taken before.
fn take(key: usize) -> Option<Contents> {
    ALBUM.with_borrow_mut(|album| album.get_mut(key)?.take())
}
