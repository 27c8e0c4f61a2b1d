//! What more cores would do: predicted from a measured run, marked as such, and held to what can be measured here.

use page_tests::browser::Engine;
use page_tests::{Setup, Visit, visit};
use serde::Deserialize;
use serde_json::{Value, json};

/// From the first run of each executor, on two workers: what is predicted for two and for one, over what was measured there, both
/// beside the loop; and the measured interval over its middle.
const HELD: &str = "
    const median = (times) => {
        const sorted = [...times].sort((a, b) => a - b)
        return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
    }
    const over = (run, ms) => (run.beside ? ms / median(run.beside.timesMs) : ms)
    return [...new Set(runs.map(({ executor }) => executor))].flatMap((executor) => {
        const [first, second] = runs.filter((run) => run.executor === executor)
        return [first, second].map((measured) => ({
            executor,
            workers: measured.workers,
            off: over(first, predict(first, measured.workers).timeMs) / over(measured, median(measured.timesMs)),
            unsure: [first, measured].reduce((sum, { ratio }) => sum + (ratio?.low ? (ratio.high - ratio.low) / 2 / ratio.value : 0), 0),
        }))
    })";

#[derive(Debug, Deserialize)]
struct Held {
    executor: String,
    workers: u32,
    off: f64,
    unsure: f64,
}

/// How often that is tried: a machine that changes its speed meanwhile says nothing of a prediction, one that is off each time is
/// wrong.
const TRIES: usize = 3;

/// How far a prediction may be off, besides what the measured intervals leave open.
const TOLERANCE: f64 = 0.05;

async fn one_and_two_workers_are_predicted(Visit { site, page, .. }: &Visit) {
    for work in [
        "task=fib&n=34&repeats=15",
        "task=mandelbrot&iterations=1000&repeats=8",
        "task=pictures&source=simulated&latency=30&count=12&repeats=3",
    ] {
        let mut missed: Option<Vec<Held>> = None;
        for _ in 0..TRIES {
            page.open(site, &format!("{work}&workers=2")).await;
            page.wait_for(&["ready"]).await;
            assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
            page.fill("Workers", "1").await;
            assert_eq!(page.click_and_wait("Compare").await, "done", "{work}");
            let held: Vec<Held> = page.script(HELD, vec![]).await;
            assert!(held.len() >= 12, "{held:?}");
            // A loop that ran beside nothing has only its own moment.
            let far = |one: &Held| one.executor != "loop" && (one.off - 1.0).abs() > TOLERANCE + one.unsure;
            let off: Vec<Held> = held.into_iter().filter(far).collect();
            match &mut missed {
                Some(missed) => missed.retain(|one| {
                    off.iter()
                        .any(|now| (&now.executor, now.workers) == (&one.executor, one.workers))
                }),
                None => missed = Some(off),
            }
            if missed.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        let missed = missed.unwrap_or_default();
        assert!(missed.is_empty(), "{work}: {missed:?}");
    }
}

#[test]
fn what_is_predicted_for_one_and_two_workers_is_what_is_measured() {
    Setup::usual()
        .on_its_own_server()
        .alone()
        .visit(one_and_two_workers_are_predicted);
}

#[test]
fn the_same_in_firefox() {
    Setup::usual()
        .with(Engine::Firefox)
        .on_its_own_server()
        .alone()
        .visit(one_and_two_workers_are_predicted);
}

/// Moves the slider there, and gives what is said then.
const SLIDE: &str = "
    const slider = document.querySelector('#predicted-workers')
    slider.value = arguments[0]
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    return [document.querySelector('#predicted-count').textContent, document.querySelector('#prediction-said').textContent]";

#[test]
fn a_slider_shows_the_predicted_lanes_of_any_number_of_workers_and_says_that_they_are_predicted() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=processes&n=27&workers=2&repeats=3&run")
            .await;
        page.when::<bool>("'predict' in window").await;
        let mut seen = Vec::new();
        for (place, workers) in [(0, "1"), (4, "5"), (7, "8")] {
            let (count, said): (String, String) = page.script(SLIDE, vec![json!(place)]).await;
            assert_eq!(count, workers);
            assert!(said.starts_with("Predicted, not measured: processes on "), "{said}");
            assert!(said.contains(" over span "), "{said}");
            let lanes: u32 = page
                .script("return document.querySelector('#predicted-lanes').clientHeight", vec![])
                .await;
            seen.push(lanes);
        }
        assert!(
            seen.is_sorted() && seen[0] < seen[2],
            "as many lanes as workers: {seen:?}"
        );
        let figures: String = page
            .script(
                "document.querySelector('#predicted-lanes').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
                return document.querySelector('#predicted-figures').textContent",
                vec![],
            )
            .await;
        assert!(figures.starts_with("predicted: fib("), "{figures}");

        let (count, said): (String, String) = page.script(SLIDE, vec![json!(1000)]).await;
        assert_eq!(count, "1024");
        assert!(said.contains("27 of them would get something to do"), "{said}");
        let is_drawn: bool = page
            .script("return !document.querySelector('#predicted-lanes').hidden", vec![])
            .await;
        assert!(!is_drawn, "a thousand lanes are drawn");
    });
}

#[test]
fn what_if_changes_the_prediction_at_once_and_what_says_nothing_is_not_asked() {
    visit(async |Visit { site, page, .. }| {
        page.run(
            site,
            "task=pictures&source=simulated&latency=20&executor=async&count=10&workers=10&repeats=2&run",
        )
        .await;
        // The task has a parameter of that name, too: milliseconds, not a factor.
        let factor = "return document.querySelector('#what-latency').value";
        assert_eq!(page.script::<String>(factor, vec![]).await, "0");
        let before = page.text("#prediction-said").await;
        let asked = "return [...document.querySelectorAll('[data-what]')].filter((field) => field.getClientRects().length > 0).map((field) => field.dataset.what)";
        assert_eq!(
            page.script::<Vec<String>>(asked, vec![]).await,
            ["count", "connections", "core", "latency"]
        );
        page.fill("Connections", "1").await;
        let after = page.text("#prediction-said").await;
        assert_ne!(before, after);
        page.fill("Connections", "").await;
        assert_eq!(page.text("#prediction-said").await, before);
    });
}

#[test]
fn scripts_predict_too_and_a_predicted_trace_is_named_as_one() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=processes&n=25&workers=2&repeats=3&run")
            .await;
        let predicted: Value = page.script("return predict(runs.at(-1), 16)", vec![]).await;
        assert_eq!(predicted["predicted"], true);
        assert_eq!(predicted["workers"], 16);
        let [work, span, time] = ["workMs", "spanMs", "timeMs"].map(|name| predicted[name].as_f64().expect("a number"));
        assert!(span <= time && span <= work, "{span}, {time}, {work}");
        page.script::<()>(
            "window.kept = []
            URL.createObjectURL = (blob) => (kept.push(blob), 'blob:')
            HTMLAnchorElement.prototype.click = () => {}",
            vec![],
        )
        .await;
        page.click("Save the prediction as a trace").await;
        let trace: String = page.script_async("kept[0].text().then(arguments[0])", vec![]).await;
        let trace: Value = serde_json::from_str(&trace).expect("JSON");
        let events = trace["traceEvents"].as_array().expect("events");
        assert!(
            events[0]["args"]["name"]
                .as_str()
                .expect("a name")
                .starts_with("predicted, not measured")
        );
        assert_eq!(events.iter().filter(|event| event["cat"] == "task").count(), 25);
    });
}

#[test]
fn the_chart_goes_on_beyond_what_was_measured_as_a_band() {
    visit(async |Visit { site, page, .. }| {
        page.open(site, "task=fib&n=27&repeats=3").await;
        page.wait_for(&["ready"]).await;
        page.fill("From 1 worker to", "2").await;
        assert_eq!(page.click_and_wait("Measure the speed-up").await, "done");
        page.when::<bool>("document.querySelectorAll('#speedup-chart .band').length === 3")
            .await;
    });
}
