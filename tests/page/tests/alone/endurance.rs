//! Many runs in a row leave the browser as few of them do.

use std::time::Duration;

use page_tests::executors::FOR_FIB;
use page_tests::{Visit, visit};
use serde_json::json;

/// What both scripts below begin with: `over()` resolves with the state that the run ends in.
const OVER: &str = "
    const root = document.documentElement
    const over = () => new Promise((resolve) => {
        const observer = new MutationObserver(() => {
            if (root.dataset.state === 'running') return
            observer.disconnect()
            resolve(root.dataset.state)
        })
        observer.observe(root, { attributes: true, attributeFilter: ['data-state'] })
    })";

/// Runs all executors by turns, so many times; calls back with the states that the runs ended in.
const RUN_BY_TURNS: &str = "
    const [executors, times, done] = arguments
    const [executor, run] = ['executor', 'run'].map((id) => document.getElementById(id))
    const states = []
    for (let turn = 0; turn < times; turn += 1) {
        for (executor.value of executors) {
            executor.dispatchEvent(new Event('change', { bubbles: true }))
            const state = over()
            run.click()
            states.push(await state)
        }
    }
    done(states)";

/// 504 runs, looked at after every 63rd.
const LOOKS: usize = 8;
const TURNS: usize = 9;

#[test]
fn five_hundred_runs_leave_workers_and_memory_where_the_first_left_them() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=15&workers=2&repeats=1&run")
            .await;
        let mut memory = Vec::new();
        for look in 1..=LOOKS {
            let states: Vec<String> = page
                .script_async(&[OVER, RUN_BY_TURNS].concat(), vec![json!(FOR_FIB), json!(TURNS)])
                .await;
            let runs = look * states.len();
            assert_eq!(states, ["done"; TURNS * FOR_FIB.len()]);
            page.wait_for_workers_to_end(&format!("after {runs} runs")).await;
            memory.push(page.browser().memory().await >> 20);
        }
        // Each pool takes 1 MiB at least, and there are 189 more; garbage and the list of runs are far less than all of
        // them together.
        let growth = memory[LOOKS - 1].saturating_sub(memory[0]);
        assert!(growth < 45, "memory grew by {growth} MiB: {memory:?}");
    });
}

#[test]
fn fifty_runs_of_a_hundred_repeats_leave_what_the_page_holds_where_twenty_left_it() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=fork-join&n=15&workers=2&repeats=100")
            .await;
        let ten_runs = [json!(["fork-join"]), json!(10)];
        let mut heap = Vec::new();
        for _ in 0..5 {
            let states: Vec<String> = page
                .script_async(&[OVER, RUN_BY_TURNS].concat(), ten_runs.to_vec())
                .await;
            assert_eq!(states, ["done"; 10]);
            heap.push(page.browser().heap().await);
        }
        let (before, after) = (heap[1].saturating_sub(heap[0]), heap[4].saturating_sub(heap[1]));
        // Kept as a whole, thirty runs would be three times ten.
        assert!(
            after < before,
            "ten runs took {before} bytes, and thirty more {after}: {heap:?}"
        );
    });
}

/// Starts and cancels a run at each of these moments after its start, in milliseconds; calls back with the states.
const START_AND_CANCEL: &str = "
    const [run, cancel, moments, done] = arguments
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
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(Duration::from_millis(50));
        for set_up in [
            "task=fib&executor=threads&n=42&workers=3&repeats=1",
            "task=pictures&repeats=1&executor=threads&workers=3",
            "task=fib&executor=processes&n=42&workers=3&repeats=1",
            "task=pictures&repeats=1&executor=processes&workers=3",
        ] {
            page.run(site, &format!("{}&run", set_up.replace("n=42", "n=5"))).await;
            page.wait_for_workers_to_end(set_up).await;
            page.open_ready(site, set_up).await;
            // By their ids, since Cancel is not to be seen before there is a run.
            let buttons = [page.all("#run").await.remove(0), page.all("#cancel").await.remove(0)];
            let [run, cancel] = buttons.map(|button| serde_json::to_value(button).expect("an argument"));
            // From before any worker is there to well into the work, in no order.
            let moments: Vec<u32> = (0..50).map(|n| n * 37 % 400).collect();
            let states: Vec<String> = page
                .script_async(&[OVER, START_AND_CANCEL].concat(), vec![run, cancel, moments.into()])
                .await;
            assert_eq!(states, ["cancelled"; 50], "{set_up}");
            page.wait_for_workers_to_end(set_up).await;
        }
    });
}
