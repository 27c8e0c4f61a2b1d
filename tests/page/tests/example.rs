//! `examples/minimal`, copied and built as its README says, on a plain host under a sub-path; and its `isolate.js` in all that it
//! may meet.

use std::path::PathBuf;
use std::sync::Once;
use std::{env, fs};

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::{Answer, Site};
use page_tests::{Setup, Visit};
use serde_json::json;

use crate::embedded::embed;

const COUNT: &str = "Count the primes below 2,000,000";

/// The same page after another beginning, by the end of its name: what the browser doesn't give it, or which service worker it has.
const VARIANTS: [(&str, &str); 4] = [
    (
        "blocked",
        "<script>ServiceWorkerContainer.prototype.register = async () => { throw new Error('not here') }</script>",
    ),
    ("private", "<script>delete Navigator.prototype.serviceWorker</script>"),
    (
        "storeless",
        "<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no storage') } })</script>",
    ),
    ("own", ""),
];

/// Whether a frame of the same site is isolated, and in reach of the page around it.
const A_FRAME_OF_ITS_OWN: &str = "
    const [done] = arguments
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.onload = () => done(frame.contentWindow.crossOriginIsolated && frame.contentDocument.title === document.title)
    frame.src = '?frame'";

in_engines!(Setup::usual().serving(super::built) => Chromium, Firefox, WebKit: after_one_reload_threads_count_in_shared_memory_are_stopped_and_show_a_panic);
in_engines!(Setup::usual().serving(super::built) => Chromium, Firefox, WebKit: a_page_that_can_not_be_isolated_says_why_and_does_not_reload);
in_engines!(Setup::usual().serving(super::built) => Chromium, Firefox, WebKit: a_reload_in_vain_is_not_repeated);
in_engines!(Setup::usual().serving(super::built) => Chromium, Firefox, WebKit: a_service_worker_of_ones_own_isolates_by_the_function);
in_engines!(Setup::usual().serving(super::built).on_its_own_server() => Chromium, Firefox, WebKit: where_the_headers_are_there_nothing_is_done);

async fn after_one_reload_threads_count_in_shared_memory_are_stopped_and_show_a_panic(visit: &Visit) {
    let Visit { site, page, .. } = visit;
    // How each engine calls the trap in which a panic ends.
    visit.expect_in_console("unreachable");
    page.open(site, "").await;
    page.wait_for(&["ready"]).await;
    page.when::<bool>("document.querySelector('#threads').textContent.endsWith('threads share one SharedArrayBuffer')")
        .await;
    assert_eq!(site.loads(), 2);
    assert_eq!(page.click_and_wait(COUNT).await, "done");
    // OEIS A006880 and its neighbours.
    assert_eq!(page.text("output").await, "148933 primes");

    page.click("Count those below 4,000,000,000").await;
    page.wait_for(&["running"]).await;
    assert_eq!(page.click_and_wait("Stop").await, "cancelled");

    assert_eq!(page.click_and_wait("Panic").await, "failed");
    let said = page.text("output").await;
    assert!(
        said.contains("777 is one too many") && said.contains("src/lib.rs"),
        "{said}"
    );
    assert_eq!(page.click_and_wait(COUNT).await, "done");

    page.open(site, "again").await;
    page.when::<bool>("document.querySelector('#threads').textContent.endsWith('SharedArrayBuffer')")
        .await;
    assert_eq!(
        was_loaded_by(page).await,
        "navigate",
        "the second visit needs no reload"
    );
    assert!(page.script_async::<bool>(A_FRAME_OF_ITS_OWN, vec![]).await);
}

async fn a_page_that_can_not_be_isolated_says_why_and_does_not_reload(Visit { site, page, .. }: &Visit) {
    for (name, reason) in [
        ("blocked", "not here"),
        ("private", "no service workers"),
        ("storeless", "no storage"),
    ] {
        page.go(&format!("{}{name}.html", site.address(""))).await;
        page.wait_for(&["unavailable"]).await;
        let said = page.text("output").await;
        assert!(
            said.starts_with("No threads: ") && said.contains(reason),
            "{name}: {said}"
        );
        assert_eq!(loads(site, name), 1, "{name}");
    }
}

async fn a_reload_in_vain_is_not_repeated(Visit { site, page, .. }: &Visit) {
    site.answer("own.js", Answer::Script("// Never answers.".into()));
    for (query, loaded_by) in [("", "reload"), ("?again", "navigate")] {
        page.go(&format!("{}own.html{query}", site.address(""))).await;
        page.wait_for(&["unavailable"]).await;
        let said = page.text("output").await;
        assert!(said.contains("has been reloaded"), "{said}");
        assert_eq!(was_loaded_by(page).await, loaded_by);
    }
    assert_eq!(loads(site, "own"), 3);
}

async fn a_service_worker_of_ones_own_isolates_by_the_function(Visit { site, page, .. }: &Visit) {
    let script = "importScripts('isolate.js')
        addEventListener('fetch', (event) => event.respondWith(fetch(event.request).then((response) => isolate(event.request, response))))";
    site.answer("own.js", Answer::Script(script.into()));
    page.go(&format!("{}own.html", site.address(""))).await;
    page.wait_for(&["ready"]).await;
    assert_eq!(page.click_and_wait(COUNT).await, "done");
    assert_eq!(loads(site, "own"), 2);
}

async fn where_the_headers_are_there_nothing_is_done(visit: &Visit) {
    let Visit { site, page, .. } = visit;
    // That server allows no workers from blobs, which is how wasm-bindgen-rayon starts threads without a bundler.
    visit.expect_in_console("blob:");
    page.open(site, "").await;
    let done = "
        const [done] = arguments
        isolation.then(async (obstacle) => done([obstacle, (await navigator.serviceWorker.getRegistrations()).length]))";
    assert_eq!(
        page.script_async::<(Option<String>, u32)>(done, vec![]).await,
        (None, 0)
    );
    assert_eq!(site.loads(), 1);
}

/// A forced reload goes past the service worker.
async fn works_again_after(Visit { site, page, .. }: &Visit, forced_reload: impl AsyncFnOnce(&Page)) {
    page.open(site, "").await;
    page.wait_for(&["ready"]).await;
    page.script::<()>("document.documentElement.dataset.state = 'left'", vec![])
        .await;
    forced_reload(page).await;
    page.wait_for(&["ready"]).await;
    assert_eq!(page.click_and_wait(COUNT).await, "done");
    assert!(
        site.loads() <= 4,
        "a reload for the first visit, at most one for the forced reload"
    );
}

#[test]
fn after_a_forced_reload_it_works_again_in_chromium() {
    Setup::usual().serving(built).visit(async |visit| {
        works_again_after(visit, async |page| {
            page.browser()
                .devtools("Page.reload", json!({ "ignoreCache": true }))
                .await;
        })
        .await;
    });
}

#[test]
fn after_a_forced_reload_it_works_again_in_firefox() {
    // Only Firefox takes this argument.
    let script = "setTimeout(() => location.reload(true))";
    Setup::usual()
        .serving(built)
        .with(Engine::Firefox)
        .visit(async |visit| {
            works_again_after(visit, async |page| page.script(script, vec![]).await).await;
        });
}

#[test]
fn without_its_service_worker_it_gets_a_new_one_in_webkit() {
    // A script can't force a reload there.
    let script = "navigator.serviceWorker.getRegistrations()
        .then((all) => Promise.all(all.map((one) => one.unregister()))).then(() => location.reload())";
    Setup::usual().serving(built).with(Engine::WebKit).visit(async |visit| {
        works_again_after(visit, async |page| page.script(script, vec![]).await).await;
    });
}

#[test]
fn in_a_frame_of_another_origin_it_works_in_chromium() {
    Setup::usual().serving(built).visit(async |Visit { site, page, .. }| {
        let _other = embed(page, "example", &site.address("")).await;
        page.script::<()>("document.querySelector('button').click()", vec![])
            .await;
        assert_eq!(page.wait_for(&["done", "failed"]).await, "done");
        assert_eq!(site.loads(), 2);
    });
}

#[test]
fn in_a_frame_of_another_origin_firefox_says_why_not_and_does_not_reload() {
    let setup = Setup::usual().serving(built).with(Engine::Firefox);
    setup.visit(async |Visit { site, page, .. }| {
        let _other = embed(page, "example-firefox", &site.address("")).await;
        let said = page.text("output").await;
        assert!(said.contains("in a frame"), "{said}");
        assert_eq!(site.loads(), 1);
    });
}

fn built() -> PathBuf {
    static ONCE: Once = Once::new();
    let built = env::var_os("EXAMPLE").expect("`cargo xtask test all example` says where it has built it");
    let built = PathBuf::from(built);
    ONCE.call_once(|| {
        let page = fs::read_to_string(built.join("index.html")).expect("it has a page");
        let script = "<script src=\"isolate.js\"";
        for (name, before) in VARIANTS {
            let own = if name == "own" {
                " data-service-worker=\"own.js\""
            } else {
                ""
            };
            let variant = page.replacen(script, &format!("{before}{script}{own}"), 1);
            fs::write(built.join(name).with_extension("html"), variant).expect("a page is added");
        }
    });
    built
}

/// What the browser says of the load of this page: `navigate` or `reload`.
async fn was_loaded_by(page: &Page) -> String {
    page.script("return performance.getEntriesByType('navigation')[0].type", vec![])
        .await
}

/// How often one of those pages was asked for until now.
fn loads(site: &Site, name: &str) -> usize {
    let page = format!("{name}.html");
    site.requests().iter().filter(|path| **path == page).count()
}
