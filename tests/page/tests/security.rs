//! What is not let in: the policy holds inside workers too, and an address is only data.

use std::collections::BTreeMap;

use page_tests::site::Answer;
use page_tests::{Visit, visit, visit_expecting};
use serde_json::json;

/// A worker that tries what the page never does, and tells how each attempt ended.
const PROBE: &str = "
    const attempts = {
        'its own origin': () => fetch(location.href),
        'a foreign origin': () => fetch(location.href.replace('127.0.0.1', 'localhost'), { mode: 'no-cors' }),
        'eval': () => (0, eval)('1'),
        'a function from text': () => new Function('return 1')(),
        'a script from an address': () => import('data:text/javascript,'),
        'a worker from a blob': () => new Promise((resolve, reject) => {
            const script = new Blob(['postMessage(1)'], { type: 'text/javascript' })
            const worker = new Worker(URL.createObjectURL(script))
            worker.onmessage = resolve
            worker.onerror = reject
        }),
    }
    const ends = {}
    for (const [name, attempt] of Object.entries(attempts)) {
        ends[name] = await Promise.resolve().then(attempt).then(() => 'done', () => 'refused')
    }
    postMessage(ends)";

#[test]
fn inside_a_worker_foreign_addresses_eval_and_scripts_from_blobs_are_refused() {
    visit_expecting(&["Content Security Policy"], async |Visit { site, page, .. }| {
        site.answer("0123456789abcdef/probe.js", Answer::Script(PROBE.to_owned()));
        // From here on the service worker sends the policy with every script in a version's folder.
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        let script = "
            const done = arguments[0]
            const worker = new Worker(new URL('0123456789abcdef/probe.js', location.href), { type: 'module' })
            worker.onmessage = ({ data }) => done(data)
            worker.onerror = () => done({ 'the worker itself': 'refused' })";
        let mut ends: BTreeMap<String, String> = page.eval_async(script).await;
        assert_eq!(ends.remove("its own origin").as_deref(), Some("done"));
        assert!(ends.len() == 5 && ends.values().all(|end| end == "refused"), "{ends:?}");
    });
}

#[test]
fn whatever_an_address_says_is_shown_as_text() {
    visit(async |Visit { site, page, .. }| {
        let markup = "%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D1%22%3E";
        let rows = "%5B1,%22KEY%22,2,%5B%5B%22loop%22,1,5%5D%5D%5D".replace("KEY", "%3Cimg%20src%3Dx%3E");
        for hostile in [
            format!("task={markup}&{markup}=1&n={markup}"),
            "__proto__=1&constructor=2&n=1e1&workers=0x4".to_owned(),
            format!("task=fib#results={markup}"),
            format!("task=fib#results={rows}"),
            format!("task=fib#results={}", "%5B".repeat(1300)),
            "task=fib&executor=threads&run#reloaded-for-__proto__".to_owned(),
        ] {
            page.open(site, &hostile).await;
            page.wait_for(&["ready", "done"]).await;
            let injected =
                "return [window.hacked ?? null, document.querySelectorAll('img[src=x]').length, ({}).n ?? null]";
            let found: serde_json::Value = page.eval(injected).await;
            assert_eq!(found, json!([null, 0, null]), "{hostile}");
        }
        page.open_ready(site, &format!("task={markup}")).await;
        assert!(
            page.warnings().await.concat().contains("<img"),
            "the warning names what was there"
        );
    });
}
