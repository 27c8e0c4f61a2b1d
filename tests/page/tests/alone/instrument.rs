//! The page knows its instrument: it says what drawing costs, how like itself the loop is, and how many loops really run at once.

use page_tests::Setup;
use page_tests::page::Page;

#[test]
fn a_browser_that_hides_its_cores_is_found_out_and_more_workers_are_offered() {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Setup::usual().visit(async |visit| {
        if cores < 2 {
            return visit.skip("this machine has one core");
        }
        let page = &visit.page;
        let hide = "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 1 })";
        page.add_to_each_load(hide).await;
        page.open_ready(&visit.site, "task=fib&n=25&executor=threads").await;
        assert_eq!(workers(page).await, "1");

        let rows = examine(page).await;
        assert_eq!(rows.len(), 3, "{rows:?}");
        for (row, name) in rows
            .iter()
            .zip(["Cost of drawing a long repeat", "The loop compared with itself"])
        {
            let (_, figures) = row.split_once(name).expect("the row begins with its name");
            let percent = figures.trim().replace('−', "-");
            let percent = percent
                .split_once('%')
                .and_then(|(percent, _)| percent.parse::<f64>().ok());
            assert!(percent.is_some_and(|percent| percent.abs() < 100.0), "{row}");
        }
        assert!(
            rows[2].contains("The browser reports 1, but more really run"),
            "{rows:?}"
        );

        let offer = page.text("#use-workers").await;
        page.click(&offer).await;
        let used = workers(page).await;
        assert!(offer.contains(&used) && used != "1", "{offer}: {used}");
        page.wait_for_workers_to_end("the examination").await;
    });
}

#[test]
fn a_run_ends_an_examination_and_is_not_disturbed_by_it() {
    Setup::usual().visit(async |visit| {
        let page = &visit.page;
        page.open_ready(&visit.site, "task=fib&n=20&executor=loop&repeats=2").await;
        page.click("Check measurement accuracy").await;
        let run = page.run_by_click("Run").await;
        assert_eq!(run.repeats, 2);
        let said: String = page
            .when("document.querySelector('#examine-said').textContent.startsWith('Not') && document.querySelector('#examine-said').textContent")
            .await;
        assert!(said.contains("stopped"), "{said}");
        page.wait_for_workers_to_end("the examination").await;
    });
}

/// Presses the button, and gives the rows that come of it.
async fn examine(page: &Page) -> Vec<String> {
    page.click("Check measurement accuracy").await;
    page.when::<bool>("!document.querySelector('#instrument-table').hidden")
        .await;
    page.texts("#instrument-table tbody tr").await
}

async fn workers(page: &Page) -> String {
    page.eval("return document.querySelector('#workers').value").await
}
