//! How long a comparison takes, from its press to its end and until every lane has a bar; and whether the workers of others, which wait
//! meanwhile, slow down what is measured.

use page_tests::page::Page;
use page_tests::site::Site;
use serde_json::json;

use super::on_page::{ask, load};
use crate::samples::{Findings, Samples};

/// What the page opens with, by name.
const WORKS: [(&str, &str); 3] = [
    ("fib(1..=35)", "task=fib"),
    ("the Mandelbrot set", "task=mandelbrot"),
    ("20 pictures of 150 ms", "task=pictures&source=simulated&latency=150"),
];

/// Presses in a fresh page.
const PRESSES: usize = 5;

/// Measures it.
pub async fn measure(page: &Page, site: &Site, is_quick: bool) -> Findings {
    let mut findings = Findings::new();
    for (name, set_up) in WORKS {
        let mut samples = Samples::default();
        for _ in 0..if is_quick { 1 } else { PRESSES } {
            page.open_ready(site, set_up).await;
            load(page, site).await;
            let [over, lanes]: [f64; 2] = ask(page, "compare()", vec![]).await;
            samples.add("over", over);
            samples.add("lanes", lanes);
        }
        findings.insert(format!("comparing, {name}"), samples);
    }
    page.open_ready(site, "task=fib&repeats=8").await;
    load(page, site).await;
    let rounds = if is_quick { 4 } else { 12 };
    let samples = Samples::by_turns(1, rounds, &["alone", "alone again", "among"], async |arm| {
        if arm == "among" {
            ask(page, "loopAmongOthers()", vec![]).await
        } else {
            ask(page, "press(...arguments)", vec![json!(true)]).await
        }
    })
    .await;
    findings.insert("the loop among others".to_owned(), samples);
    findings
}
