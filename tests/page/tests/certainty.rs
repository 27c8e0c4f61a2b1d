//! What the numbers on the page bear: ratios follow from what stands beside them, and say how sure they are.

use page_tests::executors::FOR_FIB;
use page_tests::page::Page;
use page_tests::{Visit, visit};

#[test]
fn every_ratio_is_the_median_of_the_ratios_in_its_rounds() {
    visit(async |Visit { site, page, .. }| {
        compare(page, site, "task=fib&n=29&workers=2&repeats=6").await;
        let runs = page.runs().await;
        let loop_ms = &runs.iter().find(|run| run.executor == "loop").expect("it ran").times_ms;
        for executor in FOR_FIB.into_iter().filter(|&executor| executor != "loop") {
            let run = runs.iter().find(|run| run.executor == executor).expect("it ran");
            assert_eq!(
                run.beside.as_ref().map(|beside| &beside.times_ms),
                Some(loop_ms),
                "{executor}: one loop for all"
            );
            let mut ratios: Vec<_> = loop_ms
                .iter()
                .zip(&run.times_ms)
                .map(|(loop_ms, own_ms)| loop_ms / own_ms)
                .collect();
            ratios.sort_by(f64::total_cmp);
            let median = f64::midpoint(ratios[2], ratios[3]);
            let ratio = run.ratio.expect("a ratio");
            assert!((ratio.value - median).abs() < 1e-9, "{executor}: {ratio:?}, {median}");
            let (low, high) = (ratio.low.expect("an interval"), ratio.high.expect("an interval"));
            let shown = lines(page, executor, "ratio").await;
            let interval = format!("{} to {}", digits(low), digits(high));
            assert_eq!(shown, [format!("{}×", digits(median)), interval], "{executor}");
        }
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
        // A figure stays on the line of its unit; WebDriver gives any space as a plain one.
        let row = row.replace('\u{a0}', " ");
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
        let theirs = theirs.replace('\u{a0}', " ");
        assert!(theirs.contains(&own[0]) && theirs.contains(&ratio[1]), "{theirs}");
    });
}

#[test]
fn on_auto_a_run_goes_on_until_it_is_sure_or_its_time_is_spent_and_says_which() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=30").await;
        page.wait_for(&["ready"]).await;
        assert_eq!(page.click_and_wait("Run").await, "done");
        assert_eq!(page.click_and_wait("Add plain JavaScript").await, "done");
        let runs = page.runs().await;
        let run = runs.iter().find(|run| run.executor == "javascript").expect("it ran");
        let ratio = run.ratio.expect("a ratio");
        let (low, high) = (ratio.low.expect("an end"), ratio.high.expect("an end"));
        let is_clear = (high - low) / 2.0 / ratio.value < 0.1 && !(low..=high).contains(&1.0);
        let said = match run.stop.as_deref() {
            Some("sure") => is_clear || (low >= 0.945 && high <= 1.055),
            Some("spent") => run.times_ms.len() >= 3,
            Some("most") => run.repeats == 100,
            _ => false,
        };
        assert!(said, "{:?} {ratio:?}", run.stop);
        let cell = page.text("#comparison tr[data-executor=javascript] .time").await;
        assert!(cell.contains(&format!("{} repeats", run.repeats)), "{cell}");
    });
}

#[test]
fn a_single_round_has_no_interval_and_measuring_longer_brings_one() {
    visit(async |Visit { site, page, .. }| {
        compare(
            page,
            site,
            "task=pictures&source=simulated&latency=20&count=4&workers=4&repeats=1",
        )
        .await;
        assert_eq!(lines(page, "async", "ratio").await[1], "no interval yet");
        let verdict = page.text("#verdict").await;
        assert!(
            verdict.contains("based on a single run of each") && !verdict.contains("fastest"),
            "{verdict}"
        );
        for _ in 0..2 {
            assert_eq!(page.click_and_wait("Measure longer").await, "done");
        }
        let shown = lines(page, "async", "ratio").await;
        assert!(shown[1].contains(" to "), "{shown:?}");
        let runs = page.runs().await;
        let last = runs.iter().rfind(|run| run.executor == "async").expect("it ran");
        assert_eq!((last.repeats, last.times_ms.len()), (3, 3));
    });
}

#[test]
fn after_the_first_round_the_sentence_and_every_lane_are_there() {
    visit(async |Visit { site, page, .. }| {
        // What is out of view is drawn when the run is over.
        page.resize(1280, 900).await;
        page.open(site, "task=pictures&source=simulated&latency=100&count=4&workers=4")
            .await;
        page.wait_for(&["ready"]).await;
        // The sentences come with what is further down the page.
        page.when::<bool>("window.predict !== undefined").await;
        page.click("Compare").await;
        let shown: (String, usize) = page
            .when(
                "document.querySelector('#verdict').textContent.startsWith('So far (1 round): ') && [
                    document.documentElement.dataset.state,
                    [...document.querySelectorAll('.panel-time')].filter((time) => time.textContent !== '').length,
                ]",
            )
            .await;
        assert_eq!((shown.0.as_str(), shown.1), ("running", 6));
        page.click("Cancel").await;
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
