//! Predicted vs. measured times, on as many workers as there are here.

use page_tests::Visit;
use serde::Deserialize;

/// How many times as long the loop takes in the second comparison as in the first. And from the first run of each executor, on two
/// workers: what is predicted for two and for one, over what was measured there, both beside the loop; and the measured interval over
/// its middle.
const PREDICTED: &str = "
    const median = (times) => {
        const sorted = [...times].sort((a, b) => a - b)
        return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
    }
    const over = (run, ms) => (run.beside ? ms / median(run.beside.timesMs) : ms)
    const [loop, again] = runs.filter(({ executor }) => executor === 'loop').map(({ timesMs }) => median(timesMs))
    const executors = new Set(runs.map(({ executor }) => executor).filter((executor) => executor !== 'loop'))
    return [again / loop, [...executors].flatMap((executor) => {
        const [first, second] = runs.filter((run) => run.executor === executor)
        return [first, second].map((measured) => ({
            executor,
            workers: measured.workers,
            off: over(first, predict(first, measured.workers).timeMs) / over(measured, median(measured.timesMs)),
            unsure: [first, measured].reduce((sum, { ratio }) => sum + (ratio?.low ? (ratio.high - ratio.low) / 2 / ratio.value : 0), 0),
        }))
    })]";

#[derive(Debug, Deserialize)]
struct Predicted {
    executor: String,
    workers: u32,
    off: f64,
    unsure: f64,
}

/// How far the loop may be off itself from one comparison to the next: a machine that changes its speed says nothing of a prediction.
const CONTROL: f64 = 0.05;

/// How often a comparison is tried: what is off by chance isn't off each time.
const TRIES: usize = 4;

/// So many of them have to be by a steady machine.
const STEADY: usize = 2;

/// How far a prediction may be off, besides what the measured intervals leave open.
const TOLERANCE: f64 = 0.05;

async fn what_is_predicted_for_one_and_two_workers_is_what_is_measured(visit: &Visit) {
    for work in [
        "task=fib&n=34&repeats=10",
        "task=mandelbrot&iterations=300&repeats=6",
        "task=pictures&source=simulated&latency=30&count=12&repeats=3",
    ] {
        let mut steady = 0;
        let mut missed: Vec<Predicted> = Vec::new();
        for _ in 0..TRIES {
            let (control, predicted) = compare(visit, work).await;
            if (control - 1.0).abs() > CONTROL {
                continue;
            }
            assert!(predicted.len() >= 10, "{predicted:?}");
            let is_off = |one: &Predicted| (one.off - 1.0).abs() > TOLERANCE + one.unsure;
            let was_off = |one: &Predicted| steady == 0 || missed.iter().any(|other| other.is_of_the_same_as(one));
            missed = predicted
                .into_iter()
                .filter(|one| is_off(one) && was_off(one))
                .collect();
            steady += 1;
            if missed.is_empty() {
                break;
            }
        }
        if steady < STEADY && (steady == 0 || !missed.is_empty()) {
            return visit.skip(&format!("{work}: the loop's time changes by more than 5%"));
        }
        assert!(missed.is_empty(), "{work}: {missed:?}");
    }
}

/// Compares all executors on two workers and on one.
async fn compare(Visit { site, page, .. }: &Visit, work: &str) -> (f64, Vec<Predicted>) {
    page.open_ready(site, &format!("{work}&workers=2")).await;
    assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
    page.fill("Workers", "1").await;
    assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
    page.eval(PREDICTED).await
}

impl Predicted {
    fn is_of_the_same_as(&self, other: &Self) -> bool {
        (&self.executor, self.workers) == (&other.executor, other.workers)
    }
}

in_engines!(Setup::usual().on_its_own_server() => Chromium, Firefox: what_is_predicted_for_one_and_two_workers_is_what_is_measured);
