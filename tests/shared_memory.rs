//! The executors whose threads share one memory: `threads`, `gil` and `fork-join`.
#![cfg(target_feature = "atomics")]

mod common;

use common::{fibs, mapped};
use easy_concurrency::boundary::io;
use easy_concurrency::event::Event;
use easy_concurrency::executor::fork_join::{self, Grain};
use easy_concurrency::executor::threads::{Chunks, Order};
use easy_concurrency::executor::{gil, pool, threads};
use easy_concurrency::span::{Span, WaitFor};
use easy_concurrency::task::fib::Fib;
use easy_concurrency::task::pictures::{Pictures, Simulation, Source};
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

fn pictures() -> Pictures {
    let folder = "data:image/gif;base64,R0lGODlhAQABAAAAACw=#".into();
    let simulation = Simulation {
        folder,
        latency_ms: 40,
        failures_percent: 30,
        seed: 1,
    };
    Pictures {
        source: Source::Simulated(simulation),
        timeout_ms: 10_000,
    }
}

fn overlap((a_start, a_end): (f64, f64), (b_start, b_end): (f64, f64)) -> bool {
    a_start < b_end && b_start < a_end
}

/// The stretches in which a span's worker computed.
fn computing(span: &Span) -> Vec<(f64, f64)> {
    let mut stretches = Vec::new();
    let mut from = span.start_ms;
    for wait in &span.waits {
        stretches.push((from, wait.start_ms));
        from = wait.end_ms;
    }
    stretches.push((from, span.end_ms));
    stretches.retain(|(start, end)| start < end);
    stretches
}

fn assert_no_lane_does_two_things_at_once(spans: &[(usize, Span)]) {
    for (i, (_, a)) in spans.iter().enumerate() {
        assert!(a.lane < WORKERS);
        for (_, b) in &spans[i + 1..] {
            assert!(
                a.lane != b.lane || !overlap((a.start_ms, a.end_ms), (b.start_ms, b.end_ms)),
                "{a:?} {b:?}"
            );
        }
    }
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
    let times: Vec<_> = spans.iter().map(|(_, span)| (span.start_ms, span.end_ms)).collect();
    assert!(
        times
            .iter()
            .enumerate()
            .any(|(i, &a)| times[i + 1..].iter().any(|&b| overlap(a, b)))
    );
}

#[wasm_bindgen_test]
async fn under_the_gil_one_thread_computes_at_a_time() {
    pool().await;
    let mapped = mapped(Fib, 1..=28, gil::map).await;
    assert_eq!(mapped.outcomes, fibs(28));
    let stretches: Vec<_> = mapped.spans().iter().flat_map(|(_, span)| computing(span)).collect();
    for (i, &a) in stretches.iter().enumerate() {
        for &b in &stretches[i + 1..] {
            // So far the clocks of two workers may be apart.
            const APART_MS: f64 = 0.1;
            assert!(!overlap((a.0 + APART_MS, a.1), (b.0 + APART_MS, b.1)), "{a:?} {b:?}");
        }
    }
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
    let spans = mapped(pictures(), 0..4, gil::map).await.spans();
    let downloads: Vec<_> = spans
        .iter()
        .flat_map(|(_, span)| &span.waits)
        .filter(|w| w.on == WaitFor::Io)
        .collect();
    assert!(downloads.iter().enumerate().any(|(i, a)| {
        downloads[i + 1..]
            .iter()
            .any(|b| overlap((a.start_ms, a.end_ms), (b.start_ms, b.end_ms)))
    }));
}

#[wasm_bindgen_test]
async fn threads_and_the_gil_save_and_lose_the_same_pictures() {
    pool().await;
    let (order, chunks) = (Order::Ascending, Chunks::One);
    let free = mapped(pictures(), 0..20, |task, inputs| {
        threads::map(task, inputs, order, chunks)
    })
    .await;
    let in_turn = mapped(pictures(), 0..20, gil::map).await;
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
    let finished = mapped
        .events
        .iter()
        .filter(|event| matches!(event, Event::Finished { .. }))
        .count();
    let parts: Vec<_> = mapped
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Leaves(leaves) => Some(leaves.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(finished, 1);
    assert!(
        parts.len() > 1 && parts.iter().all(|(index, _)| *index == 0),
        "{parts:?}"
    );
    assert_no_lane_does_two_things_at_once(&parts);
}
