//! Browsers that say odd things about themselves: the page settles, its set-up is valid, and runs go.

use page_tests::{Setup, Visit, visit};

const COARSE: &str = "has a clock of 100 ms";

/// What a browser does, and a script that makes this one do so before the page's own run.
const ODDITIES: [(&str, &str); 9] = [
    (
        "says 0 cores",
        "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 0 })",
    ),
    (
        "says nothing of cores",
        "delete Navigator.prototype.hardwareConcurrency",
    ),
    (
        "says 2.5 cores",
        "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2.5 })",
    ),
    (
        "says 128 cores",
        "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 128 })",
    ),
    (
        "throws when asked what it is",
        "for (const name of ['hardwareConcurrency', 'connection', 'onLine', 'serviceWorker', 'share'])
            Object.defineProperty(navigator, name, { get() { throw new TypeError('no') } })",
    ),
    (
        "answers with symbols",
        "for (const name of ['hardwareConcurrency', 'connection', 'onLine', 'share'])
            Object.defineProperty(navigator, name, { value: Symbol(name) })",
    ),
    (
        COARSE,
        "const now = performance.now.bind(performance)
        Performance.prototype.now = () => Math.floor(now() / 100) * 100",
    ),
    (
        "throws where storage is looked at",
        "for (const name of ['sessionStorage', 'localStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })",
    ),
    (
        "lets nobody change the address",
        "History.prototype.replaceState = () => { throw new DOMException('too often', 'SecurityError') }",
    ),
];

#[test]
fn whatever_a_browser_says_of_itself_the_page_gets_ready_and_runs() {
    visit(async |Visit { site, page, .. }| {
        for (oddity, script) in ODDITIES {
            let added = page.add_to_each_load(script).await;
            page.open_ready(site, "task=fib&n=22&executor=processes").await;
            let workers: f64 = page
                .eval("return Number(document.querySelector('#workers').value)")
                .await;
            assert!(
                (1.0..=64.0).contains(&workers) && workers.fract() == 0.0,
                "{oddity}: {workers}"
            );
            assert_eq!(page.warnings().await, [""; 0], "{oddity}");
            page.fill("Workers", "2").await;
            page.fill("Repeats", "2").await;
            let run = page.run_by_click("Run").await;
            assert_eq!(run.numbers()[21], 10946, "{oddity}");
            if oddity == COARSE {
                let clock = page.text("#doctor-table tbody tr:last-child").await;
                assert!(clock.contains("100") && clock.contains("fingerprinting"), "{clock}");
                let notes = page.text("#doubts").await;
                assert!(notes.contains("clock"), "{notes}");
            }
            page.stop_adding(&added).await;
        }
    });
}

#[test]
fn where_nothing_may_be_copied_the_text_is_there_to_be_selected() {
    Setup::usual().visit(async |Visit { site, page, .. }| {
        for refusing in [
            "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })",
        ] {
            let added = page.add_to_each_load(refusing).await;
            page.open_ready(site, "task=fib&n=12").await;
            page.click("Copy link").await;
            let text: String = page
                .when("!document.querySelector('#share-text').hidden && document.querySelector('#share-text').value")
                .await;
            assert!(text.contains("n=12"), "{text}");
            page.stop_adding(&added).await;
        }
    });
}
