//! What the numbers on the page bear: ratios follow from what stands beside them, and say how sure they are.

use page_tests::executors::FOR_FIB;
use page_tests::page::Page;
use page_tests::{Visit, visit};

#[test]
fn every_ratio_is_the_quotient_of_the_times_in_its_row() {
    visit(async |Visit { site, page, .. }| {
        compare(page, site, "task=fib&n=29&workers=2&repeats=6").await;
        let runs = page.runs().await;
        for executor in FOR_FIB {
            let [beside, own] = [time(page, executor, "beside").await, time(page, executor, "time").await];
            let shown = lines(page, executor, "ratio").await;
            let quotient = format!("{}×", digits(beside / own));
            assert_eq!(shown[0], quotient, "{executor}: {beside} over {own}");
            let run = runs.iter().find(|run| run.executor == executor).expect("it ran");
            let Some(ratio) = run.ratio else {
                assert_eq!(executor, "loop", "only the loop is compared with nothing");
                continue;
            };
            assert!((ratio.value - beside / own).abs() < 1e-9, "{executor}: {ratio:?}");
            let (low, high) = (ratio.low.expect("an interval"), ratio.high.expect("an interval"));
            assert_eq!(shown[1], format!("{} to {}×", digits(low), digits(high)), "{executor}");
            let loops = run.beside.as_ref().expect("a loop beside it");
            assert!(
                loops.in_turn && loops.times_ms.len() == run.times_ms.len(),
                "{executor}"
            );
        }
        assert!(
            page.text("#control")
                .await
                .starts_with("Control: beside each executor the same loop")
        );
    });
}

#[test]
fn what_is_copied_has_the_figures_of_the_table() {
    visit(async |Visit { site, page, .. }| {
        compare(page, site, "task=fib&n=27&workers=2&repeats=5").await;
        let keep = "
            window.kept = []
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => kept.push(text) } })";
        page.script::<()>(keep, vec![]).await;
        for button in ["Copy Markdown", "Copy CSV", "Copy link with results"] {
            page.click(button).await;
        }
        let kept: Vec<String> = page.script("return kept", vec![]).await;
        let ratio = lines(page, "threads", "ratio").await;
        let own = lines(page, "threads", "time").await;
        let row = kept[0]
            .lines()
            .find(|line| line.starts_with("| threads |"))
            .expect("a row");
        for figure in [&own[0], &ratio[0], &ratio[1]] {
            assert!(row.contains(figure.as_str()), "{figure} is not in {row}");
        }
        let value: f64 = kept[1]
            .lines()
            .find(|line| line.starts_with("fib,threads,"))
            .and_then(|line| line.split(',').nth(9)?.parse().ok())
            .expect("a ratio");
        assert_eq!(format!("{value:.2}×"), ratio[0]);

        page.go("about:blank").await;
        page.go(&kept[2]).await;
        page.wait_for(&["ready"]).await;
        let theirs: String = page
            .script(
                "return [...document.querySelectorAll('#comparison tbody tr')]
                    .find((row) => row.firstChild.innerText.startsWith('threads') && !row.innerText.startsWith('threads with'))
                    .querySelector('.friend').innerText",
                vec![],
            )
            .await;
        assert!(theirs.contains(&own[0]) && theirs.contains(&ratio[1]), "{theirs}");
    });
}

#[test]
fn on_auto_a_series_is_repeated_until_it_is_sure_or_enough_is_spent_and_says_which() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=30").await;
        page.wait_for(&["ready"]).await;
        // The shortest comparison there is: of two.
        assert_eq!(page.click_and_wait("Run").await, "done");
        assert_eq!(page.click_and_wait("Add plain JavaScript").await, "done");
        let runs = page.runs().await;
        let run = runs.iter().find(|run| run.executor == "javascript").expect("it ran");
        let stop = run.stop.as_deref().expect("a reason");
        let ratio = run.ratio.expect("a ratio");
        let half = (ratio.high.expect("an end") - ratio.low.expect("an end")) / 2.0 / ratio.value;
        let spent: f64 = run.times_ms.iter().sum();
        assert!((5..=100).contains(&run.repeats), "{}", run.repeats);
        let said = match stop {
            "sure" => half < 0.03,
            "spent" => spent >= 4000.0,
            "most" => run.repeats == 100,
            _ => false,
        };
        assert!(said, "{stop}, ±{half}, {spent} ms");
        let cell = page.text("#comparison tr[data-executor=javascript] .time").await;
        assert!(cell.contains(&format!("{} repeats", run.repeats)), "{cell}");
    });
}

#[test]
fn what_takes_over_a_second_is_repeated_twice_and_a_single_repeat_has_no_interval() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(60));
        let set_up = "task=pictures&count=10&workers=10&executor=loop";
        let run = page.run(site, &format!("{set_up}&run")).await;
        assert_eq!((run.repeats, run.stop.as_deref()), (2, Some("long")));

        compare(page, site, &format!("{set_up}&repeats=1")).await;
        let shown = lines(page, "async", "ratio").await;
        assert_eq!(shown[1], "one time has no interval");
        let verdict = page.text("#verdict").await;
        assert!(!verdict.contains("fastest"), "{verdict}");
    });
}

/// As the page shows ratios.
fn digits(ratio: f64) -> String {
    format!("{ratio:.*}", if ratio >= 9.95 { 1 } else { 2 })
}

async fn compare(page: &Page, site: &page_tests::site::Site, set_up: &str) {
    page.open(site, set_up).await;
    page.wait_for(&["ready"]).await;
    assert_eq!(page.click_and_wait("Compare").await, "done");
}

async fn lines(page: &Page, executor: &str, cell: &str) -> Vec<String> {
    let text = page
        .text(&format!("#comparison tr[data-executor='{executor}'] .{cell}"))
        .await;
    text.lines().map(str::to_owned).collect()
}

/// A time in the table, in seconds.
async fn time(page: &Page, executor: &str, cell: &str) -> f64 {
    let lines = lines(page, executor, cell).await;
    let seconds = lines[0].strip_suffix(" s").and_then(|number| number.parse().ok());
    seconds.unwrap_or_else(|| panic!("{executor}: {lines:?} is no time"))
}
