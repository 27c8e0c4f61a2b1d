//! The harness itself: it sees what a visitor sees, and no error goes by unnoticed.

use std::panic::catch_unwind;
use std::path::PathBuf;

use http::Version;
use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::picsum::Hop;
use page_tests::{Setup, Visit};
use serde_json::json;

#[test]
fn every_file_of_tests_is_part_of_them() {
    let tests = page_tests::root().join("tests/page/tests");
    for (folder, list) in [
        (tests.join("alone"), include_str!("alone/mod.rs")),
        (tests, include_str!("main.rs")),
    ] {
        let files = std::fs::read_dir(folder).expect("the tests are there");
        let files = files.map(|file| file.expect("a file").path());
        for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "rs")) {
            let name = file.file_stem().expect("a name").display().to_string();
            let is_list = ["main", "mod"].contains(&&*name);
            assert!(
                is_list || list.contains(&format!("mod {name};\n")),
                "no list has {name}"
            );
        }
    }
}

#[test]
fn the_browser_reaches_the_stand_in_under_the_real_name_and_keeps_its_cache() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.open(site, "").await;
        for _ in 0..2 {
            assert_eq!(fetch(page, "https://picsum.photos/id/3/200/300").await, "200");
        }
        let journal = picsum.journal();
        assert_eq!(journal.count(Hop::Front, 3), 2, "the redirect says no-store");
        assert_eq!(
            journal.count(Hop::Images, 3),
            1,
            "the picture comes from the browser's cache"
        );
        let requests = journal.requests();
        assert!(requests.iter().all(|request| request.version == Version::HTTP_2));
    });
}

#[test]
fn a_stopped_stand_in_is_a_network_error() {
    visit(async |visit| {
        let Visit { picsum, site, page, .. } = visit;
        visit.expect_in_console("ERR_CONNECTION_REFUSED");
        picsum.stop();
        page.open(site, "").await;
        assert_eq!(
            fetch(page, "https://picsum.photos/id/3/200/300").await,
            "TypeError: Failed to fetch"
        );
    });
}

#[test]
fn buttons_are_found_by_their_accessible_name_and_states_are_awaited() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "").await;
        assert_eq!(page.wait_for(&["loading", "ready"]).await, "loading");
        assert!(page.button("Another").await.is_none(), "its name is Later");
        page.click("Now").await;
        assert_eq!(page.wait_for(&["ready", "done"]).await, "ready");
        page.click("Later").await;
        assert_eq!(page.wait_for(&["done"]).await, "done");

        page.open(site, "reload").await;
        page.wait_for(&["done"]).await;
        assert_eq!(site.loads(), 3, "a state is awaited across a reload, too");
    });
}

#[test]
fn workers_and_those_of_workers_are_counted() {
    visit(async |visit| {
        let Visit { site, page, .. } = visit;
        visit.expect_in_console("the worker complains");
        page.open(site, "worker=nested").await;
        page.wait_for(&["done"]).await;
        let targets = page.browser().targets().await;
        // Not that both end: Chromium now and then keeps a worker that another one started, which is why the page starts all of its own.
        assert_eq!(targets.iter().filter(|[kind, _]| kind == "worker").count(), 2);
    });
}

#[test]
fn memory_that_a_page_takes_is_seen() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "").await;
        let before = page.browser().memory().await;
        page.eval::<()>("window.kept = new Uint8Array(100 << 20).fill(1)").await;
        let after = page.browser().memory().await;
        assert!(after >= before + (90 << 20), "{before} bytes before, {after} after");
    });
}

#[test]
fn an_error_of_the_page_fails_the_test_in_firefox_too() {
    fails(Engine::Firefox, "error", "a mistake of the page");
}

#[test]
fn an_error_of_the_page_or_of_a_worker_fails_the_test() {
    for (query, text) in [
        ("error", "a mistake of the page"),
        ("worker=throw", "a mistake of the worker"),
        ("worker=reject", "a broken promise of the worker"),
        ("worker=log", "the worker complains"),
        ("worker=nested", "the worker complains"),
    ] {
        fails(Engine::Chromium, query, text);
    }
}

fn fails(engine: Engine, query: &str, text: &str) {
    let setup = Setup::usual().with(engine).serving(fixtures);
    if !engine.may_be_here() {
        // Says so.
        return setup.visit(async |_| {});
    }
    let outcome = catch_unwind(|| {
        setup.visit(async |Visit { site, page, .. }| {
            page.open(site, query).await;
            page.wait_for(&["done"]).await;
        });
    });
    let message = outcome.expect_err(query);
    let message = message.downcast_ref::<String>().expect("a message");
    assert!(message.contains(text), "{query}: {message}");
}

fn visit(test: impl AsyncFnOnce(&Visit)) {
    Setup::usual().serving(fixtures).visit(test);
}

fn fixtures() -> PathBuf {
    page_tests::root().join("tests/page/fixtures")
}

async fn fetch(page: &Page, address: &str) -> String {
    let script = "
        const [address, done] = arguments
        fetch(address).then((response) => response.blob().then(() => done(`${response.status}`)), (error) => done(`${error}`))";
    page.script_async(script, vec![json!(address)]).await
}
