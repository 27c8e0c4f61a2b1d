//! Many runs in a row leave the browser as few of them do.

use std::time::Duration;

use page_tests::page::Page;
use page_tests::{Setup, Visit};

#[test]
fn a_hundred_runs_leave_workers_and_memory_where_ten_left_them() {
    Setup::usual().alone().visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=15&workers=4&repeats=1&run")
            .await;
        run_again(page, 9).await;
        page.wait_for_workers_to_end("after ten runs").await;
        let after_ten = page.browser().memory().await;
        run_again(page, 90).await;
        page.wait_for_workers_to_end("after a hundred runs").await;
        let after_hundred = page.browser().memory().await;
        // Each run's pool takes 1 MiB at least; garbage and the list of runs are far less than all of them together.
        let growth = after_hundred.saturating_sub(after_ten) >> 20;
        assert!(growth < 45, "memory grew by {growth} MiB, from {} MiB", after_ten >> 20);
    });
}

async fn run_again(page: &Page, times: usize) {
    for _ in 0..times {
        page.run_by_click("Run").await;
    }
}

/// Starts and cancels a run at each of these moments after its start, in milliseconds; calls back with the states.
const START_AND_CANCEL: &str = "
    const [run, cancel, moments, done] = arguments
    const root = document.documentElement
    const over = () => new Promise((resolve) => {
        const observer = new MutationObserver(() => {
            if (root.dataset.state === 'running') return
            observer.disconnect()
            resolve(root.dataset.state)
        })
        observer.observe(root, { attributes: true, attributeFilter: ['data-state'] })
    })
    const states = []
    for (const moment of moments) {
        run.click()
        const state = over()
        await new Promise((resolve) => setTimeout(resolve, moment))
        cancel.click()
        states.push(await state)
    }
    done(states)";

#[test]
fn runs_cancelled_at_any_moment_leave_no_worker() {
    Setup::usual().alone().visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_millis(50));
        for set_up in [
            "task=fib&executor=threads&n=42&workers=3&repeats=1",
            "task=pictures&executor=threads&workers=3",
            "task=fib&executor=processes&n=42&workers=3&repeats=1",
            "task=pictures&executor=processes&workers=3",
        ] {
            page.run(site, &format!("{}&run", set_up.replace("n=42", "n=5"))).await;
            page.wait_for_workers_to_end(set_up).await;
            page.open(site, set_up).await;
            page.wait_for(&["ready"]).await;
            let buttons = [page.button("Run").await, page.button("Cancel").await];
            let [run, cancel] =
                buttons.map(|button| serde_json::to_value(button.expect("a button")).expect("an argument"));
            // From before any worker is there to well into the work, in no order.
            let moments: Vec<u32> = (0..50).map(|n| n * 37 % 400).collect();
            let states: Vec<String> = page
                .script_async(START_AND_CANCEL, vec![run, cancel, moments.into()])
                .await;
            assert_eq!(states, ["cancelled"; 50], "{set_up}");
            page.wait_for_workers_to_end(set_up).await;
        }
    });
}
