//! What is promised as a ratio. Every ratio is of times of the same browser, by turns, and one of the two is measured twice: where
//! that differs from itself, the machine can't tell.

use std::time::Duration;

use page_tests::{Setup, Visit};

/// How far a time may be off itself.
const CONTROL: f64 = 0.05;

const ROUNDS: usize = 3;

#[test]
fn twenty_pictures_at_once_take_hardly_longer_than_the_slowest_of_them() {
    Setup::usual().visit(async |visit| {
        visit.picsum.set_latency(Duration::from_millis(100));
        let Some(gain) = ratio(visit, "loop", "async", "task=pictures&repeats=1").await else {
            return;
        };
        assert!(gain >= 5.0, "async is only {gain:.1} times as fast as the loop");
        let set_up = "task=pictures&executor=async&repeats=3&run";
        let run = visit.page.run(&visit.site, set_up).await;
        let ratios = (1..=3).map(|repeat| {
            let spans = run.spans.iter().filter(|span| span.repeat == repeat);
            let slowest = spans.map(|span| span.end_ms - span.start_ms).fold(0.0, f64::max);
            run.times_ms[repeat - 1] / slowest
        });
        let best = ratios.fold(f64::INFINITY, f64::min);
        assert!(best <= 1.25, "20 pictures take {best:.2} times the slowest");
    });
}

#[test]
fn threads_download_as_fast_with_a_gil_as_without() {
    Setup::usual().visit(async |visit| {
        visit.picsum.set_latency(Duration::from_millis(100));
        if let Some(ratio) = ratio(visit, "gil", "threads", "task=pictures&repeats=1").await {
            assert!(ratio < 1.25, "with a GIL downloads take {ratio:.2} times as long");
        }
    });
}

#[test]
fn a_gil_makes_fib_no_faster_than_the_loop() {
    Setup::usual().visit(async |visit| {
        if let Some(ratio) = ratio(visit, "gil", "loop", "task=fib&n=34&workers=2&repeats=3").await {
            // Without the lock two threads take half to two thirds as long as the loop.
            assert!(ratio > 0.8, "with a GIL fib takes {ratio:.2} times as long as the loop");
        }
    });
}

/// How many times as long an executor takes as another, by the best time of each: whatever else the machine does can only make one
/// longer. Nothing, and the test is skipped, where the other one's times differ from themselves.
async fn ratio(visit: &Visit, one: &str, other: &str, set_up: &str) -> Option<f64> {
    let mut best = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        for (best, executor) in best.iter_mut().zip([other, one, other]) {
            let query = format!("{set_up}&executor={executor}&run");
            let run = visit.page.run(&visit.site, &query).await;
            *best = run.times_ms.into_iter().fold(*best, f64::min);
        }
    }
    let [control, one, other] = best;
    if (control / other - 1.0).abs() > CONTROL {
        visit.skip(&format!(
            "{set_up} takes {control:.1} ms, and the same again {other:.1} ms"
        ));
        return None;
    }
    Some(one / control.min(other))
}
