//! A service that limits the rate of requests gets fewer, and the pictures come all the same.

use page_tests::executors::FOR_PICTURES;
use page_tests::picsum::{Fault, RetryAfter};
use page_tests::run::{Reason, Run};
use page_tests::{Visit, visit, visit_expecting};

#[test]
fn who_is_asked_to_wait_waits_as_long_then_tries_again_and_the_log_says_why() {
    visit(async |visit| {
        let Visit { picsum, site, page, .. } = visit;
        for status in [429, 408, 425] {
            visit.expect_in_console("picsum.photos");
            picsum.fail_times(1, 1, Fault::RateLimited(status, RetryAfter::Seconds(1)));
            let set_up = "task=pictures&repeats=1&executor=async&count=3&run";
            let run = page.run(site, set_up).await;
            assert_eq!(run.failures, [], "{status}");
            let waited = waited_ms(&run, 1);
            assert!(waited >= 1000.0, "{status}: {waited} ms");
            let log = page.text("#log").await;
            assert!(log.contains("retried after"), "{log}");
        }
    });
}

#[test]
fn who_is_not_told_for_how_long_waits_a_little_under_every_executor() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        for executor in FOR_PICTURES {
            picsum.fail_times(0, 1, Fault::RateLimited(429, RetryAfter::Unsaid));
            let set_up = format!("task=pictures&repeats=1&executor={executor}&count=2&workers=2&run");
            let run = page.run(site, &set_up).await;
            assert_eq!(run.failures, [], "{executor}");
            let waited = waited_ms(&run, 0);
            assert!(waited > 1000.0, "{executor}: {waited} ms");
        }
    });
}

#[test]
fn a_date_is_understood_and_a_header_that_pages_may_not_read_is_as_none() {
    visit(async |visit| {
        let Visit { picsum, site, page, .. } = visit;
        // A date has whole seconds, so that up to one of them is gone by then; unsaid is two.
        for (asked, at_least_ms, at_most_ms) in [
            (RetryAfter::Date(3), 2000.0, 30_000.0),
            (RetryAfter::Hidden(60), 1900.0, 30_000.0),
        ] {
            visit.expect_in_console("picsum.photos");
            picsum.fail_times(0, 1, Fault::RateLimited(429, asked));
            let set_up = "task=pictures&repeats=1&executor=loop&count=1&run";
            let run = page.run(site, set_up).await;
            assert_eq!(run.failures, [], "{asked:?}");
            let waited = waited_ms(&run, 0);
            assert!((at_least_ms..at_most_ms).contains(&waited), "{asked:?}: {waited} ms");
        }
    });
}

#[test]
fn who_has_less_time_than_the_server_wants_does_not_wait_and_neither_do_the_others() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.fail_times(0, 1, Fault::RateLimited(429, RetryAfter::Seconds(60)));
        let set_up = "task=pictures&repeats=1&executor=loop&count=3&timeout=1000&run";
        let run = page.run(site, set_up).await;
        assert_eq!(run.failed_inputs(), [0, 1, 2]);
        assert_eq!(run.failures[1].fault.code, "backed-off");
        assert!(run.times_ms[0] < 60_000.0, "{:?}", run.times_ms);
    });
}

#[test]
fn what_would_take_longer_than_the_time_limit_fails_at_once_and_says_so() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.fail(1, Fault::RateLimited(429, RetryAfter::Seconds(3600)));
        let set_up = "task=pictures&repeats=1&executor=async&count=3&run";
        let run = page.run(site, set_up).await;
        assert_eq!(run.failed_inputs(), [1]);
        let fault = &run.failures[0].fault;
        assert_eq!((fault.status, fault.retry_after_ms), (429, 3_600_000), "{fault:?}");
        assert!(run.times_ms[0] < 3_600_000.0, "{:?}", run.times_ms);
    });
}

#[test]
fn the_others_hold_back_too() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(20));
        picsum.fail_times(0, 1, Fault::RateLimited(429, RetryAfter::Seconds(2)));
        let set_up = "task=pictures&repeats=1&executor=async&count=60&workers=4&run";
        let run = page.run(site, set_up).await;
        assert_eq!(run.failures, []);
        // Those that were on their way arrive; no other is asked for until the time is over.
        let quiet_until = run.spans.iter().find(|span| span.input == 0).expect("a bar").end_ms - 100.0;
        let early = run
            .spans
            .iter()
            .filter(|span| span.end_ms < quiet_until - 500.0)
            .count();
        assert!(early <= 8, "{early} pictures came while the server limited the rate");
    });
}

/// How long a picture's worker waited.
fn waited_ms(run: &Run, input: u32) -> f64 {
    let spans = run.spans.iter().filter(|span| span.input == input);
    let waits = spans
        .flat_map(|span| &span.waits)
        .filter(|wait| wait.r#for == Reason::Io);
    waits.map(|wait| wait.end_ms - wait.start_ms).sum()
}
