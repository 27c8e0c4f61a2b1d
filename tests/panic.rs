//! A thread that panics, which in wasm ends without a sound. It has a file of its own: its pool is of no use afterwards.
#![cfg(target_feature = "atomics")]

mod common;

use common::{Panicking, mapped};
use easy_concurrency::executor::threads::{Chunks, Order};
use easy_concurrency::executor::{pool, threads};
use easy_concurrency::panic;
use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use std::pin::pin;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn a_panic_on_a_pool_thread_is_told_with_its_message() {
    pool::start(2).await.unwrap();
    let mut panics = panic::in_pool(|info| panic!("only pool threads panic here: {info}"));
    let never_ends = pin!(mapped(Panicking, [0], |task, inputs| {
        threads::map(task, inputs, Order::Ascending, Chunks::One)
    }));
    match select(never_ends, panics.next()).await {
        Either::Left(_) => panic!("the task panics"),
        Either::Right((panic, _)) => {
            let panic = panic.unwrap();
            assert!(
                panic.starts_with("this input is not to be (tests/common/mod.rs:"),
                "{panic}"
            );
        }
    }
}
