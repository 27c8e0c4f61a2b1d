//! Easy Concurrency: tasks, executors, and a page that shows who ran what, and when.
//!
//! A [`task`] is what is done: a Fibonacci number, a tile of a picture, or one to download. An [`executor`] is how a task is mapped over
//! its inputs: in a loop, on threads, in isolated workers, as many futures at once. Neither knows the other.
//!
//! Modules stand here from the ground up: each may import only those above it.

pub mod failure;
pub mod limits;
pub mod value;

pub mod clock;
pub mod settings;

pub mod parameter;

pub mod span;

pub mod event;

pub mod journal;

#[cfg(target_family = "wasm")]
pub mod boundary;

pub mod task;

mod slots;
pub mod trace;

pub mod executor;

#[cfg(target_family = "wasm")]
pub mod run;

#[cfg(not(target_family = "wasm"))]
pub mod catalogue;
