//! What the page is for, in the other engines. Chromium's share is in the files beside this one, in more detail.

use std::time::Duration;

use page_tests::browser::Engine;
use page_tests::executors::{FOR_FIB, FOR_PICTURES, IN_SHARED_MEMORY};
use page_tests::page::OVER;
use page_tests::run::fibonacci;
use page_tests::{Setup, Visit};
use serde_json::json;

/// The executors whose threads run a task whole.
const THREADED: [&str; 2] = ["gil", "threads"];

in_engines!(Firefox, WebKit: isolated_under_a_sub_path_every_executor_brings_the_right_results_in_lanes);
in_engines!(Firefox, WebKit: pictures_that_do_not_exist_fail_alone_and_a_run_can_be_cancelled);
in_engines!(Firefox, WebKit: a_thread_that_traps_without_a_panic_fails_the_run_and_the_page_goes_on);
in_engines!(Chromium, Firefox, WebKit: pictures_are_shown_once_they_come_into_view);
in_engines!(Setup::usual().on_its_own_server() => Chromium, Firefox, WebKit: behind_its_own_server_it_is_isolated_at_once);

#[test]
fn a_thread_that_traps_without_a_panic_fails_the_run_and_no_worker_stays_in_chromium_either() {
    Setup::usual().visit(async |visit| {
        for executor in THREADED {
            a_thread_traps(visit, executor).await;
            visit.page.wait_for_workers_to_end(executor).await;
        }
    });
}

async fn isolated_under_a_sub_path_every_executor_brings_the_right_results_in_lanes(visit: &Visit) {
    let Visit { picsum, site, page, .. } = visit;
    let set_up = "task=fib&n=30&workers=3&repeats=2&run";
    for executor in FOR_FIB {
        let run = page.run(site, &format!("{set_up}&executor={executor}")).await;
        assert_eq!((run.executor.as_str(), run.numbers()), (executor, fibonacci(30)));
        assert_eq!(page.warnings().await, [""; 0], "{executor}");
        run.check_lanes();
        if IN_SHARED_MEMORY.contains(&executor) {
            assert!(run.environment.cross_origin_isolated, "{executor}");
        }
    }
    let mut lengths = Vec::new();
    for id in 0..12 {
        lengths.push(Some(picsum.file(id, 200, 300).await.len() as u64));
    }
    picsum.set_latency(Duration::from_millis(10));
    for executor in FOR_PICTURES {
        let set_up = format!("task=pictures&repeats=1&count=12&workers=5&executor={executor}&run");
        let run = page.run(site, &set_up).await;
        assert_eq!(
            (run.executor.as_str(), run.lengths(), run.failures.len()),
            (executor, lengths.clone(), 0)
        );
        run.check_lanes();
    }
}

async fn pictures_that_do_not_exist_fail_alone_and_a_run_can_be_cancelled(visit: &Visit) {
    let Visit { picsum, site, page, .. } = visit;
    visit.expect_in_console("404");
    let set_up = "task=pictures&repeats=1&executor=async&count=100&width=40&height=60&run";
    let run = page.run(site, set_up).await;
    assert_eq!(run.failed_inputs(), [86, 97]);
    assert!(run.failures.iter().all(|failure| failure.fault.status == 404));
    assert_eq!(page.all("#gallery figure.saved").await.len(), 98);

    picsum.set_latency(Duration::from_mins(1));
    for set_up in [
        "task=pictures&repeats=1&executor=threads",
        "task=fib&n=46&executor=processes",
    ] {
        page.open(site, &format!("{set_up}&workers=2&run")).await;
        page.wait_for(&["running"]).await;
        assert_eq!(page.click_and_wait("Cancel").await, "cancelled", "{set_up}");
    }
    page.fill("n in fib(1) to fib(n)", "20").await;
    assert_eq!(page.run_by_click("Run").await.numbers(), fibonacci(20));
}

async fn a_thread_that_traps_without_a_panic_fails_the_run_and_the_page_goes_on(visit: &Visit) {
    for executor in THREADED {
        a_thread_traps(visit, executor).await;
        visit.page.replace_in_jobs(json!({ "inputs": [1, 2, 3] })).await;
        assert_eq!(visit.page.run_by_click("Run").await.numbers(), [0, 1, 1], "{executor}");
    }
}

/// Fails a run by a recursion that no stack is high enough for.
async fn a_thread_traps(Visit { site, page, .. }: &Visit, executor: &str) {
    page.run(site, &format!("task=fib&executor={executor}&n=3&repeats=1&run"))
        .await;
    page.replace_in_jobs(json!({ "inputs": [1, 2, 1_000_000] })).await;
    assert_eq!(page.click_and_wait("Run").await, "failed", "{executor}");
    let fault = page.text("#fault-text").await;
    let in_the_words_of_each_engine = ["Maximum call stack size exceeded", "too much recursion"];
    assert!(
        in_the_words_of_each_engine.iter().any(|words| fault.contains(words)),
        "{executor}: {fault}"
    );
}

async fn pictures_are_shown_once_they_come_into_view(visit: &Visit) {
    const SHOW: &str = "
        const [input, done] = arguments
        const figure = document.querySelector(`#gallery figure[data-input='${input}']`)
        figure.scrollIntoView()
        const image = figure.querySelector('img')
        const look = () => image.naturalWidth > 0 ? done(image.naturalWidth) : requestAnimationFrame(look)
        look()";
    let Visit { site, page, .. } = visit;
    // So many, no address starts by itself.
    let set_up = "task=pictures&repeats=1&executor=async&source=simulated&latency=0&count=300";
    page.open_ready(site, set_up).await;
    page.run_by_click("Run").await;
    assert!(
        !page.all("#gallery img:not([src])").await.is_empty(),
        "all have an address"
    );
    for input in [0, 150, 299] {
        assert_eq!(page.script_async::<u32>(SHOW, vec![json!(input)]).await, 200, "{input}");
    }
}

async fn behind_its_own_server_it_is_isolated_at_once(visit: &Visit) {
    let Visit { site, page, .. } = visit;
    let run = page.run(site, "task=fib&executor=threads&n=20&repeats=1&run").await;
    assert!(run.environment.cross_origin_isolated);
    assert_eq!(run.numbers(), fibonacci(20));
    assert_eq!(site.loads(), 1);
}

#[test]
fn without_shared_memory_threads_are_unavailable_with_the_reason_and_the_rest_runs() {
    let setup = Setup::usual().with(Engine::WebKitWithoutSharedMemory);
    setup.visit(async |Visit { site, page, .. }| {
        for executor in FOR_FIB {
            page.open(site, &format!("task=fib&executor={executor}&n=20&repeats=1&run"))
                .await;
            let state = page.wait_for(OVER).await;
            if IN_SHARED_MEMORY.contains(&executor) {
                assert_eq!(state, "failed", "{executor}");
                let reason = page.text("#fault-text").await;
                assert!(reason.to_lowercase().contains("shared memory"), "{executor}: {reason}");
            } else {
                assert_eq!(page.last_run().await.numbers(), fibonacci(20), "{executor}");
            }
        }
        page.click_and_wait("Compare").await;
        let mut compared: Vec<String> = page.runs().await.into_iter().skip(1).map(|run| run.executor).collect();
        compared.sort();
        assert_eq!(compared, ["async", "loop", "map", "processes"]);
    });
}
