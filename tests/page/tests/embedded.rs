//! The page in a frame of another origin.

use std::fs;

use page_tests::page::{OVER, Page};
use page_tests::site::Site;
use page_tests::{Setup, Visit};
use serde_json::json;

/// What is to be seen in the frame: the elements with a text of their own that have a place on the screen.
const SEEN: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const seen = new Set()
    while (walker.nextNode()) {
        const { parentElement: element, data } = walker.currentNode
        if (data.trim() === '' || element.closest('.unseen, .opening, script, noscript') || element.getClientRects().length === 0) continue
        seen.add((element.closest('[id]') ?? element).id)
    }
    return [...seen].sort()";

/// Another site, whose page has this in it.
async fn framing(name: &str, frame: &str) -> Site {
    let folder = page_tests::root().join("target/page-tests/frames").join(name);
    fs::create_dir_all(&folder).expect("a folder for the framing page");
    let page = format!("<!doctype html><link rel=icon href=\"data:,\"><title>Another page</title>{frame}");
    fs::write(folder.join("index.html"), page).expect("the framing page can be written");
    Site::plain(&folder).await
}

/// Opens a page of another site that embeds this one, and goes into the frame.
pub(crate) async fn embed(page: &Page, name: &str, address: &str) -> Site {
    let frame = format!("<iframe src=\"{address}\" width=1000 height=700></iframe>");
    let other = framing(name, &frame).await;
    enter(page, &other).await;
    other
}

async fn enter(page: &Page, other: &Site) {
    // Another name for the same machine is another site.
    let outside = other.address("").replace("127.0.0.1", "localhost");
    page.go(&outside).await;
    page.browser()
        .client()
        .enter_frame(0)
        .await
        .expect("the frame is there");
    page.wait_for(&["ready", "unavailable"]).await;
}

/// Presses a button. In a frame of another site Chromium's driver can't tell its name.
async fn press(page: &Page, selector: &str) {
    page.script::<()>("document.querySelector(arguments[0]).click()", vec![json!(selector)])
        .await;
}

async fn where_nothing_isolates_it_the_page_says_that_it_is_embedded_and_leads_to_a_tab(
    Visit { site, page, .. }: &Visit,
) {
    let name = format!("plain-{:?}", page.browser().engine());
    let _other = embed(page, &name, &site.address("task=fib&executor=threads&n=9&repeats=1")).await;
    let said = page.text("#unavailable").await;
    assert!(said.contains("embedded"), "{said}");
    let link = link(page, "#unavailable a").await;
    assert!(link.starts_with("_blank ") && link.contains("n=9"), "{link}");

    let loads = site.loads();
    press(page, "#run").await;
    assert_eq!(page.wait_for(OVER).await, "failed");
    assert_eq!(site.loads(), loads, "it reloads in a frame");
    press(page, "#fault-offers button").await;
    assert_eq!(page.wait_for(&["done"]).await, "done");
    assert_eq!(page.last_run().await.executor, "processes");
}

in_engines!(Chromium, Firefox: where_nothing_isolates_it_the_page_says_that_it_is_embedded_and_leads_to_a_tab);

#[test]
fn the_service_worker_gives_it_threads_from_the_second_visit_on_in_a_frame_of_chromium() {
    Setup::usual().visit(async |visit| {
        let Visit { site, page, .. } = visit;
        let other = embed(page, "second", &site.address("task=fib&executor=threads&n=9&repeats=1")).await;
        let is_active = "navigator.serviceWorker.ready.then(() => arguments[0](null))";
        page.eval_async::<()>(is_active).await;
        enter(page, &other).await;
        runs_on_threads(page).await;
    });
}

#[test]
fn a_host_that_isolates_documents_gives_it_threads_in_a_frame_of_chromium() {
    Setup::usual()
        .on_its_own_server()
        .visit(async |Visit { site, page, .. }| {
            let _other = embed(
                page,
                "isolating",
                &site.address("task=fib&executor=threads&n=9&repeats=1"),
            )
            .await;
            runs_on_threads(page).await;
        });
}

#[test]
fn a_run_that_its_address_asks_for_waits_until_its_frame_is_laid_out() {
    Setup::usual().visit(async |Visit { site, page, .. }| {
        let address = site.address("task=fib&n=9&repeats=1&embed&run");
        let frame = format!("<iframe src=\"{address}\" width=1000 height=700 style=\"display: none\"></iframe>");
        let other = framing("slides", &frame).await;
        enter(page, &other).await;
        let client = page.browser().client();
        client.enter_parent_frame().await.expect("a frame has a parent");
        page.eval::<()>("document.querySelector('iframe').style.display = 'block'")
            .await;
        client.enter_frame(0).await.expect("the frame is there");
        assert_eq!(page.wait_for(OVER).await, "done");
    });
}

async fn runs_on_threads(page: &Page) {
    press(page, "#run").await;
    page.wait_for(OVER).await;
    let run = page.last_run().await;
    assert!(run.environment.cross_origin_isolated);
    assert_eq!(run.numbers().len(), 9);
}

#[test]
fn a_small_frame_shows_the_set_up_in_a_line_the_lanes_the_sentence_and_the_way_to_the_full_page() {
    Setup::usual().visit(async |Visit { site, page, .. }| {
        let address = site.address("task=pictures&source=simulated&latency=30&executor=async&repeats=3&embed");
        let frame = format!("<iframe src=\"{address}\" width=320 height=280 style=\"border: 0\"></iframe>");
        let other = framing("small", &frame).await;
        enter(page, &other).await;
        let seen: Vec<String> = page.eval(SEEN).await;
        assert_eq!(
            seen.join(" "),
            "drawing embed-start full-page setup-line time-what verdict"
        );
        fits(page).await;
        assert!(page.text("#setup-line").await.contains("async"));

        press(page, "#embed-start").await;
        assert_eq!(page.wait_for(OVER).await, "done");
        let executors: Vec<String> = page.runs().await.into_iter().map(|run| run.executor).collect();
        assert_eq!(executors, ["loop", "async"]);
        let said = page.text("#verdict").await;
        assert!(
            said.contains("the loop (95% CI ") && said.contains("at the same time"),
            "{said}"
        );
        fits(page).await;
        let link = link(page, "#full-page").await;
        assert!(link.starts_with("_blank ") && link.contains("latency=30"), "{link}");
        assert!(!link.contains("embed"), "{link}");
    });
}

/// Where a link opens, and what it leads to.
async fn link(page: &Page, selector: &str) -> String {
    let link = "const { target, href } = document.querySelector(arguments[0]); return `${target} ${href}`";
    page.script(link, vec![json!(selector)]).await
}

async fn fits(page: &Page) {
    let sizes = "
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth, innerWidth, scrollHeight, innerHeight]";
    let sizes: [u32; 4] = page.eval(sizes).await;
    assert!(
        sizes[0] <= sizes[1] && sizes[2] <= sizes[3],
        "it has to be scrolled: {sizes:?}"
    );
}

#[test]
fn the_snippet_that_is_copied_shows_the_set_up_in_another_page() {
    Setup::usual().visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=processes&n=21&workers=2&repeats=2")
            .await;
        page.keep_what_is_saved().await;
        page.click("Copy snippet for another page").await;
        page.when::<bool>("document.querySelector('#share-said').textContent.includes('copied')")
            .await;
        let snippet = page.last_kept().await;
        let other = framing("snippet", &snippet).await;
        enter(page, &other).await;
        press(page, "#embed-start").await;
        assert_eq!(page.wait_for(OVER).await, "done");
        // The loop beside it ends last.
        let runs = page.runs().await;
        let run = runs
            .iter()
            .find(|run| run.executor == "processes")
            .expect("what was set up");
        assert_eq!(run.numbers().len(), 21);
    });
}
