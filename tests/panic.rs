//! A thread that panics, which in wasm ends without a sound. It has a file of its own: its pool is of no use afterwards.
#![cfg(target_feature = "atomics")]

use easy_concurrency::boundary::{io, panic};
use easy_concurrency::event::Input;
use easy_concurrency::executor::threads::{Chunks, Order};
use easy_concurrency::executor::{pool, threads};
use easy_concurrency::journal::Journal;
use easy_concurrency::span::{SpanRecorder, Worker};
use easy_concurrency::task::Task;
use easy_concurrency::trace::Traced;
use easy_concurrency::value::Outcome;
use futures_channel::mpsc;
use futures_util::StreamExt as _;
use futures_util::future::{Either, LocalBoxFuture, select};
use std::pin::pin;
use std::sync::Arc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn a_panic_on_a_pool_thread_is_told_with_its_message() {
    pool::start(2).await.unwrap();
    io::serve();
    let (sender, mut panics) = mpsc::unbounded();
    panic::tell(move |panic| sender.unbounded_send(panic).unwrap());
    let task = Arc::new(Traced::new(Arc::new(Panicking), Arc::new(Journal::new(drop))));
    let inputs = vec![Input { index: 0, value: 3 }];
    let never_ends = pin!(threads::map(task, inputs, Order::Ascending, Chunks::One));
    match select(never_ends, panics.next()).await {
        Either::Left(_) => panic!("the task panics"),
        Either::Right((panic, _)) => {
            let panic = panic.unwrap();
            assert!(panic.starts_with("input 3 is not to be (tests/panic.rs:"), "{panic}");
        }
    }
}

/// A task that panics.
struct Panicking;

impl Task for Panicking {
    fn run<'a>(&'a self, input: u32, _: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome> {
        panic!("input {input} is not to be")
    }

    fn run_blocking(&self, input: u32, _: &dyn Worker) -> Outcome {
        panic!("input {input} is not to be")
    }
}
