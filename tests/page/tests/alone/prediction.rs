//! Predicted vs. measured times, on as many workers as there are here.

use page_tests::browser::Engine;
use page_tests::{Setup, Visit};
use serde::Deserialize;

/// From the first run of each executor, on two workers: what is predicted for two and for one, over what was measured there, both
/// beside the loop; and the measured interval over its middle.
const HELD: &str = "
    const median = (times) => {
        const sorted = [...times].sort((a, b) => a - b)
        return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
    }
    const over = (run, ms) => (run.beside ? ms / median(run.beside.timesMs) : ms)
    return [...new Set(runs.map(({ executor }) => executor))].flatMap((executor) => {
        const [first, second] = runs.filter((run) => run.executor === executor)
        return [first, second].map((measured) => ({
            executor,
            workers: measured.workers,
            off: over(first, predict(first, measured.workers).timeMs) / over(measured, median(measured.timesMs)),
            unsure: [first, measured].reduce((sum, { ratio }) => sum + (ratio?.low ? (ratio.high - ratio.low) / 2 / ratio.value : 0), 0),
        }))
    })";

#[derive(Debug, Deserialize)]
struct Held {
    executor: String,
    workers: u32,
    off: f64,
    unsure: f64,
}

/// How often that is tried: a machine that changes its speed meanwhile says nothing of a prediction, one that is off each time is
/// wrong.
const TRIES: usize = 3;

/// How far a prediction may be off, besides what the measured intervals leave open.
const TOLERANCE: f64 = 0.05;

async fn one_and_two_workers_are_predicted(Visit { site, page, .. }: &Visit) {
    for work in [
        "task=fib&n=34&repeats=15",
        "task=mandelbrot&iterations=1000&repeats=8",
        "task=pictures&source=simulated&latency=30&count=12&repeats=3",
    ] {
        let mut missed: Option<Vec<Held>> = None;
        for _ in 0..TRIES {
            page.open(site, &format!("{work}&workers=2")).await;
            page.wait_for(&["ready"]).await;
            assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
            page.fill("Workers", "1").await;
            assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
            let held: Vec<Held> = page.script(HELD, vec![]).await;
            assert!(held.len() >= 12, "{held:?}");
            // A loop that ran beside nothing has only its own moment.
            let far = |one: &Held| one.executor != "loop" && (one.off - 1.0).abs() > TOLERANCE + one.unsure;
            let off: Vec<Held> = held.into_iter().filter(far).collect();
            match &mut missed {
                Some(missed) => missed.retain(|one| {
                    off.iter()
                        .any(|now| (&now.executor, now.workers) == (&one.executor, one.workers))
                }),
                None => missed = Some(off),
            }
            if missed.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        let missed = missed.unwrap_or_default();
        assert!(missed.is_empty(), "{work}: {missed:?}");
    }
}

#[test]
fn what_is_predicted_for_one_and_two_workers_is_what_is_measured() {
    Setup::usual()
        .on_its_own_server()
        .visit(one_and_two_workers_are_predicted);
}

#[test]
fn the_same_in_firefox() {
    Setup::usual()
        .with(Engine::Firefox)
        .on_its_own_server()
        .visit(one_and_two_workers_are_predicted);
}

