//! The executors that need one thread: `loop`, `map` and `async`.
#![cfg(target_family = "wasm")]

mod common;

use common::{fibs, mapped};
use easy_concurrency::event::Event;
use easy_concurrency::executor::{async_executor, for_loop, map};
use easy_concurrency::failure::{Failure, Part};
use easy_concurrency::span::WaitFor;
use easy_concurrency::task::fib::Fib;
use easy_concurrency::task::pictures::{Pictures, Simulation, Source};
use easy_concurrency::value::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// A picture in its address: whatever number is appended, the content is the same.
const PICTURE: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACw=#";

fn pictures(folder: &str, failures_percent: u32) -> Pictures {
    let simulation = Simulation {
        folder: folder.into(),
        latency_ms: 40,
        failures_percent,
        seed: 1,
    };
    Pictures {
        source: Source::Simulated(simulation),
        timeout_ms: 10_000,
    }
}

#[wasm_bindgen_test]
async fn a_loop_gives_the_numbers_in_input_order() {
    assert_eq!(mapped(Fib, 1..=20, for_loop::map).await.outcomes, fibs(20));
}

#[wasm_bindgen_test]
async fn map_gives_what_the_loop_gives() {
    assert_eq!(mapped(Fib, 1..=20, map::map).await.outcomes, fibs(20));
}

#[wasm_bindgen_test]
async fn futures_give_what_the_loop_gives() {
    let mapped = mapped(Fib, 1..=20, |task, inputs| async_executor::map(task, inputs, 7)).await;
    assert_eq!(mapped.outcomes, fibs(20));
}

#[wasm_bindgen_test]
async fn nothing_comes_of_no_inputs() {
    assert_eq!(mapped(Fib, [], for_loop::map).await.outcomes, []);
}

#[wasm_bindgen_test]
async fn every_input_starts_and_finishes_once() {
    let mapped = mapped(Fib, 1..=20, |task, inputs| async_executor::map(task, inputs, 3)).await;
    for index in 0..20 {
        let of_this = mapped.events.iter().filter(|event| match event {
            Event::Started { index: i, .. } | Event::Finished { index: i, .. } => *i == index,
            Event::Leaves(_) => false,
        });
        let kinds: Vec<_> = of_this.map(|event| matches!(event, Event::Finished { .. })).collect();
        assert_eq!(kinds, [false, true], "input {index}");
    }
}

#[wasm_bindgen_test]
async fn a_loop_downloads_one_picture_after_the_other() {
    let mapped = mapped(pictures(PICTURE, 0), 0..4, for_loop::map).await;
    let Ok(Value::Picture(picture)) = &mapped.outcomes[0] else {
        panic!("{:?}", mapped.outcomes[0]);
    };
    assert_eq!((picture.bytes, &*picture.media_type), (14.0, "image/gif"));
    for pair in mapped.spans().windows(2) {
        assert!(pair[0].1.end_ms <= pair[1].1.start_ms);
    }
}

#[wasm_bindgen_test]
async fn futures_wait_together_but_no_more_of_them_than_asked_for() {
    let mapped = mapped(pictures(PICTURE, 0), 0..8, |task, inputs| {
        async_executor::map(task, inputs, 3)
    })
    .await;
    let spans: Vec<_> = mapped.spans().into_iter().map(|(_, span)| span).collect();
    assert_eq!(spans.iter().map(|span| span.lane).max(), Some(2));
    let in_flight = |at: f64| {
        spans
            .iter()
            .filter(|span| span.start_ms <= at && at < span.end_ms)
            .count()
    };
    assert_eq!(spans.iter().map(|span| in_flight(span.start_ms)).max(), Some(3));
}

#[wasm_bindgen_test]
async fn waiting_for_the_network_is_not_taken_for_computing() {
    let mapped = mapped(pictures(PICTURE, 0), [0], map::map).await;
    let (_, span) = &mapped.spans()[0];
    assert_eq!(span.waits.iter().map(|wait| wait.on).collect::<Vec<_>>(), [WaitFor::Io]);
    let waited = span.waits[0].end_ms - span.waits[0].start_ms;
    assert!(waited > 0.9 * (span.end_ms - span.start_ms), "{span:?}");
}

#[wasm_bindgen_test]
async fn a_lost_picture_takes_no_other_with_it() {
    let lost = async |workers| {
        let mapped = mapped(pictures(PICTURE, 50), 0..20, |task, inputs| {
            async_executor::map(task, inputs, workers)
        })
        .await;
        mapped.outcomes.iter().map(Result::is_err).collect::<Vec<_>>()
    };
    let at_once = lost(20).await;
    assert!(at_once.contains(&true) && at_once.contains(&false));
    assert_eq!(at_once, lost(1).await);
}

#[wasm_bindgen_test]
async fn a_picture_that_does_not_exist_fails_with_address_and_status() {
    let (code, parts) = failure_of(pictures("no-such-folder/", 0), 7).await;
    assert_eq!(code, "error-status");
    assert!(parts.contains(&("status", 404_u16.into())), "{parts:?}");
    let Some((_, Part::Text(url))) = parts.iter().find(|(name, _)| *name == "url") else {
        panic!("no address in {parts:?}")
    };
    assert!(url.ends_with("no-such-folder/7.jpg"), "{url}");
}

#[wasm_bindgen_test]
async fn what_is_no_picture_is_refused() {
    let (code, _) = failure_of(pictures("data:text/plain,hello#", 0), 0).await;
    assert_eq!(code, "not-a-picture");
}

#[wasm_bindgen_test]
async fn what_only_says_that_it_is_a_picture_is_refused() {
    let (code, parts) = failure_of(pictures("data:image/jpeg,hello#", 0), 0).await;
    assert_eq!(code, "not-a-picture");
    assert!(parts.contains(&("mediaType", "image/jpeg".into())), "{parts:?}");
}

/// Why the picture of that number fails.
async fn failure_of(pictures: Pictures, id: u32) -> (&'static str, Vec<(&'static str, Part)>) {
    let mut mapped = mapped(pictures, [id], for_loop::map).await;
    match mapped.outcomes.pop() {
        Some(Err(Failure::Own { code, parts })) => (code, parts),
        other => panic!("{other:?}"),
    }
}
