//! Pictures on their way to the page. What JavaScript has of them can't leave its thread, so pool threads and events carry a
//! key.

use js_sys::Uint8Array;
use std::cell::RefCell;
use web_sys::Blob;

/// What there is of a picture.
pub enum Contents {
    /// Its bytes, as they were downloaded here.
    Bytes(Uint8Array),
    /// What the isolated worker that downloaded it made of them.
    Blob(Blob),
}

/// Names a picture that this thread keeps.
pub type Key = usize;

thread_local! {
    static ALBUM: RefCell<Vec<Option<Contents>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a picture until it is taken.
pub fn keep(contents: Contents) -> Key {
    ALBUM.with_borrow_mut(|album| {
        // All taken, as at the start of each repeat: the keys begin anew.
        if album.iter().all(Option::is_none) {
            album.clear();
        }
        album.push(Some(contents));
        album.len() - 1
    })
}

/// Gives a picture away; `None` if it was taken before.
pub fn take(key: Key) -> Option<Contents> {
    ALBUM.with_borrow_mut(|album| album.get_mut(key)?.take())
}
