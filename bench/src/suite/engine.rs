//! What the engines themselves give, by pages of a few lines with none of the project's code: `page/engine.html`.

use std::time::Instant;

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::Site;
use serde_json::json;

use super::start_up::forget;
use crate::arena::{self, FOLDER};
use crate::samples::{Findings, Samples};

const ROUNDS: usize = 9;

/// Measures it.
pub async fn measure(page: &Page, site: &Site, cores: usize) -> Findings {
    page.go(&format!("{}{FOLDER}/engine.html", site.address(""))).await;
    page.when::<bool>("!!window.engine").await;
    let mut findings = Findings::from([
        ("bare workers".to_owned(), workers(page).await),
        ("bare first lap".to_owned(), first(page).await),
    ]);
    let claimed = arena::ask(page, "engine.claimed()", vec![]).await;
    for (which, count) in [("real", cores), ("claimed", claimed)] {
        findings.insert(
            format!("{count} bare loops at once, {which}"),
            at_once(page, count).await,
        );
    }
    if page.browser().engine() == Engine::Chromium {
        findings.insert("bare isolation".to_owned(), isolation(page, site).await);
    }
    findings
}

/// One loop alone, and so many.
async fn at_once(page: &Page, count: usize) -> Samples {
    Samples::by_turns(1, ROUNDS, &["one", "all"], async |arm| {
        let count = if arm == "one" { 1 } else { count };
        arena::ask(page, "engine.atOnce(...arguments)", vec![json!(count)]).await
    })
    .await
}

async fn workers(page: &Page) -> Samples {
    Samples::by_turns(1, 2 * ROUNDS, &["bare.js", "engine-worker.js"], async |file| {
        arena::ask(page, "engine.answer(...arguments)", vec![json!(file)]).await
    })
    .await
}

async fn first(page: &Page) -> Samples {
    let mut samples = Samples::default();
    for _ in 0..ROUNDS {
        let [first, warm]: [f64; 2] = arena::ask(page, "engine.first()", vec![]).await;
        samples.add("first", first);
        samples.add("warm", warm);
    }
    samples
}

/// The least that becomes isolated by a reload, against the same page without one.
async fn isolation(page: &Page, site: &Site) -> Samples {
    let address = format!("{}{FOLDER}/isolation/", site.address(""));
    Samples::by_turns(1, ROUNDS, &["page", "reloaded"], async |arm| {
        forget(page, site).await;
        let query = if arm == "page" { "" } else { "?isolated" };
        let begin = Instant::now();
        page.go(&format!("{address}{query}")).await;
        page.wait_for(&["done"]).await;
        begin.elapsed().as_secs_f64() * 1e3
    })
    .await
}
