//! How soon a pool of threads is ready.

use serde_json::json;

use super::Findings;
use crate::arena::{Arena, job};
use crate::row::{Bound, Row};
use crate::samples::Samples;

/// Measures it.
pub async fn measure(arena: &Arena<'_>) -> Findings {
    let arms = ["bare worker", "pool", "whole start"];
    let threads = job(&json!({ "executor": "threads", "inputs": [1], "workers": arena.cores }));
    let samples = Samples::by_turns(3, 25, &arms, async |arm| {
        if arm == "bare worker" {
            return arena.bare().await;
        }
        let start = arena.start("pool", &threads).await;
        arena.end("pool").await;
        if arm == "pool" { start.ready_ms } else { start.start_ms }
    })
    .await;
    let rows = vec![
        Row::ratio(
            "a pool of P threads ready, module compiled, against one bare worker that answers a message",
            Bound::AtMost(1.5),
            samples.ratio("pool", "bare worker"),
        ),
        Row::ratio(
            "the same with everything before: coordinator, scripts, compiling",
            Bound::None,
            samples.ratio("whole start", "bare worker"),
        ),
    ];
    Findings {
        rows,
        samples: [("start-up".into(), samples)].into(),
        ..Findings::default()
    }
}
