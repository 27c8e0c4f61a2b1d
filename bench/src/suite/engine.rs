//! What the engines themselves give, by pages of a few lines with none of the project's code: `page/engine.html`.

use std::time::Instant;

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::Site;
use serde_json::json;

use super::Findings;
use super::start_up::forget;
use crate::arena::{self, FOLDER};
use crate::row::{Bound, Row};
use crate::samples::Samples;
use crate::statistics::Ratio;

const ROUNDS: usize = 9;

/// Measures it.
pub async fn measure(page: &Page, site: &Site, cores: usize) -> Findings {
    page.go(&format!("{}{FOLDER}/engine.html", site.address(""))).await;
    page.when::<bool>("!!window.engine").await;
    let mut findings = at_once(page, cores).await;
    findings.extend(workers(page).await);
    findings.extend(first(page).await);
    if page.browser().engine() == Engine::Chromium {
        findings.extend(isolation(page, site).await);
    }
    findings
}

/// As many loops as there are cores, and as many as the browser claims.
async fn at_once(page: &Page, cores: usize) -> Findings {
    let claimed: usize = arena::ask(page, "engine.claimed()", vec![]).await;
    let counts = [("one", 1), ("real", cores), ("claimed", claimed)];
    let samples = Samples::by_turns(1, ROUNDS, &counts.map(|(arm, _)| arm), async |arm| {
        let (_, count) = counts.iter().find(|(name, _)| *name == arm).expect("it is one of them");
        arena::ask(page, "engine.atOnce(...arguments)", vec![json!(count)]).await
    })
    .await;
    let rows = counts[1..].iter().map(|(arm, count)| {
        #[expect(clippy::cast_precision_loss, reason = "there are few cores")]
        let work: Vec<f64> = samples.of("one").iter().map(|time| time * *count as f64).collect();
        Row::ratio(
            format!("bare wasm: the throughput of {count} loops at once, over one ({arm} cores)"),
            Bound::None,
            Ratio::of(&work, samples.of(arm)),
        )
    });
    let rows = rows.collect();
    Findings::of("bare loops at once", samples, rows)
}

async fn workers(page: &Page) -> Findings {
    let files = ["bare.js", "engine-worker.js"];
    let samples = Samples::by_turns(1, 2 * ROUNDS, &files, async |file| {
        arena::ask(page, "engine.answer(...arguments)", vec![json!(file)]).await
    })
    .await;
    let rows = vec![Row::ratio(
        "a bare worker that runs wasm, over one that doesn't",
        Bound::None,
        samples.ratio("engine-worker.js", "bare.js"),
    )];
    Findings::of("bare workers", samples, rows)
}

async fn first(page: &Page) -> Findings {
    let mut samples = Samples::default();
    for _ in 0..ROUNDS {
        let [first, warm]: [f64; 2] = arena::ask(page, "engine.first()", vec![]).await;
        samples = samples.and(&Samples::one(&[("first", first), ("warm", warm)]));
    }
    let rows = vec![Row::ratio(
        "bare wasm: the first lap after 60 ms of warm-up, over the twelfth",
        Bound::None,
        samples.ratio("first", "warm"),
    )];
    Findings::of("bare first lap", samples, rows)
}

/// The least that becomes isolated by a reload, against the same page without one.
async fn isolation(page: &Page, site: &Site) -> Findings {
    let address = format!("{}{FOLDER}/isolation/", site.address(""));
    let samples = Samples::by_turns(1, ROUNDS, &["page", "reloaded"], async |arm| {
        forget(page, site).await;
        let query = if arm == "page" { "" } else { "?isolated" };
        let begin = Instant::now();
        page.go(&format!("{address}{query}")).await;
        page.wait_for(&["done"]).await;
        begin.elapsed().as_secs_f64() * 1e3
    })
    .await;
    let rows = vec![Row::ratio(
        "a bare page that a reload isolates, to its first worker's answer, over the same without a reload",
        Bound::None,
        samples.ratio("reloaded", "page"),
    )];
    Findings::of("bare isolation", samples, rows)
}
