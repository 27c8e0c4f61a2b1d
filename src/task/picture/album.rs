//! Pictures on their way to the page. A `Blob` can't leave its thread, so pool threads and events carry its key.

use std::cell::RefCell;
use web_sys::Blob;

/// Names a picture that this thread keeps.
pub type Key = usize;

thread_local! {
    static ALBUM: RefCell<Vec<Option<Blob>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a picture until it is taken.
pub fn keep(blob: Blob) -> Key {
    ALBUM.with_borrow_mut(|album| {
        // All taken, as at the start of each repeat: the keys begin anew.
        if album.iter().all(Option::is_none) {
            album.clear();
        }
        album.push(Some(blob));
        album.len() - 1
    })
}

/// Gives a picture away; `None` if it was taken before.
pub fn take(key: Key) -> Option<Blob> {
    ALBUM.with_borrow_mut(|album| album.get_mut(key)?.take())
}
