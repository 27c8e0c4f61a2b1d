//! What a picture or an event costs the page's own thread must not depend on how many there were before.

use page_tests::page::Page;
use page_tests::site::Site;
use serde_json::{Value, json};

use crate::samples::{Findings, Samples};

/// Of so many items the costs are compared.
const AMOUNTS: [(&str, u32); 3] = [("few", 20), ("some", 510), ("many", 1000)];

/// Measures what an item costs early and late in a long run.
pub async fn measure(page: &Page, site: &Site) -> Findings {
    page.browser().devtools("Performance.enable", json!({})).await;
    let pictures =
        |count| format!("task=pictures&executor=async&source=simulated&latency=0&workers=20&repeats=1&count={count}");
    // An event costs so little that it takes three times as many to see it.
    let events = |count| format!("task=fib&executor=loop&n=30&repeats={}", count / 10);
    let mut findings = Findings::new();
    for (what, rounds, set_up) in [
        ("a picture", 6, &pictures as &dyn Fn(u32) -> String),
        ("an event", 15, &events),
    ] {
        let samples = Samples::by_turns(1, rounds, &AMOUNTS.map(|(name, _)| name), async |amount| {
            let (_, count) = AMOUNTS
                .into_iter()
                .find(|(name, _)| *name == amount)
                .expect("one of them");
            page.open_ready(site, &set_up(count)).await;
            let before = busy_ms(page).await;
            // Without watching for frames, which makes the browser draw frames in which nothing has changed.
            assert_eq!(page.click_and_wait("Run").await, "done", "{what}, {amount}");
            busy_ms(page).await - before
        })
        .await;
        findings.insert(format!("growth, {what}"), samples);
    }
    findings
}

/// What the page's thread has computed. Not how long it was at work: on a busy machine, most of that is waiting for a core.
async fn busy_ms(page: &Page) -> f64 {
    let answer = page.browser().devtools("Performance.getMetrics", json!({})).await;
    let metrics = answer["metrics"].as_array().expect("a list of metrics");
    let time = metrics.iter().find(|metric| metric["name"] == "ThreadTime");
    time.and_then(|metric| metric["value"].as_f64()).map_or_else(
        || panic!("no ThreadTime in {}", Value::from(metrics.clone())),
        |seconds| seconds * 1e3,
    )
}
