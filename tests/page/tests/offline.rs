//! The network goes away: after the first visit, when the page needs none, and in the middle of a run.

use std::time::Duration;

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::page::{OVER, Page};
use page_tests::picsum::Fault;
use page_tests::run::Run;
use page_tests::{Visit, visit, visit_expecting};

#[test]
fn everything_but_picsum_works_offline_after_the_first_visit() {
    visit(async |visit| {
        let Visit { picsum, site, page, .. } = visit;
        // The console tells of each request of the service worker that fails.
        visit.expect_in_console("ERR_CONNECTION_REFUSED");
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        assert_eq!(page.kept().await, "everything");
        site.stop();
        picsum.stop();
        for executor in FOR_FIB {
            let set_up = format!("task=fib&executor={executor}&n=20&workers=2&repeats=1&run");
            let run = page.run(site, &set_up).await;
            assert_eq!(run.numbers()[19], 4181, "{executor}");
        }
        for executor in FOR_PICTURES {
            let set_up = "task=pictures&repeats=1&source=simulated&latency=1&count=20";
            let run = page.run(site, &format!("{set_up}&executor={executor}&run")).await;
            assert_eq!(run.lengths().iter().flatten().count(), 20, "{executor}");
        }
        let licences: String = page
            .eval("return document.querySelector('a[href$=\"licences.txt\"]').href")
            .await;
        page.go(&licences).await;
        assert!(page.text("body").await.contains("rayon-core"));
    });
}

#[test]
fn offline_the_page_is_there_in_the_language_in_use_first_and_then_in_each() {
    visit(async |visit| {
        let Visit { site, page, .. } = visit;
        visit.expect_in_console("ERR_CONNECTION_REFUSED");
        let set_up = "task=fib&executor=map&n=7&repeats=1&run";
        page.run(site, &format!("lang=de&{set_up}")).await;
        // What comes last.
        until_kept(page, "words/later/en.js").await;
        site.stop();
        for language in ["de", "es", "en"] {
            let run = page.run(site, &format!("lang={language}&{set_up}")).await;
            assert_eq!(run.numbers().len(), 7);
            let shown: String = page.eval("return document.documentElement.lang").await;
            assert_eq!(shown, language);
        }
    });
}

/// Waits until a file whose address ends so is kept, with all that is kept before.
async fn until_kept(page: &Page, ending: &str) {
    let look = "
        const [ending, done] = arguments
        const keys = async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat()
        const look = async () => (await keys()).some(({ url }) => url.endsWith(ending)) ? done(null) : requestAnimationFrame(look)
        look()";
    page.script_async::<()>(look, vec![ending.into()]).await;
}

#[test]
fn what_no_visitor_waited_for_comes_last_and_not_where_data_is_to_be_saved() {
    visit(async |Visit { site, page, .. }| {
        let loaded = "performance.getEntriesByType('resource').map(({ name }) => name)";
        page.open_ready(site, "").await;
        page.kept().await;
        let own: Vec<String> = page.eval(&format!("return {loaded}")).await;
        let place = |ending: &str| own.iter().position(|name| name.ends_with(ending));
        assert!(place(".wasm") > place("main.js"), "{own:?}");
        assert_eq!(kept_files(page, "wasm").await, 2);
        assert_eq!(kept_files(page, "jpg").await, 20);
    });
    visit(async |Visit { site, page, .. }| {
        page.add_to_each_load(SAVE_DATA).await;
        page.run(site, "task=fib&executor=processes&n=5&repeats=1&run").await;
        // On the first visit, that may have been before the service worker was there.
        page.run_by_click("Run").await;
        assert_eq!(page.kept().await, "what was used");
        assert_eq!(kept_files(page, "wasm").await, 1);
        assert_eq!(kept_files(page, "jpg").await, 0);
    });
}

const SAVE_DATA: &str = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

async fn kept_files(page: &Page, ending: &str) -> usize {
    let script = format!(
        "const done = arguments[0]
        const files = async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat()
        files().then((files) => done(files.filter(({{ url }}) => url.endsWith('.{ending}')).length))"
    );
    page.eval_async(&script).await
}

#[test]
fn offline_in_the_middle_of_a_run_what_was_saved_stays_and_the_rest_fails_by_name() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_millis(20));
        for executor in FOR_PICTURES {
            // It is never answered, so the run can't be over before the network goes.
            picsum.fail(2, Fault::Silence);
            let set_up = format!("task=pictures&repeats=1&executor={executor}&count=6&workers=3&run");
            page.open(site, &set_up).await;
            page.wait_for(&["running"]).await;
            page.when::<bool>("document.querySelector('#gallery figure.saved') !== null")
                .await;
            picsum.set_reachable(false);
            assert_eq!(page.wait_for(OVER).await, "done", "{executor}");
            let saved = check_what_was_saved(&page.last_run().await);
            assert_eq!(page.all("#gallery figure.saved").await.len(), saved, "{executor}");

            picsum.set_reachable(true);
            picsum.fail_times(2, 0, Fault::Silence);
            let run = page.run_by_click("Run").await;
            assert!(
                run.lengths().iter().all(Option::is_some),
                "{executor}: {:?}",
                run.failures
            );
        }
    });
}

/// Each picture is saved, or failed with an error that names it and the network; says how many are saved.
fn check_what_was_saved(run: &Run) -> usize {
    let executor = &run.executor;
    let saved = run.results.iter().flatten().count();
    assert!(saved > 0, "{executor}");
    assert_eq!(saved + run.failures.len(), 6, "{executor}");
    assert!(run.failed_inputs().contains(&2), "{executor}: {:?}", run.failures);
    for failure in &run.failures {
        let address = format!("https://picsum.photos/id/{}/200/300", failure.input);
        let names_cause = ["no-answer", "broke-off", "too-short"].contains(&failure.fault.code.as_str());
        assert!(names_cause && failure.fault.url == address, "{executor}: {failure:?}");
    }
    saved
}
