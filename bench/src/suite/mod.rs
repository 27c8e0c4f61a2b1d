//! What is measured: one file for each kind of promise.

pub mod comparing;
pub mod computing;
pub mod engine;
pub mod growth;
pub mod on_page;
pub mod page_thread;
pub mod pictures;
pub mod start_up;
