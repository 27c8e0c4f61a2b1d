//! A panic ends a wasm thread with a trap that doesn't say why, and who waits for the thread waits for ever. So the panic
//! hook itself tells.

use std::panic::PanicHookInfo;

/// From now on a panic is given to `tell` in words, on the thread that panics, or for pool threads on the one that serves
/// them (see [`super::io`]).
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
        // The site is built without places, which are a tenth of it.
        Some(place) if cfg!(debug_assertions) => format!("{message} ({}:{})", place.file(), place.line()),
        _ => message.to_owned(),
    }
}
