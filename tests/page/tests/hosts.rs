//! Hosts that misbehave, each in one way: what a visitor gets all the same, or is told.

use page_tests::site::{Answer, version_folder};
use page_tests::{Setup, Visit, visit_without_service_worker};
use serde_json::json;

/// Types under which hosts that don't know wasm send it.
const OTHER_TYPES: [&str; 3] = [
    "application/octet-stream",
    "text/plain",
    "application/wasm; charset=utf-8",
];

async fn a_module_of_another_type_runs(Visit { site, page, .. }: &Visit) {
    for media_type in OTHER_TYPES {
        site.answer(".wasm", Answer::Type(media_type));
        for executor in ["loop", "threads", "processes"] {
            let set_up = format!("task=fib&executor={executor}&n=20&workers=2&repeats=1&run");
            let run = page.run(site, &set_up).await;
            assert_eq!(run.numbers()[19], 4181, "{media_type}, {executor}");
        }
    }
}

in_engines!(Chromium, Firefox, WebKit: a_module_of_another_type_runs);

#[test]
fn a_module_of_another_type_runs_where_the_host_isolates() {
    Setup::usual().on_its_own_server().visit(a_module_of_another_type_runs);
}

#[test]
fn a_page_whose_files_were_replaced_says_so_and_offers_the_newer_version() {
    // Where a service worker keeps them, they can't be gone.
    visit_without_service_worker(&["MIME"], async |Visit { site, page, .. }| {
        for (file, button) in [
            ("/plain-worker.js", "Run"),
            ("plain/easy_concurrency_bg.wasm", "Run"),
            ("/javascript-worker.js", "Add plain JavaScript"),
        ] {
            for answer in [Answer::Gone, Answer::Page] {
                // What the browser has kept isn't asked for again.
                page.browser().devtools("Network.clearBrowserCache", json!({})).await;
                // Gone before the page makes a worker ready for what may be pressed.
                site.answer(file, answer.clone());
                page.open_ready(site, "task=fib&executor=map&n=7&repeats=1").await;
                if button != "Run" {
                    // It is offered beside a run.
                    page.run_by_click("Run").await;
                }
                assert_eq!(page.click_and_wait(button).await, "failed", "{file} {answer:?}");
                assert_eq!(page.codes("#fault").await, ["files-gone"], "{file} {answer:?}");
                site.restore(file);

                page.click("Load the newer version").await;
                page.wait_for(&["ready"]).await;
                let run = page.run_by_click("Run").await;
                assert_eq!((&*run.executor, run.inputs.len()), ("map", 7), "the set-up stays");
            }
        }
    });
}

#[test]
fn a_page_whose_files_were_replaced_after_it_made_itself_ready_says_so_when_it_needs_them() {
    visit_without_service_worker(&["MIME"], async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=processes&n=7&workers=2&repeats=1")
            .await;
        let is_ready = "const done = arguments[0]
            const isThere = ({ name }) => name.endsWith('/plain-worker.js')
            const look = () => performance.getEntriesByType('resource').some(isThere) ? done(1) : setTimeout(look, 20)
            look()";
        page.eval_async::<u32>(is_ready).await;
        page.browser().devtools("Network.clearBrowserCache", json!({})).await;
        site.answer("/plain-worker.js", Answer::Gone);
        assert_eq!(page.click_and_wait("Run").await, "failed");
        assert_eq!(page.codes("#fault").await, ["files-gone"]);
    });
}

#[test]
fn where_what_is_further_down_does_not_come_the_page_says_so_and_runs() {
    visit_without_service_worker(&["further"], async |Visit { site, page, .. }| {
        let scripts = std::fs::read_dir(version_folder().join("entries")).expect("the site is built");
        let mut names = scripts
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        let further = names.find(|name| name.starts_with("further-"));
        let further = further.expect("it is a script of its own").leak();
        for answer in [Answer::Gone, Answer::Silence] {
            site.answer(further, answer);
            page.open_ready(site, "task=fib&n=7&repeats=1").await;
            assert_eq!(page.run_by_click("Run").await.numbers().len(), 7);
            let code: String = page.when("document.querySelector('#warnings li')?.dataset.code").await;
            assert_eq!(code, "further");
        }
    });
}

#[test]
fn a_page_whose_simulated_pictures_were_replaced_says_so_too() {
    visit_without_service_worker(&[], async |Visit { site, page, .. }| {
        for answer in [Answer::Gone, Answer::Page] {
            let set_up = "task=pictures&source=simulated&latency=1&executor=async&count=3&repeats=1";
            page.open_ready(site, set_up).await;
            site.answer(".jpg", answer.clone());
            assert_eq!(page.click_and_wait("Run").await, "failed", "{answer:?}");
            assert_eq!(page.codes("#fault").await, ["files-gone"], "{answer:?}");
            site.restore(".jpg");
            page.click("Load the newer version").await;
            page.wait_for(&["ready"]).await;
            page.run_by_click("Run").await;
        }
    });
}

#[test]
fn a_page_whose_scripts_do_not_come_says_what_came_and_what_to_do() {
    visit_without_service_worker(
        &["main.js", "before-paint.js", "page.css", "chunk-", "MIME"],
        async |Visit { site, page, .. }| {
            let all = ["/main.js", "/before-paint.js", "/page.css"].as_slice();
            let script = &all[..1];
            for (files, answer, reason, came) in [
                (all, Answer::Gone, "gone", "404"),
                (script, Answer::Page, "gone", "text/html"),
                (script, Answer::Type("text/plain"), "type", "text/plain"),
                (script, Answer::Unavailable, "trouble", "503"),
                (
                    script,
                    Answer::Script("throw Error('too old')".to_owned()),
                    "broken",
                    "too old",
                ),
            ] {
                for file in files {
                    site.answer(file, answer.clone());
                }
                page.open(site, "task=fib&n=9").await;
                let appeared = "
                    const notice = document.querySelector('#file-notice')
                    Promise.all(notice.getAnimations().map((animation) => animation.finished)).then(() => arguments[0](null))";
                page.eval_async::<()>(appeared).await;
                page.when::<bool>("document.querySelector('#file-notice [data-when=unknown]').hidden")
                    .await;
                let notice = page.text("#file-notice").await;
                assert!(notice.contains(came), "{answer:?}: {notice}");
                let shown = "return [...document.querySelectorAll('#file-notice [data-when]')].filter((part) => !part.hidden).at(-1).dataset.when";
                assert_eq!(page.eval::<String>(shown).await, reason, "{answer:?}: {notice}");
                assert!(notice.contains("/main.js") != notice.contains("too old"), "{notice}");
                let leads_to: String = page.eval("return document.querySelector('#file-notice a').href").await;
                assert!(leads_to.ends_with("?task=fib&n=9"), "{leads_to}");
                for file in files {
                    site.restore(file);
                }
            }
        },
    );
}
