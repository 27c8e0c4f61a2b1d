//! One clock for all workers.

/// Milliseconds since the Unix epoch, with the browser's timer resolution.
///
/// A worker's `performance.now()` counts from its own start, so its origin is added. After the machine slept, that isn't the same clock
/// any more: `worker.js` puts a thread's right when it starts, and `Span::within` what an isolated worker tells.
#[cfg(target_family = "wasm")]
pub fn now_ms() -> f64 {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance, js_name = now)]
        fn performance_now() -> f64;
        #[wasm_bindgen(thread_local_v2, js_namespace = performance, js_name = timeOrigin)]
        static TIME_ORIGIN: f64;
    }

    TIME_ORIGIN.with(|origin| origin + performance_now())
}

/// Milliseconds since the Unix epoch.
///
/// # Panics
///
/// If the system's clock is before 1970.
#[cfg(not(target_family = "wasm"))]
pub fn now_ms() -> f64 {
    std::time::UNIX_EPOCH
        .elapsed()
        .expect("the clock is after 1970")
        .as_secs_f64()
        * 1e3
}
