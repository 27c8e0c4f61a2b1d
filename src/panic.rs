//! A panic ends a wasm thread without a sound, and who waits for the thread waits for ever. So the panic hook itself tells.

use crate::message;
use std::panic::PanicHookInfo;

/// From now on a panic on this thread is posted as a fault.
///
/// With threads, also a panic on any pool thread: it is handed to this one, whose event loop is free.
pub fn report() {
    #[cfg(threads)]
    {
        let mut panics = in_pool(|info| message::post([message::fault(&describe(info))]));
        wasm_bindgen_futures::spawn_local(async move {
            use crate::run::GATHER_MS;
            use futures_util::StreamExt as _;
            use gloo_timers::future::TimeoutFuture;
            while let Some(panic) = panics.next().await {
                // Nothing is heard after a fault, and what finished before it may still be gathering.
                TimeoutFuture::new(2 * GATHER_MS).await;
                message::post([message::fault(&panic)]);
            }
        });
    }
    #[cfg(not(threads))]
    std::panic::set_hook(Box::new(|info| message::post([message::fault(&describe(info))])));
}

/// From now on panics on pool threads come out of the returned stream, and others go to `elsewhere`.
#[cfg(threads)]
pub fn in_pool(
    elsewhere: impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static,
) -> futures_channel::mpsc::UnboundedReceiver<String> {
    let (sender, panics) = futures_channel::mpsc::unbounded();
    std::panic::set_hook(Box::new(move |info| {
        if rayon::current_thread_index().is_some() {
            // Nobody listens any more only when the run is being torn down.
            let _ = sender.unbounded_send(describe(info));
        } else {
            elsewhere(info);
        }
    }));
    panics
}

fn describe(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("no message");
    match info.location() {
        // The site is built without places, which are a tenth of it.
        Some(place) if cfg!(debug_assertions) => format!("{message} ({}:{})", place.file(), place.line()),
        _ => message.to_owned(),
    }
}
