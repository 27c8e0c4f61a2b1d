//! The page is usable by everybody, in whatever state it is: axe finds nothing to object to.

use std::fs;
use std::time::Duration;

use page_tests::look::LOOKS;
use page_tests::page::Page;
use page_tests::{Visit, visit, visit_without_service_worker};
use serde::Deserialize;

/// Runs axe, which was loaded before, and calls back with what it objects to.
const EXAMINE: &str = "
    const done = arguments[0]
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
        ({ violations, passes }) => done([passes.length, violations.map(({ id, help, nodes }) => ({
            id, help, places: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
        }))]),
        (error) => done(String(error)))";

/// Something that axe objects to.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "for the message of a test that fails")]
struct Violation {
    id: String,
    help: String,
    places: Vec<String>,
}

#[test]
fn axe_has_no_objection_to_a_page_at_rest() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        examine(page, "before a run").await;
        page.open_ready(site, "task=pictures&repeats=1&executor=chess&n=0")
            .await;
        assert_eq!(page.warnings().await.len(), 2);
        examine(page, "with warnings").await;
    });
}

#[test]
fn axe_has_no_objection_during_a_run_nor_after_it_was_cancelled() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_secs(20));
        page.open(site, "task=pictures&repeats=1&executor=async&run").await;
        page.wait_for(&["running"]).await;
        examine(page, "during a run").await;
        assert_eq!(page.click_and_wait("Cancel").await, "cancelled");
        examine(page, "after cancelling").await;
    });
}

#[test]
fn axe_has_no_objection_after_a_run() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.open_ready(site, "task=fib&n=24&repeats=3&workers=2").await;
        assert_eq!(page.click_and_wait("Compare").await, "done");
        examine(page, "after a comparison").await;
        let set_up = "task=pictures&repeats=1&executor=async&source=simulated&latency=1&failures=30&run";
        page.open(site, set_up).await;
        page.wait_for(&["done"]).await;
        examine(page, "with failed pictures").await;
        picsum.stop();
        page.open(site, "task=pictures&repeats=1&executor=async&count=3&run")
            .await;
        page.wait_for(&["failed"]).await;
        examine(page, "after a run that failed").await;
    });
}

#[test]
fn axe_has_no_objection_to_any_language() {
    visit(async |Visit { site, page, .. }| {
        for language in ["de", "es"] {
            let set_up = format!("lang={language}&task=fib&executor=map&n=24&repeats=3&run");
            page.open(site, &set_up).await;
            page.wait_for(&["done"]).await;
            examine(page, language).await;
        }
    });
}

#[test]
fn axe_has_no_objection_along_the_path_nor_to_a_panel_that_is_looked_into() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        page.click("2. Computing").await;
        assert_eq!(page.click_and_wait("no faster").await, "done");
        page.click("threads, worker by worker").await;
        examine(page, "after an answer").await;
    });
}

#[test]
fn axe_has_no_objection_in_a_frame() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=loop&n=24&repeats=3&embed")
            .await;
        examine(page, "embedded").await;
        assert_eq!(page.click_and_wait("Start").await, "done");
        examine(page, "embedded, after a run").await;
    });
}

#[test]
fn axe_has_no_objection_where_threads_are_missing() {
    visit_without_service_worker(&[], async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=threads&n=9").await;
        assert_eq!(page.click_and_wait("Run").await, "failed");
        examine(page, "without threads").await;
    });
}

/// Asks axe about the page, light and dark, on a phone and on a desktop.
pub(crate) async fn examine(page: &Page, state: &str) {
    let file = page_tests::root().join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(file).expect("axe-core is installed: `npm ci`");
    page.eval::<()>(&axe).await;
    for look in LOOKS {
        page.look(look).await;
        let (rules, violations): (usize, Vec<Violation>) = page.eval_async(EXAMINE).await;
        assert!(rules > 20, "axe tried only {rules} rules");
        assert!(violations.is_empty(), "{state}, {look:?}: {violations:#?}");
    }
}
