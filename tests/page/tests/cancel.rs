//! Cancelling ends a run at once and leaves nothing behind.

use std::time::Duration;

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::page::Page;
use page_tests::{Visit, visit};

/// Clicks Cancel, and calls back with the state that the page is in before it does anything else, and with what it shows as
/// soon as all of that is drawn and a while later.
const CANCEL: &str = "
    const [button, wait, done] = arguments
    const find = (id) => document.getElementById(id)
    const shown = () => [
        find('progress').value, find('gallery').querySelectorAll('img').length,
        ...['log', 'gallery', 'comparison', 'time'].map((id) => find(id).textContent),
    ].join('; ')
    const change = (element, happened) => new Promise((resolve) => {
        const look = () => happened() && (resolve(), true)
        if (!look()) {
            const observer = new MutationObserver(() => look() && observer.disconnect())
            observer.observe(element, { attributes: true, childList: true, subtree: true })
        }
    })
    const after = (wait) => new Promise((resolve) => setTimeout(resolve, wait))
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const nextTask = new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(null)
    })
    button.click()
    nextTask.then(async () => {
        const { state } = document.documentElement.dataset
        await change(find('log'), () => find('log').textContent.includes('Cancelled'))
        // What had come before the end may be drawn after it.
        const settled = async (before) => {
            await after(200)
            await frame()
            return shown() === before ? before : settled(shown())
        }
        const first = await settled(shown())
        await after(wait)
        done([state, first, shown()])
    })";

#[test]
fn downloads_end_at_once_under_every_executor_and_nothing_arrives_afterwards() {
    visit(async |Visit { picsum, site, page, .. }| {
        let hop = Duration::from_millis(200);
        picsum.set_latency(hop);
        for executor in FOR_PICTURES {
            let set_up = format!("task=pictures&repeats=1&executor={executor}&workers=4&run");
            page.open(site, &set_up).await;
            page.wait_for(&["running"]).await;
            page.when::<bool>("document.querySelector('#gallery img') !== null")
                .await;
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
        assert_eq!(page.click_and_wait("Cancel").await, "cancelled");
        page.fill("n in fib(1) to fib(n)", "20").await;
        let run = page.run_by_click("Run").await;
        assert_eq!(run.numbers()[19], 4181);
    });
}

#[test]
fn what_was_cancelled_stands_still_and_keeps_no_other_executor_waiting() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&executor=loop&n=42&repeats=1&run").await;
        page.wait_for(&["running"]).await;
        // What is out of view isn't drawn while it runs.
        page.scroll_to(".panel").await;
        page.when::<bool>("document.querySelector('.panel-facts').textContent.includes('running')")
            .await;
        assert_eq!(page.click_and_wait("Cancel").await, "cancelled");
        page.when::<bool>("document.querySelector('.panel-facts').textContent.includes('cancelled')")
            .await;
        page.choose("executor", "threads").await;
        assert_eq!(page.click_and_wait("Run").await, "done");
    });
}

async fn cancel(page: &Page, executor: &str, wait: Duration) {
    let button = page.button("Cancel").await.expect("a run can be cancelled");
    let button = serde_json::to_value(button).expect("an element can be an argument");
    let wait = u64::try_from(wait.as_millis()).expect("a short time");
    let arguments = vec![button, wait.into()];
    let (state, first, later): (String, String, String) = page.script_async(CANCEL, arguments).await;
    assert_eq!(state, "cancelled", "{executor}");
    assert_eq!(first, later, "{executor}: something arrived after the end");
    page.wait_for_workers_to_end(executor).await;
}
