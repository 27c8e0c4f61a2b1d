//! A task that panics ends as an error with its message, never in silence.
//!
//! The page never asks for fib(0), so these tests slip it in between the page and its worker.

use page_tests::executors::FOR_FIB;
use page_tests::page::{OVER, Page};
use page_tests::{Visit, visit, visit_expecting};
use serde_json::json;

/// What fib says when it is asked for a number that isn't there.
const MESSAGE: &str = "fib(0) does not exist";

/// How a thread of wasm ends after a panic.
const TRAP: &str = "RuntimeError: unreachable";

/// Takes all the memory that the browser lets the page's modules have.
const TAKE_ALL_MEMORY: &str = "
    window.taken = []
    try {
        for (;;) taken.push(new WebAssembly.Memory({ initial: 1, maximum: 65536 }))
    } catch (error) {
        return error instanceof RangeError
    }";

#[test]
fn a_panic_ends_the_pages_run_as_failed_and_the_page_goes_on() {
    visit_expecting(&[MESSAGE, TRAP], async |Visit { site, page, .. }| {
        for executor in FOR_FIB.into_iter().filter(|&executor| executor != "processes") {
            let set_up = format!("task=fib&executor={executor}&n=3&workers=2&repeats=1&run");
            page.run(site, &set_up).await;
            page.replace_in_jobs(json!({ "inputs": [1, 2, 0] })).await;
            assert_eq!(page.click_and_wait("Run").await, "failed", "{executor}");
            let fault = page.text("#fault").await;
            assert!(fault.contains(MESSAGE), "{executor}: {fault}");
            page.wait_for_workers_to_end(executor).await;

            page.replace_in_jobs(json!({ "inputs": [1, 2, 3] })).await;
            assert_eq!(page.run_by_click("Run").await.numbers(), [0, 1, 1], "{executor}");
            page.wait_for_workers_to_end(executor).await;
        }
    });
}

#[test]
fn what_was_finished_before_a_panic_is_kept() {
    visit_expecting(&[MESSAGE], async |Visit { site, page, .. }| {
        let set_up = "task=fib&executor=threads&order=ascending&n=3&workers=1&repeats=1&run";
        page.run(site, set_up).await;
        page.replace_in_jobs(json!({ "inputs": [1, 2, 0] })).await;
        assert_eq!(page.click_and_wait("Run").await, "failed");
        let log = page.text("#log").await;
        assert!(log.contains("fib(1) = 0") && log.contains("fib(2) = 1"), "{log}");
    });
}

#[test]
fn a_process_that_dies_takes_only_its_own_input_with_it() {
    visit_expecting(&[MESSAGE], async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=processes&n=6&workers=2&repeats=1&run")
            .await;
        page.replace_in_jobs(json!({ "inputs": [5, 0, 6, 7, 0, 8] })).await;
        let run = page.run_by_click("Run").await;
        assert_eq!(page.wait_for(OVER).await, "done");
        assert_eq!(run.failures.len(), 2, "{:?}", run.failures);
        for failure in &run.failures {
            assert!(failure.error.contains(MESSAGE), "{}", failure.error);
        }
        let numbers: Vec<bool> = run.results.iter().map(Option::is_some).collect();
        assert_eq!(numbers, [true, false, true, true, false, true]);
    });
}

#[test]
fn a_task_that_the_module_does_not_have_fails_the_run_and_is_named() {
    visit(async |visit| {
        let Visit { site, page, .. } = visit;
        page.run(site, "task=fib&n=3&repeats=1&run").await;
        page.replace_in_jobs(json!({ "task": "chess" })).await;
        assert_eq!(page.click_and_wait("Run").await, "failed");
        assert_eq!(page.codes("#fault").await, ["no-such-task"]);
        assert!(page.text("#fault").await.contains("chess"));
    });
}

#[test]
fn a_pool_that_does_not_get_ready_is_ended_and_processes_are_offered_instead() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=3&workers=2&repeats=1&run")
            .await;
        // As far as the page hears, threads are never ready; and the ten seconds that it waits for them pass at once.
        let script = "
            const { setTimeout } = window
            window.setTimeout = (act, ms, ...rest) => {
                if (ms !== 10_000) return setTimeout(act, ms, ...rest)
                window.setTimeout = setTimeout
                return setTimeout(act, 0, ...rest)
            }
            const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')
            const heard = ({ type, flavour }) => type !== 'ready' || flavour !== 'threads'
            Object.defineProperty(Worker.prototype, 'onmessage', {
                set(listener) {
                    set.call(this, ({ data }) => listener({ data: data.filter(heard) }))
                },
            })";
        page.eval::<()>(script).await;
        assert_eq!(page.click_and_wait("Run").await, "failed");
        assert_eq!(page.codes("#fault").await, ["not-ready"]);
        page.wait_for_workers_to_end("the watchdog").await;
        assert_eq!(page.run_by_click("Use processes instead").await.numbers(), [0, 1, 1]);
    });
}

#[test]
fn where_no_worker_can_be_started_or_no_more_a_run_says_so_and_ends_those_that_were() {
    visit(async |Visit { site, page, .. }| {
        for script in [
            "delete window.Worker",
            "let left = 3
            window.Worker = class extends Worker {
                constructor(...about) {
                    left -= 1
                    if (left < 0) throw new Error('no more workers')
                    super(...about)
                }
            }",
        ] {
            let added = page.add_to_each_load(script).await;
            page.open_ready(site, "task=fib&executor=threads&n=5&workers=4&repeats=1")
                .await;
            assert_eq!(page.click_and_wait("Run").await, "failed");
            assert_eq!(page.codes("#fault").await, ["no-worker"]);
            page.wait_for_workers_to_end("none could be started").await;
            page.stop_adding(&added).await;
        }
    });
}

#[test]
fn where_the_browser_has_no_memory_left_a_run_says_so_and_succeeds_once_it_has() {
    visit(async |Visit { site, page, .. }| {
        for executor in ["threads", "loop", "processes"] {
            let set_up = format!("task=fib&executor={executor}&n=5&workers=2&repeats=1&run");
            page.run(site, &set_up).await;
            page.wait_for_workers_to_end(executor).await;
            // A worker that is ready for the next run has its memory; a page that is left has none.
            page.eval::<()>("dispatchEvent(new PageTransitionEvent('pagehide'))")
                .await;
            assert!(page.eval::<bool>(TAKE_ALL_MEMORY).await, "memory has an end");
            fails_for_memory(page, executor).await;

            page.eval::<()>("window.taken = null").await;
            page.browser().devtools("HeapProfiler.collectGarbage", json!({})).await;
            assert_eq!(page.run_by_click("Run").await.numbers(), [0, 1, 1, 2, 3], "{executor}");
        }
    });
}

#[test]
fn more_threads_than_fit_into_memory_fail_the_run_at_once_and_say_so() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=3&workers=2&repeats=1&run")
            .await;
        // 64 of them fit, and the page asks for no more.
        page.replace_in_jobs(json!({ "workers": 200 })).await;
        fails_for_memory(page, "200 workers").await;
    });
}

/// Runs, and reads that memory ran out.
async fn fails_for_memory(page: &Page, case: &str) {
    assert_eq!(page.click_and_wait("Run").await, "failed", "{case}");
    let codes = page.codes("#fault").await;
    assert!(
        ["out-of-memory", "no-room-for-stacks"].contains(&codes[0].as_str()),
        "{case}: {codes:?}"
    );
    page.wait_for_workers_to_end(case).await;
}
