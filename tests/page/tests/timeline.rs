//! Who ran what and when, as the spans of a run tell it.

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::run::{Reason, Run, any_overlap};
use page_tests::{Visit, visit};

#[test]
fn each_input_has_one_bar_in_time_and_those_of_a_lane_never_overlap_under_any_executor() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(10));
        for executor in FOR_FIB {
            let set_up = format!("task=fib&executor={executor}&n=30&workers=3&repeats=3&run");
            let run = page.run(site, &set_up).await;
            run.check_lanes();
            // It has a bar for each part.
            if executor != "fork-join" {
                run.check_bars();
            }
        }
        for executor in FOR_PICTURES {
            let set_up = format!("task=pictures&executor={executor}&count=12&workers=5&repeats=2&run");
            let run = page.run(site, &set_up).await;
            run.check_lanes();
            run.check_bars();
        }
    });
}

#[test]
fn under_the_gil_one_thread_computes_at_a_time_and_the_others_wait_for_the_lock() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=fib&executor=gil&n=37&workers=3&repeats=2&run";
        let run = page.run(site, set_up).await;
        for repeat in 1..=2 {
            assert!(
                !overlap_for_sure(computing(&run, repeat)),
                "two threads computed at once"
            );
        }
        let mut waits = run.spans.iter().flat_map(|span| &span.waits);
        assert!(
            waits.any(|wait| wait.r#for == Reason::Lock),
            "nobody waited for the lock"
        );
        assert!(lanes(&run) > 1, "one thread did everything");
    });
}

#[test]
fn under_the_gil_threads_wait_for_downloads_at_the_same_time() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(50));
        let run = page.run(site, "task=pictures&repeats=1&executor=gil&count=8&run").await;
        let waits = run.spans.iter().flat_map(|span| &span.waits);
        let downloads = waits.filter(|wait| wait.r#for == Reason::Io);
        let downloads = downloads.map(|wait| (wait.start_ms, wait.end_ms)).collect();
        assert!(any_overlap(downloads), "they downloaded in turns");
    });
}

#[test]
fn without_a_gil_threads_compute_at_the_same_time() {
    visit(async |Visit { site, page, .. }| {
        for executor in ["threads", "fork-join", "processes"] {
            let set_up = format!("task=fib&executor={executor}&n=34&workers=2&repeats=2&run");
            let run = page.run(site, &set_up).await;
            let at_once = (1..=2).any(|repeat| any_overlap(computing(&run, repeat)));
            assert!(at_once, "{executor} computed in turns");
        }
    });
}

#[test]
fn async_computes_in_turns_and_downloads_at_once() {
    visit(async |Visit { picsum, site, page, .. }| {
        let set_up = "task=fib&executor=async&n=25&workers=4&repeats=1&run";
        let fib = page.run(site, set_up).await;
        assert!(
            !any_overlap(computing(&fib, 1)),
            "one thread can't compute twice at once"
        );
        picsum.set_latency(std::time::Duration::from_millis(50));
        let set_up = "task=pictures&repeats=1&executor=async&count=8&workers=4&run";
        let pictures = page.run(site, set_up).await;
        assert_eq!(lanes(&pictures), 4, "as many in flight as workers");
    });
}

#[test]
fn fork_join_computes_parts_of_one_number_in_several_lanes() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=fib&executor=fork-join&n=3&workers=4&cutoff=25&repeats=1&run";
        page.run(site, set_up).await;
        // Alone: beside others, a worker on a core of its own may be done with it before these have time to help.
        page.replace_in_jobs(serde_json::json!({ "inputs": [40] })).await;
        let run = page.run_by_click("Run").await;
        let first = run.spans[0].lane;
        let is_shared = run.spans.iter().any(|span| span.lane != first);
        assert!(is_shared, "one number was computed by one worker");
    });
}

#[test]
fn sixty_four_workers_start() {
    visit(async |Visit { site, page, .. }| {
        for executor in ["gil", "threads", "fork-join", "processes", "async"] {
            let set_up = format!("task=fib&executor={executor}&n=25&workers=64&repeats=1&run");
            let run = page.run(site, &set_up).await;
            assert_eq!(run.workers, 64);
            assert_eq!(run.numbers()[24], 46368, "{executor}");
        }
    });
}

/// Whether two of these intervals overlap by more than the clocks of two threads may differ by: some microseconds, and on a busy machine
/// now and then a millisecond.
fn overlap_for_sure(intervals: Vec<(f64, f64)>) -> bool {
    const CLOCKS_DIFFER_MS: f64 = 2.0;
    let shorter = intervals
        .into_iter()
        .map(|(start, end)| (start, end - CLOCKS_DIFFER_MS));
    any_overlap(shorter.filter(|(start, end)| start < end).collect())
}

fn computing(run: &Run, repeat: usize) -> Vec<(f64, f64)> {
    let spans = run.spans.iter().filter(|span| span.repeat == repeat);
    spans.flat_map(page_tests::run::Span::computing).collect()
}

/// One more than the highest lane.
fn lanes(run: &Run) -> usize {
    run.spans.iter().map(|span| span.lane + 1).max().unwrap_or(0)
}
