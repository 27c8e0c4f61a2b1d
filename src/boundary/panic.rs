//! A panic ends a wasm thread with a trap that carries no message, and whoever waits for the thread waits for ever. So the panic
//! hook reports the panic.

use std::panic::PanicHookInfo;

/// Has `tell` called with a panic's message: on the thread that panics, or for pool threads on the one that does their I/O (see
/// [`super::io`]).
pub fn tell(tell: impl Fn(String) + Clone + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |info| {
        let panic = describe(info);
        #[cfg(threads)]
        if rayon::current_thread_index().is_some() {
            let tell = tell.clone();
            return crate::boundary::io::ask(move || tell(panic));
        }
        tell(panic);
    }));
}

fn describe(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("no message");
    match info.location() {
        // The site is built without locations, which are a tenth of it.
        Some(place) if cfg!(debug_assertions) => format!("{message} ({}:{})", place.file(), place.line()),
        _ => message.to_owned(),
    }
}
