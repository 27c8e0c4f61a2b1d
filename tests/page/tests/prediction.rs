//! What more cores would do: predicted from a measured run, and marked as such.

use page_tests::{Visit, visit};
use serde_json::{Value, json};

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
            assert!(said.contains(" and the span "), "{said}");
            let height = "return document.querySelector('#predicted-lanes').clientHeight";
            seen.push(page.eval::<u32>(height).await);
        }
        assert!(
            seen.is_sorted() && seen[0] < seen[2],
            "as many lanes as workers: {seen:?}"
        );
        let figures = "
            const lanes = document.querySelector('#predicted-lanes')
            lanes.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
            return document.querySelector('#predicted-figures').textContent";
        let figures: String = page.eval(figures).await;
        assert!(figures.starts_with("predicted: fib("), "{figures}");

        let (count, said): (String, String) = page.script(SLIDE, vec![json!(1000)]).await;
        assert_eq!(count, "1024");
        assert!(
            said.contains("27 of the 1024 workers would have something to do"),
            "{said}"
        );
        let is_drawn = "return !document.querySelector('#predicted-lanes').hidden";
        assert!(!page.eval::<bool>(is_drawn).await, "a thousand lanes are drawn");
    });
}

#[test]
fn what_if_changes_the_prediction_at_once_and_what_says_nothing_is_not_asked() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=pictures&source=simulated&latency=20&executor=async&count=10&workers=10&repeats=2&run";
        page.run(site, set_up).await;
        // The task has a parameter of that name, too: milliseconds, not a factor.
        let factor = "return document.querySelector('#what-latency').value";
        assert_eq!(page.eval::<String>(factor).await, "0");
        let before = page.text("#prediction-said").await;
        let asked = "
            const shown = [...document.querySelectorAll('[data-what]')].filter((field) => field.getClientRects().length > 0)
            return shown.map((field) => field.dataset.what).join(' ')";
        assert_eq!(page.eval::<String>(asked).await, "count connections core latency");
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
        // A shorter run may be too short for the clock of a page that isn't isolated, and then nothing is predicted from it.
        page.run(site, "task=fib&executor=processes&n=30&workers=2&repeats=3&run")
            .await;
        let predicted: Value = page.eval("return predict(runs.at(-1), 16)").await;
        assert_eq!(predicted["predicted"], true);
        assert_eq!(predicted["workers"], 16);
        let [work, span, time] = ["workMs", "spanMs", "timeMs"].map(|name| predicted[name].as_f64().expect("a number"));
        assert!(span <= time && span <= work, "{span}, {time}, {work}");
        page.keep_what_is_saved().await;
        page.click("Save the prediction as a trace").await;
        let trace: Value = serde_json::from_str(&page.last_kept().await).expect("JSON");
        let events = trace["traceEvents"].as_array().expect("events");
        let name = events[0]["args"]["name"].as_str().expect("a name");
        assert!(name.starts_with("predicted, not measured"), "{name}");
        assert_eq!(events.iter().filter(|event| event["cat"] == "task").count(), 30);
    });
}

#[test]
fn the_chart_goes_on_beyond_what_was_measured_as_a_band() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&n=27&repeats=3").await;
        page.fill("From 1 worker to", "2").await;
        assert_eq!(page.click_and_wait("Measure the speed-up").await, "done");
        page.when::<bool>("document.querySelectorAll('#speedup-chart .band').length === 3")
            .await;
    });
}
