//! The pictures as a visitor sees them: named, saved, tried again, in places that don't move.

use page_tests::picsum::Fault;
use page_tests::{Visit, visit};

#[test]
fn photographers_are_named_after_the_run_and_not_in_it() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.run(site, "task=pictures&repeats=1&executor=async&count=3&run")
            .await;
        let named = "document.querySelectorAll('#gallery .credit').length === 3 &&
            [...document.querySelectorAll('#gallery img')].map((image) => image.alt)";
        let texts: Vec<String> = page.when(named).await;
        assert_eq!(texts[0], "Photograph 0 by Ada Abara");
        let requests = picsum.journal().requests();
        let list = requests
            .iter()
            .position(|request| request.address.starts_with("/v2/list"));
        let last_picture = requests.iter().rposition(|request| request.picture.is_some());
        assert!(list > last_picture, "the list was asked for during the run");

        page.choose("source", "simulated").await;
        page.run_by_click("Run").await;
        assert_eq!(
            page.all("#gallery .credit, #gallery [alt^=Photograph]").await.len(),
            0,
            "drawn pictures have no photographer"
        );
    });
}

#[test]
fn one_failed_picture_or_all_of_them_can_be_tried_again() {
    visit(async |Visit { picsum, site, page, .. }| {
        for id in [1, 2, 3] {
            picsum.fail_times(id, 1, Fault::NotFound);
        }
        let set_up = "task=pictures&repeats=1&executor=async&count=5&run";
        let run = page.run(site, set_up).await;
        assert_eq!(run.failed_inputs(), [1, 2, 3]);

        assert_eq!(page.click_and_wait("Retry picture 2").await, "done");
        assert_eq!(page.all("#gallery figure.saved").await.len(), 3);
        assert_eq!(page.click_and_wait("Retry all 2 failed pictures").await, "done");
        assert_eq!(page.all("#gallery figure.saved").await.len(), 5);
        assert!(page.button("Retry all 2 failed pictures").await.is_none());
    });
}

#[test]
fn nothing_moves_while_pictures_arrive() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(20));
        page.open(site, "task=pictures&repeats=1&executor=loop&run").await;
        page.wait_for(&["running"]).await;
        // What had moved before is not of interest, and so isn't what the observer kept of it.
        let watch = "
            window.shifts = []
            const root = document.documentElement
            const collect = (entries) => entries.forEach(({ value, sources }) =>
                shifts.push(`${value}: ${sources.map(({ node }) => node?.id || node?.className || node?.nodeName)}`))
            const observer = new PerformanceObserver((list) => collect(list.getEntries()))
            observer.observe({ type: 'layout-shift' })
            new MutationObserver(() => {
                collect(observer.takeRecords())
                observer.disconnect()
                arguments[0](shifts)
            }).observe(root, { attributes: true, attributeFilter: ['data-state'] })";
        let shifts: Vec<String> = page.eval_async(watch).await;
        assert_eq!(shifts, [""; 0]);
        assert_eq!(page.all("#gallery figure.saved").await.len(), 20);
    });
}
