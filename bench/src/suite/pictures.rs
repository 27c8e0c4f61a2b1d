//! Twenty pictures from the stand-in over HTTP/2, whose two hops take 100 ms each.

use std::time::Duration;

use page_tests::picsum::Picsum;
use serde_json::json;

use crate::arena::{Arena, job};
use crate::samples::{Findings, Samples};

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
    let findings = [
        ("pictures", measured(arena, 20, &at_once).await),
        (
            "pictures and the loop",
            measured(arena, 5, &["loop", "async", "promise-all"]).await,
        ),
    ];
    for executor in at_once.into_iter().chain(["loop"]) {
        arena.end(executor).await;
    }
    picsum.set_latency(Duration::ZERO);

    findings.map(|(name, samples)| (name.to_owned(), samples)).into()
}

/// Each arm's time, and that of its slowest picture in the same repeat.
async fn measured(arena: &Arena<'_>, rounds: usize, arms: &[&str]) -> Samples {
    let mut slowest = Samples::default();
    let mut samples = Samples::by_turns(0, rounds, arms, async |arm| {
        let lap = arena.lap(arm).await;
        slowest.add(&format!("{arm}, its slowest"), lap.slowest_ms);
        lap.time_ms
    })
    .await;
    samples.extend(&slowest);
    samples
}
