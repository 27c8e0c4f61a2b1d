//! How pool threads wait for I/O: as threads of an operating system do. They ask, sleep and are woken; the event loop of
//! the thread that serves them does the I/O.

use futures_channel::mpsc::{self, UnboundedSender};
use futures_channel::oneshot;
use futures_util::StreamExt as _;
use std::future::Future;
use std::sync::OnceLock;
use wasm_bindgen_futures::spawn_local;

type Request = Box<dyn FnOnce() + Send>;

static REQUESTS: OnceLock<UnboundedSender<Request>> = OnceLock::new();

/// Makes this thread's event loop the one that does the pool threads' I/O, until the instance ends.
///
/// # Panics
///
/// If a thread serves already.
pub fn serve() {
    let (sender, mut requests) = mpsc::unbounded::<Request>();
    assert!(REQUESTS.set(sender).is_ok(), "one thread serves the pool's I/O");
    spawn_local(async move {
        while let Some(request) = requests.next().await {
            request();
        }
    });
}

/// Has the serving thread's event loop call `request`. Without a serving thread, or once it has ended, nobody does.
pub fn ask(request: impl FnOnce() + Send + 'static) {
    if let Some(requests) = REQUESTS.get() {
        // It ends only when the run is being torn down.
        let _ = requests.unbounded_send(Box::new(request));
    }
}

/// Awaits what `request` makes on the serving thread's event loop, and blocks this thread meanwhile.
///
/// # Panics
///
/// If no thread serves, or the one that does ended.
pub fn block_on<R, F>(request: impl FnOnce() -> F + Send + 'static) -> R
where
    R: Send + 'static,
    F: Future<Output = R> + 'static,
{
    let (sender, answer) = oneshot::channel();
    ask(move || {
        spawn_local(async move {
            // The asking thread is gone only when the run is being torn down.
            let _ = sender.send(request().await);
        });
    });
    pollster::block_on(answer).expect("every request is answered")
}
