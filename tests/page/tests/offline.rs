//! After the first visit, the page needs no network.

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::{Visit, visit};

#[test]
fn everything_but_picsum_works_offline_after_the_first_visit() {
    visit(async |visit| {
        let Visit { picsum, site, page, .. } = visit;
        // What the service worker asks for in vain, the console tells.
        visit.expect_in_console("ERR_CONNECTION_REFUSED");
        page.run(site, "task=fib&executor=threads&n=5&run").await;
        site.stop();
        picsum.stop();
        for executor in FOR_FIB {
            let run = page
                .run(
                    site,
                    &format!("task=fib&executor={executor}&n=20&workers=2&repeats=1&run"),
                )
                .await;
            assert_eq!(run.numbers()[19], 4181, "{executor}");
        }
        for executor in FOR_PICTURES {
            let set_up = "task=pictures&source=simulated&latency=1&count=20";
            let run = page.run(site, &format!("{set_up}&executor={executor}&run")).await;
            assert_eq!(run.lengths().iter().flatten().count(), 20, "{executor}");
        }
    });
}
