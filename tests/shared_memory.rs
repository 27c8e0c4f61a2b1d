//! The executors whose threads share one memory: `threads`, `gil` and `fork-join`.
#![cfg(target_feature = "atomics")]

mod common;

use common::{PICTURE, any_overlap, fibs, mapped, pictures};
use easy_concurrency::boundary::io;
use easy_concurrency::event::{Event, Input};
use easy_concurrency::executor::fork_join::{self, Grain};
use easy_concurrency::executor::threads::{Chunks, Order};
use easy_concurrency::executor::{gil, pool, threads};
use easy_concurrency::journal::Journal;
use easy_concurrency::settings::Setting;
use easy_concurrency::span::{Span, WaitFor};
use easy_concurrency::task::counter;
use easy_concurrency::task::fib::Fib;
use easy_concurrency::trace::Traced;
use futures_util::future::{FutureExt as _, Shared};
use std::cell::OnceCell;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const WORKERS: usize = 4;

/// The instance's one pool, which all tests of this file share.
async fn pool() {
    type Start = Shared<Pin<Box<dyn Future<Output = ()>>>>;
    thread_local! {
        static START: OnceCell<Start> = const { OnceCell::new() };
    }
    let start = || {
        let start: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async {
            io::serve();
            pool::start(WORKERS).await.unwrap();
        });
        start.shared()
    };
    START.with(|started| started.get_or_init(start).clone()).await;
}

/// The stretches in which a span's worker computed.
fn computing(span: &Span) -> Vec<(f64, f64)> {
    let ends = span.waits.iter().map(|wait| wait.start_ms).chain([span.end_ms]);
    let starts = [span.start_ms]
        .into_iter()
        .chain(span.waits.iter().map(|wait| wait.end_ms));
    starts.zip(ends).filter(|(start, end)| start < end).collect()
}

fn assert_no_lane_does_two_things_at_once(spans: &[(usize, Span)]) {
    for lane in 0..WORKERS {
        let bars = spans.iter().filter(|(_, span)| span.lane == lane);
        assert!(
            !any_overlap(bars.map(|(_, span)| (span.start_ms, span.end_ms))),
            "{spans:?}"
        );
    }
    assert!(spans.iter().all(|(_, span)| span.lane < WORKERS));
}

#[wasm_bindgen_test]
async fn threads_give_the_numbers_in_input_order_whatever_comes_first() {
    pool().await;
    for order in [Order::Ascending, Order::LongestFirst] {
        for chunks in [Chunks::One, Chunks::Auto] {
            let mapped = mapped(Fib, 1..=24, |task, inputs| threads::map(task, inputs, order, chunks)).await;
            assert_eq!(mapped.outcomes, fibs(24), "{order:?} {chunks:?}");
            assert_no_lane_does_two_things_at_once(&mapped.spans());
        }
    }
}

#[wasm_bindgen_test]
async fn threads_compute_at_the_same_time() {
    pool().await;
    let order = Order::LongestFirst;
    let spans = mapped(Fib, 1..=32, |task, inputs| {
        threads::map(task, inputs, order, Chunks::One)
    })
    .await
    .spans();
    assert!(any_overlap(spans.iter().map(|(_, span)| (span.start_ms, span.end_ms))));
}

#[wasm_bindgen_test]
async fn threads_lose_no_update_of_an_atomic_counter_of_a_locked_one_or_of_separate_ones() {
    pool().await;
    for sharing in ["atomic", "lock", "own"] {
        let settings = [
            ("tasks", Setting::Number(4.0)),
            ("additions", Setting::Number(50_000.0)),
            ("sharing", Setting::Choice(sharing.into())),
        ];
        let settings = settings
            .map(|(name, setting)| (name.to_owned(), setting))
            .into_iter()
            .collect();
        let task = counter::TASK.make.call(&settings).task;
        let traced = Traced::new(Arc::clone(&task), Arc::new(Journal::new(drop)));
        let inputs = (1..=4).enumerate().map(|(index, value)| Input { index, value });
        threads::map(Arc::new(traced), inputs.collect(), Order::Ascending, Chunks::One).await;
        assert_eq!(task.shared_total(), Some(200_000), "{sharing}");
    }
}

/// So far the clocks of two workers may be apart.
const APART_MS: f64 = 0.1;

#[wasm_bindgen_test]
async fn under_the_gil_one_thread_computes_at_a_time() {
    pool().await;
    let mapped = mapped(Fib, 1..=28, gil::map).await;
    assert_eq!(mapped.outcomes, fibs(28));
    let spans = mapped.spans();
    let stretches = spans.iter().flat_map(|(_, span)| computing(span));
    let shorter = stretches.map(|(start, end)| (start + APART_MS, end));
    assert!(!any_overlap(shorter.filter(|(start, end)| start < end)), "{spans:?}");
}

#[wasm_bindgen_test]
async fn who_waits_for_the_gil_tells_so() {
    pool().await;
    let spans = mapped(Fib, [27, 27, 27, 27], gil::map).await.spans();
    let waited = |span: &Span| {
        span.waits
            .iter()
            .any(|wait| wait.on == WaitFor::Lock && wait.end_ms > wait.start_ms)
    };
    assert!(spans.iter().any(|(_, span)| waited(span)));
}

#[wasm_bindgen_test]
async fn the_gil_is_let_go_while_a_picture_is_on_its_way() {
    pool().await;
    let spans = mapped(pictures(PICTURE, 30), 0..4, gil::map).await.spans();
    let waits = spans
        .iter()
        .flat_map(|(_, span)| &span.waits)
        .filter(|wait| wait.on == WaitFor::Io);
    assert!(any_overlap(waits.map(|wait| (wait.start_ms, wait.end_ms))));
}

#[wasm_bindgen_test]
async fn threads_and_the_gil_save_and_lose_the_same_pictures() {
    pool().await;
    let (order, chunks) = (Order::Ascending, Chunks::One);
    let free = mapped(pictures(PICTURE, 30), 0..20, |task, inputs| {
        threads::map(task, inputs, order, chunks)
    })
    .await;
    let in_turn = mapped(pictures(PICTURE, 30), 0..20, gil::map).await;
    let lost = |outcomes: &[Result<_, _>]| outcomes.iter().map(Result::is_err).collect::<Vec<_>>();
    assert!(lost(&free.outcomes).contains(&true) && lost(&free.outcomes).contains(&false));
    assert_eq!(lost(&free.outcomes), lost(&in_turn.outcomes));
    assert_no_lane_does_two_things_at_once(&free.spans());
    assert_no_lane_does_two_things_at_once(&in_turn.spans());
}

#[wasm_bindgen_test]
async fn fork_join_gives_the_numbers_at_any_cutoff() {
    pool().await;
    let fixed = [1, 10, 50].map(Grain::fixed);
    for (number, grain) in fixed.into_iter().chain([Grain::adaptive()]).enumerate() {
        let mapped = mapped(Fib, 1..=20, |task, inputs| {
            fork_join::map(task, Arc::new(Fib), inputs, Arc::new(grain))
        })
        .await;
        assert_eq!(mapped.outcomes, fibs(20), "the cutoff of number {number}");
    }
}

#[wasm_bindgen_test]
async fn fork_join_tells_one_outcome_per_input_and_the_spans_of_its_parts() {
    pool().await;
    let mapped = mapped(Fib, [32], |task, inputs| {
        fork_join::map(task, Arc::new(Fib), inputs, Arc::new(Grain::fixed(28)))
    })
    .await;
    let (mut finished, mut parts) = (0, Vec::new());
    for event in mapped.events {
        match event {
            Event::Finished { .. } => finished += 1,
            Event::Leaves(leaves) => parts.extend(leaves),
            Event::Started { .. } => {}
        }
    }
    assert_eq!(finished, 1);
    assert!(
        parts.len() > 1 && parts.iter().all(|(index, _)| *index == 0),
        "{parts:?}"
    );
    assert_no_lane_does_two_things_at_once(&parts);
}
