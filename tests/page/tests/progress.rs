//! A run can be watched while it goes on.

use std::time::Duration;

use page_tests::{Visit, visit};

/// Calls back with all values that the progress bar had until the run was over.
const WATCH: &str = "
    const done = arguments[0]
    const root = document.documentElement
    const bar = document.querySelector('#progress')
    const values = [bar.value]
    const observer = new MutationObserver(() => {
        if (values.at(-1) !== bar.value) values.push(bar.value)
        if (!['running', 'loading'].includes(root.dataset.state)) {
            observer.disconnect()
            done([values, bar.max])
        }
    })
    observer.observe(bar, { attributes: true })
    observer.observe(root, { attributes: true, attributeFilter: ['data-state'] })";

#[test]
fn the_progress_bar_moves_while_a_run_goes_on() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_millis(30));
        page.open(site, "task=pictures&repeats=1&executor=loop&run").await;
        let (values, most): (Vec<f64>, f64) = page.script_async(WATCH, vec![]).await;
        assert!(values.len() >= 5, "it stood at {values:?}");
        assert!(values.is_sorted(), "it went back: {values:?}");
        assert!(values.last() <= Some(&most));
    });
}

#[test]
fn each_picture_is_shown_the_moment_it_arrives() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_millis(30));
        page.open(site, "task=pictures&repeats=1&executor=loop&run").await;
        let state_with_two =
            "document.querySelectorAll('#gallery img').length >= 2 && document.documentElement.dataset.state";
        let state: String = page.when(state_with_two).await;
        assert_eq!(state, "running", "two pictures are there and the run goes on");
    });
}

#[test]
fn the_time_of_the_whole_operation_is_written_the_same_wherever_it_stands() {
    visit(async |Visit { site, page, .. }| {
        let run = page.run(site, "task=fib&executor=map&n=25&repeats=2&run").await;
        let shown = page.text("#time").await;
        let (figure, unit) = shown.split_once(' ').expect("a figure and its unit");
        let in_a_second = [("s", 1.0), ("ms", 1e3), ("µs", 1e6)]
            .into_iter()
            .find_map(|(name, many)| (name == unit).then_some(many))
            .expect("a unit of time");
        let median_ms = f64::midpoint(run.times_ms[0], run.times_ms[1]);
        let time_ms = figure.parse::<f64>().expect("a number") / in_a_second * 1e3;
        assert!((time_ms / median_ms - 1.0).abs() < 0.006, "{shown}: {median_ms} ms");
        for place in [".panel-time", "#comparison tr[data-executor=map] .time"] {
            assert_eq!(page.text(place).await.lines().next(), Some(shown.as_str()), "{place}");
        }
    });
}

#[test]
fn the_executors_that_have_run_are_compared_with_the_loop() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=25&repeats=2").await;
        page.wait_for(&["ready"]).await;
        page.run_by_click("Run").await;
        assert_eq!(page.all("#comparison tr[data-executor]").await.len(), 1);
        let loop_row = page.text("#comparison tr[data-executor=loop]").await;
        assert!(
            loop_row.contains("5.51"),
            "the article's figure is beside it: {loop_row}"
        );
    });
}
