//! Fibonacci numbers and the Mandelbrot set: executors against the loop, and against what the machine itself gives.
//!
//! The machine's part is C(P): the throughput of P workers that share nothing and never talk, over that of one of them
//! alone. It is measured in the same rounds, because on a shared machine it swings. What an ideal executor would take is
//! the loop's time by C(P): `ideal` among the arms.

use easy_concurrency::parameter::{Kind, Parameter};
use easy_concurrency::task::mandelbrot::TASK;
use serde_json::{Map, json};

use easy_concurrency::task::fib::PHI_SQUARED;

use super::Findings;
use crate::arena::{Arena, job};
use crate::native::Native;
use crate::row::{Bound, Row};
use crate::samples::Samples;
use crate::statistics::{Ratio, median};

/// fib(n) alone is that part of fib(1) to fib(n): one by the square of the golden ratio.
const LARGEST_SHARE: f64 = 1.0 / PHI_SQUARED;

/// Rounds that only warm up: engines go on optimising what runs often.
const WARM_UP: usize = 3;

/// Measures all of it.
pub async fn measure(arena: &Arena<'_>, native: &mut Native) -> Findings {
    let mut findings = small(arena, native).await;
    findings.extend(medium(arena).await);
    findings.extend(large(arena).await);
    findings.extend(grain(arena).await);
    findings.extend(even(arena, native).await);
    findings
}

/// fib(1) to fib(35), the article's.
async fn small(arena: &Arena<'_>, native: &mut Native) -> Findings {
    const N: u32 = 35;
    start_free(arena, &fib("loop", N, 1)).await;
    arena.start("fork-join", &fib("fork-join", N, arena.cores)).await;
    arena.start("fork-join on 1", &fib("fork-join", N, 1)).await;
    arena.start("javascript", &fib("javascript", N, 1)).await;
    let arms = [
        "loop",
        "loop again",
        "ideal",
        "fork-join",
        "fork-join on 1",
        "javascript",
        "native",
        "first loop",
        "first fork-join",
    ];
    let samples = Samples::by_turns(WARM_UP, 30, &arms, async |arm| match arm {
        "native" => native.time(&fib("loop", N, 1)).await,
        "first loop" => first(arena, &fib("loop", N, 1)).await,
        "first fork-join" => first(arena, &fib("fork-join", N, arena.cores)).await,
        arm => lap(arena, arm).await,
    })
    .await;
    end(arena, &["fork-join", "fork-join on 1", "javascript"]).await;

    let gain = samples.combine("loop", "ideal", |alone, ideal| alone / ideal);
    let javascript_ideal: Vec<f64> = samples
        .of("javascript")
        .iter()
        .zip(&gain)
        .map(|(time, gain)| time / gain)
        .collect();
    let rows = vec![
        Row::ratio(
            "fork-join, fib(1..=35), against C(P) times the loop",
            Bound::AtLeast(0.93),
            samples.ratio("ideal", "fork-join"),
        ),
        Row::ratio(
            "fork-join on 1 worker against the loop",
            Bound::AtMost(1.02),
            samples.ratio("fork-join on 1", "loop"),
        ),
        Row::ratio(
            "the loop in wasm against the same source native",
            Bound::AtMost(0.95),
            samples.ratio("loop", "native"),
        ),
        Row::ratio(
            "the loop against JavaScript: times as fast",
            Bound::AtLeast(3.0),
            samples.ratio("javascript", "loop"),
        ),
        Row::ratio(
            "fork-join against JavaScript: times as fast, by C(P)",
            Bound::AtLeast(3.0),
            Ratio::of(&javascript_ideal, samples.of("fork-join")),
        ),
        Row::ratio(
            "the loop's first run after ready against its warm median",
            Bound::AtMost(1.3),
            samples.ratio("first loop", "loop"),
        ),
        Row::ratio(
            "fork-join's first run after ready against its warm median",
            Bound::AtMost(1.3),
            samples.ratio("first fork-join", "fork-join"),
        ),
        Row::ratio(
            "C(P) itself, by fib(1..=35)",
            Bound::None,
            samples.ratio("loop", "ideal"),
        ),
    ];
    let control = Row::ratio(
        "the loop against itself",
        Bound::None,
        samples.ratio("loop again", "loop"),
    );
    Findings {
        controls: vec![control],
        ..Findings::of("fib(1..=35)", samples, rows)
    }
}

/// fib(1) to fib(40): one task for each number.
async fn medium(arena: &Arena<'_>) -> Findings {
    const N: u32 = 40;
    start_free(arena, &fib("loop", N, 1)).await;
    for executor in ["threads", "processes"] {
        arena.start(executor, &fib(executor, N, arena.cores)).await;
    }
    // As processes take theirs, so that only the executors differ.
    let mut ascending = fib("threads", N, arena.cores);
    ascending["order"] = "ascending".into();
    arena.start("threads, ascending", &ascending).await;
    let arms = ["loop", "ideal", "threads", "threads, ascending", "processes"];
    let samples = Samples::by_turns(WARM_UP, 12, &arms, async |arm| lap(arena, arm).await).await;
    end(arena, &["threads", "threads, ascending", "processes"]).await;

    let bound = samples.combine("loop", "ideal", |alone, ideal| f64::max(ideal, alone * LARGEST_SHARE));
    let rows = vec![
        Row::ratio(
            "threads, n = 40, against min(C(P), 2.618) times the loop",
            Bound::AtLeast(0.97),
            Ratio::of(&bound, samples.of("threads")),
        ),
        Row::ratio(
            "processes against threads, both in ascending order, n = 40",
            Bound::AtMost(1.05),
            samples.ratio("processes", "threads, ascending"),
        ),
        Row::ratio(
            "processes, in ascending order, against threads, longest first",
            Bound::None,
            samples.ratio("processes", "threads"),
        ),
    ];
    Findings::of("fib(1..=40)", samples, rows)
}

/// fib(1) to fib(42): long enough for start and end of a run not to count.
async fn large(arena: &Arena<'_>) -> Findings {
    const N: u32 = 42;
    start_free(arena, &fib("loop", N, 1)).await;
    arena.start("fork-join", &fib("fork-join", N, arena.cores)).await;
    let arms = ["ideal", "fork-join", "fork-join again"];
    let samples = Samples::by_turns(1, 10, &arms, async |arm| lap(arena, arm).await).await;
    end(arena, &["fork-join"]).await;
    let rows = vec![Row::ratio(
        "fork-join, fib(1..=42), against C(P) times the loop",
        Bound::AtLeast(0.97),
        samples.ratio("ideal", "fork-join"),
    )];
    let control = Row::ratio(
        "fork-join against itself",
        Bound::None,
        samples.ratio("fork-join again", "fork-join"),
    );
    Findings {
        controls: vec![control],
        ..Findings::of("fib(1..=42)", samples, rows)
    }
}

/// fork-join that finds what is worth splitting, against each of these cutoffs; and on one worker against the loop.
async fn grain(arena: &Arena<'_>) -> Findings {
    const CUTOFFS: [u32; 5] = [20, 22, 24, 26, 28];
    let mut findings = Findings::default();
    for (n, rounds) in [(30, 40), (35, 20), (42, 5)] {
        start_free(arena, &fib("loop", n, 1)).await;
        arena.start("alone", &fib("fork-join", n, 1)).await;
        arena.start("auto", &fib("fork-join", n, arena.cores)).await;
        let fixed = CUTOFFS.map(|cutoff| format!("cutoff {cutoff}"));
        for (name, cutoff) in fixed.iter().zip(CUTOFFS) {
            let mut job = fib("fork-join", n, arena.cores);
            job["cutoff"] = cutoff.into();
            arena.start(name, &job).await;
        }
        let fixed: Vec<&str> = fixed.iter().map(String::as_str).collect();
        let arms = [&["loop", "alone", "auto", "auto again"][..], &fixed].concat();
        let samples = Samples::by_turns(WARM_UP, rounds, &arms, async |arm| lap(arena, arm).await).await;
        end(arena, &arms[1..]).await;
        let best = fixed.iter().min_by(|one, other| {
            median(samples.of(one))
                .partial_cmp(&median(samples.of(other)))
                .expect("times compare")
        });
        let best = best.expect("there are cutoffs");
        findings.rows.extend([
            Row::ratio(
                format!("fork-join, n = {n}, that finds its cutoff, against the best of {CUTOFFS:?}: {best}"),
                Bound::AtMost(1.02),
                samples.ratio("auto", best),
            ),
            Row::ratio(
                format!("the same on 1 worker, n = {n}, against the loop"),
                Bound::AtMost(1.1),
                samples.ratio("alone", "loop"),
            ),
        ]);
        findings.controls.push(Row::ratio(
            format!("fork-join, n = {n}, that finds its cutoff, against itself"),
            Bound::None,
            samples.ratio("auto again", "auto"),
        ));
        findings.samples.insert(format!("cutoffs of fib(1..={n})"), samples);
    }
    findings
}

fn fib(executor: &str, n: u32, workers: usize) -> serde_json::Value {
    let inputs: Vec<u32> = (1..=n).collect();
    job(&json!({ "executor": executor, "inputs": inputs, "workers": workers }))
}

/// The Mandelbrot set in tiles: work that divides evenly.
async fn even(arena: &Arena<'_>, native: &mut Native) -> Findings {
    start_free(arena, &tiles("loop", 1)).await;
    arena.start("threads", &tiles("threads", arena.cores)).await;
    let arms = ["loop", "loop again", "ideal", "threads", "native"];
    let samples = Samples::by_turns(WARM_UP, 20, &arms, async |arm| match arm {
        "native" => native.time(&tiles("loop", 1)).await,
        arm => lap(arena, arm).await,
    })
    .await;
    end(arena, &["threads"]).await;
    let rows = vec![
        Row::ratio(
            "threads, the Mandelbrot set, against C(P) times the loop",
            Bound::AtLeast(0.97),
            samples.ratio("ideal", "threads"),
        ),
        Row::ratio(
            "the Mandelbrot set in wasm against the same source native",
            Bound::AtMost(1.15),
            samples.ratio("loop", "native"),
        ),
    ];
    let control = Row::ratio(
        "the loop over the Mandelbrot set against itself",
        Bound::None,
        samples.ratio("loop again", "loop"),
    );
    Findings {
        controls: vec![control],
        ..Findings::of("Mandelbrot set", samples, rows)
    }
}

/// As the page has it if nothing else is said.
fn tiles(executor: &str, workers: usize) -> serde_json::Value {
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
async fn start_free(arena: &Arena<'_>, job: &serde_json::Value) {
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
async fn first(arena: &Arena<'_>, job: &serde_json::Value) -> f64 {
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
