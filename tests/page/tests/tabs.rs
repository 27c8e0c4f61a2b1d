//! Tabs that run at once, and tabs that nobody sees.

use std::time::Duration;

use fantoccini::wd::WindowHandle;
use page_tests::page::{OVER, Page};
use page_tests::run::fibonacci;
use page_tests::{Visit, visit};

/// Seconds of work, far more than it takes to start a run in another tab.
const FIB: &str = "task=fib&executor=threads&n=44&workers=2&repeats=1";

#[test]
fn two_tabs_run_at_once_and_each_brings_its_own_right_results() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        picsum.set_latency(Duration::from_millis(20));
        let client = page.browser().client();
        let first = client.window().await.expect("the page has a window");
        let second = client.new_window(true).await.expect("a new tab opens").handle;
        for other in [FIB, "task=pictures&repeats=1&executor=threads&count=20&workers=4"] {
            for (tab, set_up) in [(&first, FIB), (&second, other)] {
                show(page, tab).await;
                page.open_ready(site, set_up).await;
            }
            for tab in [&first, &second] {
                show(page, tab).await;
                page.click("Run").await;
            }
            show(page, &first).await;
            assert_eq!(page.wait_for(&["running", "done"]).await, "running", "both run at once");
            assert_eq!(page.wait_for(OVER).await, "done");
            assert_eq!(page.last_run().await.numbers(), fibonacci(44));

            show(page, &second).await;
            assert_eq!(page.wait_for(OVER).await, "done");
            let run = page.last_run().await;
            if other == FIB {
                assert_eq!(run.numbers(), fibonacci(44));
            } else {
                assert_eq!(run.lengths().iter().flatten().count(), 20, "{:?}", run.failures);
            }
            page.wait_for_workers_to_end(other).await;
        }
    });
}

#[test]
fn a_run_in_a_tab_that_gets_hidden_ends_right_and_a_note_tells_of_it() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=5&repeats=1&run").await;
        let window = page.browser().client();
        for executor in ["loop", "threads", "processes"] {
            page.open_ready(site, &format!("task=fib&executor={executor}&n=43&workers=2&repeats=1"))
                .await;
            page.click("Run").await;
            // To headless Chromium a tab behind another one is visible; one in a minimised window isn't.
            window.minimize_window().await.expect("a window can be minimised");
            page.when::<bool>("document.visibilityState === 'hidden'").await;
            assert_eq!(page.wait_for(OVER).await, "done", "{executor}");
            let visibility: String = page.eval("return document.visibilityState").await;
            assert_eq!(visibility, "hidden", "{executor}");
            assert_eq!(page.last_run().await.numbers(), fibonacci(43), "{executor}");
            page.wait_for_workers_to_end(executor).await;

            window.maximize_window().await.expect("a window can be shown again");
            let notes = page.text("#doubts").await;
            assert!(notes.contains("The tab was hidden for a while"), "{executor}: {notes}");
        }
    });
}

async fn show(page: &Page, tab: &WindowHandle) {
    let switched = page.browser().client().switch_to_window(tab.clone()).await;
    switched.expect("the tab is there");
}
