//! What the threads do. Everything here is called by worker.js, never by the page's own thread.

use std::panic;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use rayon::prelude::*;
use wasm_bindgen::prelude::*;

/// Starts rayon's threads, each of them a web worker.
pub use wasm_bindgen_rayon::init_thread_pool;

/// Set by the page, which shares this memory, while the worker that it would send a message to is busy.
static STOP: AtomicBool = AtomicBool::new(false);

#[wasm_bindgen]
extern "C" {
    type BroadcastChannel;
    #[wasm_bindgen(constructor)]
    fn new(name: &str) -> BroadcastChannel;
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post_message(this: &BroadcastChannel, message: &str);
}

/// The memory that all threads share.
#[wasm_bindgen]
pub fn shared_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Where in that memory the page stops what runs.
#[wasm_bindgen]
pub fn stop_flag() -> *const AtomicBool {
    &raw const STOP
}

/// Has a panic of any thread tell the page why, past the worker that waits for that thread.
#[wasm_bindgen]
pub fn report_panics_to(channel: String) {
    panic::set_hook(Box::new(move |panic| {
        BroadcastChannel::new(&channel).post_message(&panic.to_string());
    }));
}

/// How many primes there are below a limit.
#[wasm_bindgen]
pub fn count_primes(limit: u32) -> usize {
    (0..limit).into_par_iter().filter(|n| is_prime(*n)).count()
}

/// The same, or nothing as soon as the page has said stop.
#[wasm_bindgen]
pub fn count_primes_or_stop(limit: u32) -> Option<usize> {
    let count = |n| (!STOP.load(Relaxed)).then(|| usize::from(is_prime(n)));
    let numbers = (0..limit).into_par_iter();
    numbers.map(count).try_reduce(|| 0, |a, b| Some(a + b))
}

/// A mistake, made by whichever thread gets there.
#[wasm_bindgen]
pub fn panic_in_a_thread() {
    let check = |n: u32| assert!(n != 777, "777 is one too many");
    (0..1000).into_par_iter().for_each(check);
}

fn is_prime(n: u32) -> bool {
    n > 1 && (2..).take_while(|d| *d <= n / d).all(|d| n % d != 0)
}
