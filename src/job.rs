//! What is to be done and how, as the page says it.

use crate::event::Failure;
#[cfg(threads)]
use crate::executor::threads::{Chunks, Order};
use crate::task::fib::Fib;
use crate::task::picture::{Pictures, Simulation, Source};
use crate::task::{Split, Task};
use std::sync::Arc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A job. The README lists its fields with their ranges, which the page has checked.
    pub type Job;
    /// What: `fib` or `pictures`.
    #[wasm_bindgen(method, getter, js_name = task)]
    fn task_name(this: &Job) -> String;
    /// How: the name of an executor.
    #[wasm_bindgen(method, getter)]
    pub fn executor(this: &Job) -> String;
    /// Which Fibonacci numbers or pictures.
    #[wasm_bindgen(method, getter)]
    pub fn inputs(this: &Job) -> Vec<u32>;
    /// How many workers, or futures in flight.
    #[wasm_bindgen(method, getter)]
    pub fn workers(this: &Job) -> usize;
    /// Up to which input fork-join splits nothing.
    #[wasm_bindgen(method, getter)]
    pub fn cutoff(this: &Job) -> u32;
    #[wasm_bindgen(method, getter, js_name = order)]
    fn order_name(this: &Job) -> String;
    #[wasm_bindgen(method, getter, js_name = chunks)]
    fn chunks_name(this: &Job) -> String;
    #[wasm_bindgen(method, getter)]
    fn source(this: &Job) -> String;
    #[wasm_bindgen(method, getter)]
    fn width(this: &Job) -> u32;
    #[wasm_bindgen(method, getter)]
    fn height(this: &Job) -> u32;
    #[wasm_bindgen(method, getter)]
    fn latency(this: &Job) -> u32;
    #[wasm_bindgen(method, getter)]
    fn failures(this: &Job) -> u32;
    #[wasm_bindgen(method, getter)]
    fn seed(this: &Job) -> u32;
    #[wasm_bindgen(method, getter)]
    fn timeout(this: &Job) -> u32;
    /// Milliseconds since the Unix epoch at which the coordinator was asked for.
    #[wasm_bindgen(method, getter, js_name = startedAt)]
    pub fn started_at(this: &Job) -> f64;
    /// The address of the folder of the pictures that ship with the page; the worker's entry adds it.
    #[wasm_bindgen(method, getter)]
    fn folder(this: &Job) -> String;
}

impl Job {
    /// In which order threads take inputs.
    #[cfg(threads)]
    pub fn order(&self) -> Order {
        if self.order_name() == "longest-first" {
            Order::LongestFirst
        } else {
            Order::Ascending
        }
    }

    /// How many inputs a thread takes at once.
    #[cfg(threads)]
    pub fn chunks(&self) -> Chunks {
        if self.chunks_name() == "auto" {
            Chunks::Auto
        } else {
            Chunks::One
        }
    }

    /// What is to be done.
    ///
    /// # Errors
    ///
    /// If there is no such task.
    pub fn task(&self) -> Result<Arc<dyn Task>, Failure> {
        match &*self.task_name() {
            "fib" => Ok(Arc::new(Fib)),
            "pictures" => Ok(Arc::new(self.pictures())),
            other => Err(Failure(["there is no task ", other].concat())),
        }
    }

    /// The task, if it can be split.
    pub fn split(&self) -> Option<Arc<dyn Split>> {
        (self.task_name() == "fib").then(|| Arc::new(Fib) as Arc<dyn Split>)
    }

    fn pictures(&self) -> Pictures {
        let source = match &*self.source() {
            "simulated" => Source::Simulated(Simulation {
                folder: self.folder(),
                latency_ms: self.latency(),
                failures_percent: self.failures(),
                seed: self.seed(),
            }),
            _ => Source::Picsum(self.width(), self.height()),
        };
        Pictures {
            source,
            timeout_ms: self.timeout(),
        }
    }
}
