//! What the page offers to somebody who wants to understand: comparing, guessing, replaying, measuring how far it goes.

use std::collections::BTreeSet;

use page_tests::executors::FOR_FIB;
use page_tests::page::Page;
use page_tests::{Visit, visit};

#[test]
fn compare_measures_every_executor_in_rounds_with_one_loop() {
    visit(async |Visit { site, page, .. }| {
        compared(page, site, "task=fib&n=30&workers=2&repeats=3").await;
        let runs = page.runs().await;
        let ran: BTreeSet<&str> = runs.iter().map(|run| run.executor.as_str()).collect();
        assert_eq!(ran, BTreeSet::from(FOR_FIB));
        let of_loop = runs.iter().find(|run| run.executor == "loop").expect("a loop");
        assert_eq!(of_loop.repeats, 3, "one loop a round serves all");
        for run in &runs {
            assert_eq!(run.numbers()[29], 514_229, "{}", run.executor);
            let row = page
                .text(&format!("#comparison tr[data-executor='{}'] .ratio", run.executor))
                .await;
            assert!(row.contains('×'), "{}: {row:?}", run.executor);
        }
        assert_eq!(page.all("#panels .panel").await.len(), FOR_FIB.len());
    });
}

#[test]
fn a_guess_stands_beside_the_result() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=28&workers=2&repeats=3").await;
        page.wait_for(&["ready"]).await;
        page.fill("Your guess: how many times as fast as the loop?", "7").await;
        assert_eq!(page.click_and_wait("Compare").await, "done");
        let verdict = page.text("#verdict").await;
        assert!(verdict.contains("You guessed 7.00×"), "{verdict}");
    });
}

#[test]
fn a_replay_shows_the_run_from_its_start_to_its_end() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=processes&n=30&workers=2&repeats=2&run")
            .await;
        let scrubbed = "
            const done = arguments[0]
            const scrubber = document.querySelector('#scrubber')
            const moments = []
            new MutationObserver((_, observer) => {
                moments.push(Number(scrubber.value))
                if (moments.at(-1) < 1000) return
                observer.disconnect()
                done(moments)
            }).observe(scrubber, { attributes: true })
            document.querySelector('#replay').click()";
        let moments: Vec<u32> = page.script_async(scrubbed, vec![]).await;
        assert!(moments.is_sorted() && moments.len() > 2, "it jumped: {moments:?}");
    });
}

#[test]
fn the_same_algorithm_in_javascript_is_an_extra_row() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=25&repeats=2").await;
        page.wait_for(&["ready"]).await;
        page.run_by_click("Run").await;
        assert_eq!(page.click_and_wait("Add plain JavaScript").await, "done");
        let row = page.text("#comparison tr[data-executor=javascript]").await;
        assert!(row.contains('×'), "{row}");
        assert_eq!(page.last_run().await.numbers()[24], 46368);
    });
}

#[test]
fn a_sweep_measures_each_number_of_workers_and_the_chart_has_a_table() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=25&repeats=2").await;
        page.wait_for(&["ready"]).await;
        page.fill("From 1 worker to", "3").await;
        assert_eq!(page.click_and_wait("Measure the speed-up").await, "done");
        let is_back = "
            const { top, bottom } = document.querySelector('#sweep').getBoundingClientRect()
            const [{ type }] = performance.getEntriesByType('navigation')
            return type === 'reload' && top >= 0 && bottom <= innerHeight";
        assert!(
            page.eval::<bool>(is_back).await,
            "after the reload the reader is at the top"
        );
        assert_eq!(page.all("#speedup-chart .mark").await.len(), 3 * 3);
        assert_eq!(page.all("#speedup-table tbody tr:not(.predicted)").await.len(), 3 * 3);
        assert_eq!(page.all("#speedup-chart .ceiling").await.len(), 1);
    });
}

#[test]
fn the_code_that_runs_is_shown_with_the_lines_that_differ_from_the_loop() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&executor=threads").await;
        // It comes with what is further down the page.
        page.when::<bool>("document.querySelector('#code-rust mark') !== null")
            .await;
        let source = include_str!("../../../src/executor/threads.rs");
        let shown = page.text("#code-rust").await;
        assert!(!shown.trim().is_empty());
        for line in shown.lines() {
            assert!(source.contains(line.trim()), "{line:?} is not in the source");
        }
        assert!(page.texts("#code-rust mark").await.join("\n").contains("par_bridge"));
    });
}

async fn compared(page: &Page, site: &page_tests::site::Site, query: &str) {
    page.open(site, query).await;
    page.wait_for(&["ready"]).await;
    assert_eq!(page.click_and_wait("Compare").await, "done");
}
