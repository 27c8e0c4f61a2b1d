//! The pool of threads that share this instance's memory.

use crate::event::{Done, Input};
use crate::failure::Failure;
use futures_channel::oneshot;

/// What an executor does with each input. It is one type for all of them, so that the module has rayon's code only once.
pub type Work<'a> = &'a (dyn Fn(Input) -> Done + Sync);

/// What wasm-bindgen gives each thread.
#[cfg(target_family = "wasm")]
const STACK_BYTES: usize = 2 << 20;

/// Starts the pool. It is rayon's global one, so this works once per wasm instance.
///
/// # Errors
///
/// If a thread can't be started, or there is no memory for all of them.
#[cfg(target_family = "wasm")]
pub async fn start(workers: usize) -> Result<(), Failure> {
    // A thread that finds no room for its stack traps, perhaps while others are still starting. So all of it is taken here first, and given back to them.
    let mut stacks = Vec::<u8>::new();
    // One more than there are threads, for what else each of them needs.
    let room = stacks.try_reserve_exact((workers + 1) * STACK_BYTES);
    // Or else the compiler leaves out both, as nothing is in there.
    drop(std::hint::black_box(stacks));
    if room.is_err() {
        return Err(Failure::new("no-room-for-stacks", []));
    }
    match wasm_bindgen_futures::JsFuture::from(wasm_bindgen_rayon::init_thread_pool(workers)).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let cause = crate::boundary::message::describe(&error);
            Err(Failure::new("threads-not-started", [("cause", cause.into())]))
        }
    }
}

/// Starts the pool. It is rayon's global one, so this works once per process.
///
/// # Errors
///
/// If a thread can't be started.
#[cfg(not(target_family = "wasm"))]
#[expect(
    clippy::unused_async,
    reason = "in a browser, threads start while the event loop turns"
)]
pub async fn start(workers: usize) -> Result<(), Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(workers)
        .build_global()
        .map_err(|error| Failure::new("threads-not-started", [("cause", error.to_string().into())]))
}

/// Calls `map` on a pool thread and awaits its result, so that this thread never blocks. If `map` panics, the future
/// never ends; the panic hook tells why.
///
/// # Panics
///
/// Natively, if `map` panics.
pub async fn run(map: Box<dyn FnOnce() -> Vec<Done> + Send>) -> Vec<Done> {
    let (sender, receiver) = oneshot::channel();
    // Nobody awaits the result any more only when the run is being torn down.
    rayon::spawn(move || drop(sender.send(map())));
    receiver.await.expect("a pool thread ends its work or the instance")
}
