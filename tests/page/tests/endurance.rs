//! Many runs in a row leave the browser as few of them do.

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
