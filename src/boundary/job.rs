//! A job, as the page sends it.

use crate::settings::{Setting, Settings};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A job: what is asked for here, and a value for each parameter that applies, which the page has checked.
    #[wasm_bindgen(extends = Object)]
    pub type Job;
    /// What: the name of a task.
    #[wasm_bindgen(method, getter)]
    pub fn task(this: &Job) -> String;
    /// How: the name of an executor.
    #[wasm_bindgen(method, getter)]
    pub fn executor(this: &Job) -> String;
    /// What the task is mapped over.
    #[wasm_bindgen(method, getter)]
    pub fn inputs(this: &Job) -> Vec<u32>;
    /// How many workers, or futures in flight.
    #[wasm_bindgen(method, getter)]
    pub fn workers(this: &Job) -> usize;
}

impl Job {
    /// Its numbers and texts by name.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        for entry in Object::entries(self) {
            let entry: Array = entry.into();
            let value = entry.get(1);
            let number = value.as_f64().map(Setting::Number);
            let setting = number.or_else(|| value.as_string().map(Setting::Choice));
            if let (Some(name), Some(setting)) = (entry.get(0).as_string(), setting) {
                settings.add(name, setting);
            }
        }
        settings
    }
}
