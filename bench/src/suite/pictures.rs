//! Twenty pictures from the stand-in over HTTP/2, whose two hops take 100 ms each.

use std::time::Duration;

use page_tests::picsum::Picsum;
use serde_json::json;

use super::Findings;
use crate::arena::{Arena, job};
use crate::row::{Bound, Row};
use crate::samples::Samples;
use crate::statistics::Ratio;

const COUNT: u32 = 20;
const HOP: Duration = Duration::from_millis(100);

/// Measures all executors that wait at once, then `async` against the loop, which takes twenty times as long.
pub async fn measure(arena: &Arena<'_>, picsum: &Picsum) -> Findings {
    picsum.set_latency(HOP);
    let inputs: Vec<u32> = (0..COUNT).collect();
    let at_once = ["async", "promise-all", "gil", "threads", "processes"];
    for executor in at_once.into_iter().chain(["loop"]) {
        let job = job(&json!({
            "task": "pictures", "executor": executor, "inputs": inputs, "workers": COUNT, "order": "ascending",
        }));
        arena.start(executor, &job).await;
    }
    // The slowest picture of the same repeat, for each repeat of an arm.
    let mut slowest = std::collections::BTreeMap::<String, Vec<f64>>::new();
    let samples = Samples::by_turns(0, 20, &at_once, async |arm| {
        let lap = arena.lap(arm).await;
        slowest.entry(arm.to_owned()).or_default().push(lap.slowest_ms);
        lap.time_ms
    })
    .await;
    let mut alone = Vec::new();
    let by_loop = Samples::by_turns(0, 5, &["loop", "async", "promise-all"], async |arm| {
        let lap = arena.lap(arm).await;
        if arm == "loop" {
            alone.push(lap.slowest_ms);
        }
        lap.time_ms
    })
    .await;
    for executor in at_once.into_iter().chain(["loop"]) {
        arena.end(executor).await;
    }
    picsum.set_latency(Duration::ZERO);

    let against_slowest = |executor: &str| Ratio::of(samples.of(executor), &slowest[executor]);
    let mut rows = vec![
        Row::ratio(
            "async, 20 pictures, against the slowest of them",
            Bound::AtMost(1.10),
            against_slowest("async"),
        ),
        Row::ratio(
            "async against the slowest picture of the loop, which has the network for itself",
            Bound::None,
            Ratio::of(by_loop.of("async"), &alone),
        ),
        Row::ratio(
            "async against a bare Promise.all in JavaScript",
            Bound::AtMost(1.03),
            samples.ratio("async", "promise-all"),
        ),
        Row::ratio(
            "async against the loop: times as fast",
            Bound::AtLeast(17.0),
            by_loop.ratio("loop", "async"),
        ),
        Row::ratio(
            "a bare Promise.all against the loop: times as fast",
            Bound::None,
            by_loop.ratio("loop", "promise-all"),
        ),
    ];
    rows.extend(["gil", "threads", "processes"].map(|executor| {
        Row::ratio(
            format!("{executor}, 20 workers, against the slowest picture"),
            Bound::AtMost(1.25),
            against_slowest(executor),
        )
    }));
    Findings {
        rows,
        samples: [("pictures".into(), samples), ("pictures and the loop".into(), by_loop)].into(),
        ..Findings::default()
    }
}
