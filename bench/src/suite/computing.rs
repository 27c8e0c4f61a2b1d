//! Fibonacci numbers and the Mandelbrot set: executors against the loop, and against what the machine itself gives.
//!
//! The machine's part is C(P): the throughput of P workers that share nothing and never talk, over that of one of them
//! alone. It is measured in the same rounds, because on a shared machine it swings. What an ideal executor would take is
//! the loop's time by C(P): `ideal` among the arms.

use easy_concurrency::parameter::{Kind, Parameter};
use easy_concurrency::task::mandelbrot::TASK;
use serde_json::{Map, Value, json};

use crate::arena::{Arena, job};
use crate::native::Native;
use crate::samples::{Findings, Samples};

/// Rounds that only warm up: engines go on optimising what runs often.
const WARM_UP: usize = 3;

/// Measures all of it.
pub async fn measure(arena: &Arena<'_>, native: &mut Native) -> Findings {
    let mut findings = Findings::from([
        ("fib(1..=35)".to_owned(), small(arena, native).await),
        ("fib(1..=40)".to_owned(), medium(arena).await),
        ("fib(1..=42)".to_owned(), large(arena).await),
        ("Mandelbrot set".to_owned(), even(arena, native).await),
    ]);
    for (n, rounds) in [(30, 40), (35, 20), (42, 5)] {
        findings.insert(format!("cutoffs of fib(1..={n})"), grain(arena, n, rounds).await);
    }
    findings
}

/// fib(1) to fib(35), the article's.
async fn small(arena: &Arena<'_>, native: &mut Native) -> Samples {
    let forked = fib("fork-join", 35, arena.cores);
    let alone = |executor| fib(executor, 35, 1);
    start_free(arena, &alone("loop")).await;
    arena.start("fork-join", &forked).await;
    arena.start("fork-join on 1", &alone("fork-join")).await;
    arena.start("javascript", &alone("javascript")).await;
    let started = ["fork-join", "fork-join on 1", "javascript"];
    let others = ["loop", "loop again", "ideal", "native", "first loop", "first fork-join"];
    let samples = Samples::by_turns(WARM_UP, 30, &[&started[..], &others].concat(), async |arm| match arm {
        "native" => native.time(&alone("loop")).await,
        "first loop" => first(arena, &alone("loop")).await,
        "first fork-join" => first(arena, &forked).await,
        arm => lap(arena, arm).await,
    })
    .await;
    end(arena, &started).await;
    samples
}

/// fib(1) to fib(40): one task for each number.
async fn medium(arena: &Arena<'_>) -> Samples {
    let of = |executor| fib(executor, 40, arena.cores);
    start_free(arena, &fib("loop", 40, 1)).await;
    arena.start("threads", &of("threads")).await;
    arena.start("processes", &of("processes")).await;
    // As processes take theirs, so that only the executors differ.
    let mut ascending = of("threads");
    ascending["order"] = "ascending".into();
    arena.start("threads, ascending", &ascending).await;
    let arms = ["loop", "ideal", "threads", "threads, ascending", "processes"];
    let samples = Samples::by_turns(WARM_UP, 12, &arms, async |arm| lap(arena, arm).await).await;
    end(arena, &arms[2..]).await;
    samples
}

/// fib(1) to fib(42): long enough for start and end of a run not to count.
async fn large(arena: &Arena<'_>) -> Samples {
    start_free(arena, &fib("loop", 42, 1)).await;
    arena.start("fork-join", &fib("fork-join", 42, arena.cores)).await;
    let arms = ["ideal", "fork-join", "fork-join again"];
    let samples = Samples::by_turns(1, 10, &arms, async |arm| lap(arena, arm).await).await;
    end(arena, &["fork-join"]).await;
    samples
}

/// fork-join that finds what is worth splitting, against each of these cutoffs; and on one worker against the loop.
async fn grain(arena: &Arena<'_>, n: u32, rounds: usize) -> Samples {
    start_free(arena, &fib("loop", n, 1)).await;
    arena.start("alone", &fib("fork-join", n, 1)).await;
    arena.start("auto", &fib("fork-join", n, arena.cores)).await;
    let mut arms = ["loop", "alone", "auto", "auto again"].map(str::to_owned).to_vec();
    for cutoff in [20, 22, 24, 26, 28] {
        let mut job = fib("fork-join", n, arena.cores);
        job["cutoff"] = cutoff.into();
        let name = format!("cutoff {cutoff}");
        arena.start(&name, &job).await;
        arms.push(name);
    }
    let arms: Vec<&str> = arms.iter().map(String::as_str).collect();
    let samples = Samples::by_turns(WARM_UP, rounds, &arms, async |arm| lap(arena, arm).await).await;
    end(arena, &arms[1..]).await;
    samples
}

/// The Mandelbrot set in tiles: work that divides evenly.
async fn even(arena: &Arena<'_>, native: &mut Native) -> Samples {
    let alone = tiles("loop", 1);
    start_free(arena, &alone).await;
    arena.start("threads", &tiles("threads", arena.cores)).await;
    let arms = ["loop", "loop again", "ideal", "threads", "native"];
    let samples = Samples::by_turns(WARM_UP, 20, &arms, async |arm| match arm {
        "native" => native.time(&alone).await,
        arm => lap(arena, arm).await,
    })
    .await;
    end(arena, &["threads"]).await;
    samples
}

fn fib(executor: &str, n: u32, workers: usize) -> Value {
    let inputs: Vec<u32> = (1..=n).collect();
    job(&json!({ "executor": executor, "inputs": inputs, "workers": workers }))
}

/// As the page has it if nothing else is said.
fn tiles(executor: &str, workers: usize) -> Value {
    let initial = |parameter: &Parameter| match parameter.kind {
        Kind::Number { initial, .. } => json!(initial),
        Kind::Choices(choices) => json!(choices[0].0),
    };
    let parameters = TASK.parameters.iter();
    let mut differences: Map<_, _> = parameters
        .map(|parameter| (parameter.name.to_owned(), initial(parameter)))
        .collect();
    let count = differences["tiles"].as_f64().unwrap_or_default();
    let inputs: Vec<u32> = (0..u32::MAX).take_while(|input| f64::from(*input) < count).collect();
    differences.extend([
        ("task".to_owned(), json!(TASK.name)),
        ("executor".to_owned(), json!(executor)),
        ("inputs".to_owned(), json!(inputs)),
        ("workers".to_owned(), json!(workers)),
        ("order".to_owned(), json!("ascending")),
    ]);
    job(&differences.into())
}

/// Starts as many loops as there are cores.
async fn start_free(arena: &Arena<'_>, job: &Value) {
    for name in free(arena) {
        arena.end(&name).await;
        arena.start(&name, job).await;
    }
}

fn free(arena: &Arena<'_>) -> Vec<String> {
    (0..arena.cores).map(|number| format!("loop {number}")).collect()
}

/// An arm's time, in milliseconds.
async fn lap(arena: &Arena<'_>, arm: &str) -> f64 {
    match arm {
        "loop" | "loop again" => arena.lap("loop 0").await.time_ms,
        "ideal" => {
            let laps = arena.laps(&free(arena)).await;
            laps.iter().map(|lap| lap.time_ms.recip()).sum::<f64>().recip()
        }
        arm => arena.lap(arm.trim_end_matches(" again")).await.time_ms,
    }
}

/// The first repeat of a coordinator that has just become ready.
async fn first(arena: &Arena<'_>, job: &Value) -> f64 {
    arena.start("first", job).await;
    let lap = arena.lap("first").await;
    arena.end("first").await;
    lap.time_ms
}

async fn end(arena: &Arena<'_>, names: &[&str]) {
    for name in names {
        arena.end(name).await;
    }
}
