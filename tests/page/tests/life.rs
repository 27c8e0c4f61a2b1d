//! What a page lives through: being left and reloaded, new versions, full storage, service workers that do nothing.

use std::fs;
use std::time::Duration;

use page_tests::page::Page;
use page_tests::site::{Answer, dist};
use page_tests::{Visit, visit};
use serde_json::json;

const LONG: &str = "task=fib&executor=threads&n=50&workers=2&repeats=1";

#[test]
fn a_service_worker_that_adds_nothing_makes_the_page_reload_once_and_then_say_so() {
    visit(async |Visit { site, page, .. }| {
        let idle = "// Registers, becomes active, and never answers.".to_owned();
        site.answer("service-worker.js", Answer::Script(idle));
        page.open(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        assert_eq!(page.wait_for(&["done", "failed"]).await, "failed");
        assert_eq!(page.codes("#fault").await, ["headers-missing"]);
        assert_eq!(site.loads(), 2);

        for _ in 0..3 {
            page.click_and_wait("Run").await;
        }
        assert_eq!(site.loads(), 2, "it reloads once");
        let run = page.run_by_click("Use processes instead").await;
        assert_eq!(run.numbers(), [0, 1, 1, 2, 3]);
    });
}

#[test]
fn left_or_reloaded_in_the_middle_of_a_run_the_page_ends_it_and_runs_again() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        for reload in [true, false] {
            page.open_ready(site, LONG).await;
            page.click("Run").await;
            // While workers start, a page that is left can't end them, but is frozen with them.
            page.when::<bool>("document.querySelector('#doing').textContent.startsWith('threads')")
                .await;
            if reload {
                page.browser().client().refresh().await.expect("a page can be reloaded");
            } else {
                page.go("about:blank").await;
            }
            page.wait_for_workers_to_end("leaving").await;
            page.open_ready(site, "task=fib&executor=threads&n=20&repeats=1").await;
            assert_eq!(page.run_by_click("Run").await.numbers()[19], 4181);
        }
    });
}

#[test]
fn a_new_version_is_offered_while_a_run_goes_on_and_spares_what_others_have_stored() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        picsum.set_latency(Duration::from_mins(10));
        page.open_ready(site, "task=pictures&repeats=1&executor=threads&timeout=120000")
            .await;
        page.eval_async::<()>("caches.open('another project').then(() => arguments[0](null))")
            .await;
        page.click("Run").await;
        page.wait_for(&["running"]).await;

        let (version, next) = next_version(page).await;
        site.answer("service-worker.js", Answer::Script(next));
        let offered = "
            const done = arguments[0]
            const notice = document.querySelector('#new-version')
            const look = () => notice.hidden || (done(document.documentElement.dataset.state), true)
            new MutationObserver(look).observe(notice, { attributes: true })
            // A look for new versions that is under way since the page opened may have read the old one.
            navigator.serviceWorker.ready.then(async (registration) => {
                while (!registration.installing && !registration.waiting) await registration.update()
            })";
        let state: String = page.eval_async(offered).await;
        assert_eq!(state, "running", "the run goes on");
        assert_eq!(page.click_and_wait("Cancel").await, "cancelled");

        page.click("Reload").await;
        // The page that was there is running no more; the new one settles by itself.
        page.wait_for(&["ready"]).await;
        let names = caches(page).await;
        assert!(names.iter().any(|name| name == "another project"), "{names:?}");
        assert!(names.iter().any(|name| name.ends_with(" next")), "{names:?}");
        assert!(!names.iter().any(|name| name.ends_with(&version)), "{names:?}");
    });
}

#[test]
fn isolation_needs_no_storage_and_comes_back_after_a_forced_reload() {
    visit(async |Visit { site, page, .. }| {
        let origin = site.address("");
        let full = json!({ "origin": origin.split("/easy").next(), "quotaSize": 1000 });
        page.browser().devtools("Storage.overrideQuotaForOrigin", full).await;
        let run = page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        assert!(run.environment.cross_origin_isolated);

        page.open_ready(site, "task=fib&executor=threads&n=6").await;
        page.browser()
            .devtools("Page.reload", json!({ "ignoreCache": true }))
            .await;
        page.wait_for(&["ready"]).await;
        assert_eq!(page.click_and_wait("Run").await, "done");
        assert!(page.last_run().await.environment.cross_origin_isolated);
    });
}

/// The version of the page that is shown, and the service worker of another one with the same files.
async fn next_version(page: &Page) -> (String, String) {
    let folder = "return new URL(document.querySelector('script[src]').src).pathname.split('/').at(-3)";
    let version: String = page.eval(folder).await;
    let script = fs::read_to_string(dist().join("service-worker.js")).expect("the service worker can be read");
    // Alone it is the version's name, before a slash that of the folder.
    let next = ['"', '\'', '`'].iter().fold(script.clone(), |script, quote| {
        script.replace(&format!("{version}{quote}"), &format!("next{quote}"))
    });
    assert_ne!(next, script, "the service worker names its version");
    (version, next)
}

async fn caches(page: &Page) -> Vec<String> {
    page.eval_async("caches.keys().then(arguments[0])").await
}
