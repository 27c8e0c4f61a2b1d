//! The page on a host that sends no headers: isolated by its service worker, or plainly without threads.

use page_tests::executors::{FOR_FIB, IN_SHARED_MEMORY};
use page_tests::page::{OVER, Page};
use page_tests::site::{Answer, dist};
use page_tests::{Setup, Visit, visit, visit_expecting, visit_without_service_worker};

#[test]
fn the_first_visit_becomes_isolated_with_one_reload_and_keeps_the_runs_set_up_and_the_second_needs_none() {
    visit(async |Visit { site, page, .. }| {
        count_loads(page).await;
        let set_up = "task=fib&executor=threads&n=22&workers=3&repeats=2&run";
        let run = page.run(site, set_up).await;
        assert!(run.environment.cross_origin_isolated);
        assert_eq!(run.environment.flavour.as_deref(), Some("threads"));
        assert_eq!(
            (run.executor.as_str(), run.inputs.len(), run.workers, run.repeats),
            ("threads", 22, 3, 2)
        );
        let of_the_first = loads(page).await;
        assert!(of_the_first <= 2, "{of_the_first} loads");
        page.run(site, "task=fib&executor=threads&n=6&repeats=1&run").await;
        assert_eq!(loads(page).await, of_the_first + 1, "the second visit reloads");
    });
}

#[test]
fn a_run_that_needs_no_shared_memory_needs_no_reload() {
    visit(async |Visit { site, page, .. }| {
        count_loads(page).await;
        page.run(site, "task=fib&executor=processes&n=20&repeats=1&run").await;
        assert_eq!(loads(page).await, 1);
    });
}

#[test]
fn a_click_on_run_becomes_isolated_and_runs_what_was_set_up() {
    visit(async |Visit { site, page, .. }| {
        count_loads(page).await;
        page.open_ready(site, "task=fib&executor=threads&n=21").await;
        assert_eq!(page.click_and_wait("Run").await, "done");
        let run = page.last_run().await;
        assert!(run.environment.cross_origin_isolated);
        assert_eq!((run.executor.as_str(), run.inputs.len()), ("threads", 21));
        assert!(loads(page).await <= 2, "{} loads", loads(page).await);
    });
}

#[test]
fn without_the_service_worker_threads_are_unavailable_with_the_reason_and_the_rest_runs() {
    visit_without_service_worker(&[], async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        count_loads(page).await;
        for executor in FOR_FIB {
            let before = loads(page).await;
            let set_up = format!("task=fib&executor={executor}&n=20&workers=2&repeats=1&run");
            page.open(site, &set_up).await;
            if IN_SHARED_MEMORY.contains(&executor) {
                let state = page.wait_for(&["ready", "failed", "done"]).await;
                assert_ne!(state, "done", "{executor}");
                let text = page.text("body").await;
                assert!(text.contains("service worker"), "{executor}: no reason in {text}");
            } else {
                assert_eq!(page.wait_for(OVER).await, "done", "{executor}");
                assert_eq!(page.last_run().await.numbers()[19], 4181, "{executor}");
            }
            assert_eq!(loads(page).await, before + 1, "{executor} reloads for nothing");
        }
    });
}

#[test]
fn a_server_on_this_machine_that_isolates_the_page_gets_no_service_worker() {
    Setup::usual()
        .on_its_own_server()
        .visit(async |Visit { site, page, .. }| {
            page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
            page.when::<bool>(
                "[...document.querySelectorAll('#doctor-table td')].some((cell) => cell.textContent === 'not needed')",
            )
            .await;
            assert_eq!(traces(page).await, (0, 0));
        });
}

#[test]
fn another_project_at_the_same_address_is_left_alone_and_nothing_stays() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        assert_eq!(traces(page).await.0, 1);
        site.answer("", Answer::Page);
        page.open(site, "").await;
        let title = page.browser().client().title().await.expect("a title");
        let isolated: bool = page.eval("return crossOriginIsolated").await;
        assert_eq!((title.as_str(), isolated), ("Home", false));
        page.open(site, "").await;
        let until_gone = "
            const [done] = arguments
            const look = async () => {
                const traces = [...await navigator.serviceWorker.getRegistrations(), ...await caches.keys()]
                traces.length === 0 ? done(null) : requestAnimationFrame(look)
            }
            look()";
        page.eval_async::<()>(until_gone).await;
    });
}

#[test]
fn a_host_in_trouble_loses_neither_the_service_worker_nor_what_it_keeps_and_the_kept_page_works_meanwhile() {
    visit_expecting(&["404", "503"], async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        page.kept().await;
        let before = traces(page).await;
        for trouble in [Answer::Gone, Answer::Unavailable, Answer::Silence] {
            site.answer("", trouble.clone());
            let set_up = "task=fib&executor=threads&n=7&repeats=1";
            page.open(site, set_up).await;
            if !matches!(trouble, Answer::Gone) {
                page.wait_for(&["ready"]).await;
                assert_eq!(page.run_by_click("Run").await.numbers().len(), 7);
            }
            site.restore("");
            page.open_ready(site, "").await;
            assert_eq!(traces(page).await, before, "{trouble:?}");
        }
    });
}

/// How many service workers and caches the page's origin has.
async fn traces(page: &Page) -> (usize, usize) {
    let count = "
        const [done] = arguments
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then((lists) => done(lists.map((list) => list.length)))";
    page.eval_async(count).await
}

#[test]
fn opened_as_a_file_the_page_says_how_to_serve_it() {
    visit_expecting(&["file://"], async |Visit { page, .. }| {
        page.go(&format!("file://{}", dist().join("index.html").display()))
            .await;
        // It appears after the time that the scripts of a served page need to remove it.
        let appeared = "
            const notice = document.querySelector('#file-notice')
            Promise.all(notice.getAnimations().map((animation) => animation.finished)).then(() => arguments[0](null))";
        page.eval_async::<()>(appeared).await;
        let notice = page.text("#file-notice").await;
        assert!(notice.contains("cargo xtask serve"), "{notice}");
    });
}

#[test]
fn served_it_shows_no_such_notice() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        assert_eq!(page.all("#file-notice").await.len(), 0);
    });
}

/// Makes the tab count the documents that it loads from now on.
async fn count_loads(page: &Page) {
    page.add_to_each_load("sessionStorage.testLoads = 1 + Number(sessionStorage.testLoads ?? 0)")
        .await;
}

async fn loads(page: &Page) -> u32 {
    page.eval("return Number(sessionStorage.testLoads ?? 0)").await
}
