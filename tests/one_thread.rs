//! The executors that need one thread: `loop`, `map` and `async`.
#![cfg(target_family = "wasm")]

mod common;

use common::{PICTURE, fibs, mapped, pictures};
use easy_concurrency::event::Event;
use easy_concurrency::executor::{async_executor, for_loop, map};
use easy_concurrency::failure::Failure;
use easy_concurrency::span::WaitFor;
use easy_concurrency::task::fib::Fib;
use easy_concurrency::value::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn each_gives_the_numbers_in_input_order_and_nothing_for_no_inputs() {
    for count in [20, 0] {
        let expected = fibs(count as usize);
        assert_eq!(mapped(Fib, 1..=count, for_loop::map).await.outcomes, expected);
        assert_eq!(mapped(Fib, 1..=count, map::map).await.outcomes, expected);
        let futures = mapped(Fib, 1..=count, |task, inputs| async_executor::map(task, inputs, 7)).await;
        assert_eq!(futures.outcomes, expected);
    }
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
async fn what_is_no_picture_fails_with_the_reason() {
    for (folder, expected, part) in [
        ("no-such-folder/", "error-status", ("status", 404_u16.into())),
        (
            "data:text/plain,hello#",
            "not-a-picture",
            ("mediaType", "text/plain".into()),
        ),
        // It only says that it is one.
        (
            "data:image/jpeg,hello#",
            "not-a-picture",
            ("mediaType", "image/jpeg".into()),
        ),
    ] {
        let mapped = mapped(pictures(folder, 0), [7], for_loop::map).await;
        let Err(Failure::Own { code, parts }) = &mapped.outcomes[0] else {
            panic!("{folder}: {:?}", mapped.outcomes)
        };
        assert_eq!(code, &expected);
        assert!(parts.contains(&part), "{folder}: {parts:?}");
    }
}
