//! Cancelling ends a run at once and leaves nothing behind.

use std::time::Duration;

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::page::Page;
use page_tests::{Visit, visit};

/// Clicks Cancel, and calls back with the milliseconds until the page says so and with the changes it shows afterwards.
const CANCEL: &str = "
    const [button, wait, done] = arguments
    const root = document.documentElement
    const start = performance.now()
    new MutationObserver((_, observer) => {
        observer.disconnect()
        const took = performance.now() - start
        let changes = 0
        const places = ['#log', '#gallery', '#progress', '#comparison', '#time'].map((id) => document.querySelector(id))
        const watch = new MutationObserver((records) => { changes += records.length })
        // The page may still tidy up in the frame of the click.
        requestAnimationFrame(() => setTimeout(() => {
            for (const place of places) watch.observe(place, { attributes: true, childList: true, subtree: true, characterData: true })
            setTimeout(() => done([root.dataset.state, took, changes]), wait)
        }))
    }).observe(root, { attributes: true, attributeFilter: ['data-state'] })
    button.click()";

#[test]
fn downloads_end_at_once_under_every_executor_and_nothing_arrives_afterwards() {
    visit(async |Visit { picsum, site, page, .. }| {
        let hop = Duration::from_millis(200);
        picsum.set_latency(hop);
        for executor in FOR_PICTURES {
            page.open(site, &format!("task=pictures&executor={executor}&workers=4&run"))
                .await;
            page.wait_for(&["running"]).await;
            wait_for_first_picture(page).await;
            cancel(page, executor, 3 * hop).await;
        }
    });
}

#[test]
fn computing_ends_at_once_under_every_executor() {
    visit(async |Visit { site, page, .. }| {
        for executor in FOR_FIB {
            // Long enough that none is done before the click.
            page.open(site, &format!("task=fib&executor={executor}&n=46&workers=2&run"))
                .await;
            page.wait_for(&["running"]).await;
            cancel(page, executor, Duration::from_millis(200)).await;
        }
    });
}

#[test]
fn a_new_run_can_start_right_after_a_cancelled_one() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&executor=threads&n=46&workers=2&run").await;
        page.wait_for(&["running"]).await;
        page.click("Cancel").await;
        page.wait_for(&["cancelled"]).await;
        let n = page.all("[name=n]").await.pop().expect("the form asks for n");
        n.clear().await.expect("n can be cleared");
        n.send_keys("20").await.expect("n can be typed");
        let run = page.run_by_click("Run").await;
        assert_eq!(run.numbers()[19], 4181);
    });
}

async fn cancel(page: &Page, executor: &str, wait: Duration) {
    let button = page.button("Cancel").await.expect("a run can be cancelled");
    let button = serde_json::to_value(button).expect("an element can be an argument");
    let wait = u64::try_from(wait.as_millis()).expect("a short time");
    let (state, took, changes): (String, f64, usize) = page.script_async(CANCEL, vec![button, wait.into()]).await;
    assert_eq!(state, "cancelled", "{executor}");
    assert!(took <= 100.0, "{executor} took {took} ms to cancel");
    assert_eq!(changes, 0, "{executor}: the page went on to change");
    page.wait_for_workers_to_end(executor).await;
}

async fn wait_for_first_picture(page: &Page) {
    let script = "
        const done = arguments[0]
        const gallery = document.querySelector('#gallery')
        const look = () => gallery.querySelector('img') && (done(true), true)
        if (!look()) {
            new MutationObserver((_, observer) => look() && observer.disconnect()).observe(gallery, { childList: true, subtree: true })
        }";
    assert!(page.script_async::<bool>(script, vec![]).await);
}
