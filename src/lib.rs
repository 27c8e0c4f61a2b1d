//! Easy Concurrency: two tasks, seven executors, and a page that shows who ran what, and when.
//!
//! A [`task`] is what is done: a Fibonacci number, or a picture to download. An [`executor`] is how a task is mapped over
//! its inputs: in a loop, on threads, in isolated workers, as many futures at once. Neither knows the other. What happens
//! is told as [`event`]s; [`run`] is the boundary to JavaScript, where a job comes in and one ordered stream of messages
//! goes out.

pub mod clock;
pub mod event;
pub mod executor;
#[cfg(threads)]
pub mod io;
pub mod job;
pub mod journal;
mod message;
pub mod panic;
pub mod run;
mod slots;
pub mod span;
pub mod summary;
pub mod task;
pub mod trace;
