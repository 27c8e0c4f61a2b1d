//! The task that computes and can be seen.

use easy_concurrency::settings::{Setting, Settings};
use easy_concurrency::span::SpanRecorder;
use easy_concurrency::task;
use easy_concurrency::value::Value;
use page_tests::executors::FOR_PICTURES;
use page_tests::run::{Outcome, Run};
use page_tests::{Visit, visit};

const NUMBERS: [(&str, f64); 8] = [
    ("tiles", 6.0),
    ("columns", 3.0),
    ("width", 50.0),
    ("height", 40.0),
    ("iterations", 200.0),
    ("re", -0.7),
    ("im", 0.25),
    ("zoom", 3.0),
];

fn set_up() -> String {
    let numbers = NUMBERS.map(|(name, number)| format!("&{name}={number}"));
    format!("task=mandelbrot{}&repeats=1", numbers.concat())
}

#[test]
fn its_pixels_are_those_of_the_native_code_under_every_executor() {
    visit(async |Visit { site, page, .. }| {
        for executor in FOR_PICTURES {
            let set_up = format!("{}&executor={executor}&workers=2&run", set_up());
            let run = page.run(site, &set_up).await;
            assert_eq!(run.inputs, [0, 1, 2, 3, 4, 5], "{executor}");
            assert_eq!(notes(&run), natively(), "{executor}");
        }
    });
}

#[test]
fn its_tiles_are_shown_side_by_side_each_in_its_place() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, &format!("{}&executor=threads&workers=2&run", set_up()))
            .await;
        page.scroll_to("#gallery").await;
        let loaded = "const tiles = [...document.querySelectorAll('#gallery img')].filter((image) => image.naturalWidth > 0)
            return tiles.length === 6 && tiles.map((image) => {
                const { left, top } = image.closest('figure').getBoundingClientRect()
                return [Number(image.closest('figure').dataset.input), left, top, image.naturalWidth, image.naturalHeight]
            })";
        let tiles: Vec<(u32, f64, f64, u32, u32)> = page.when(&format!("(() => {{ {loaded} }})()")).await;
        for (place, (input, left, top, width, height)) in tiles.iter().enumerate() {
            assert_eq!((*input as usize, *width, *height), (place, 50, 40));
            let (column, row) = (tiles[place % 3].1, tiles[place / 3 * 3].2);
            assert!((left - column).abs() < 1.0 && (top - row).abs() < 1.0, "{tiles:?}");
        }
        let between = tiles[1].1 - tiles[0].1;
        let down = tiles[3].2 - tiles[0].2;
        assert!((down / between - 0.8).abs() < 0.02, "no gap: {tiles:?}");
    });
}

#[test]
fn it_is_compared_and_swept_without_what_it_can_not_be_done_by() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, &format!("{}&workers=2", set_up())).await;
        assert_eq!(page.click_and_wait("Compare").await, "done");
        let rows: Vec<String> = page
            .eval("return [...document.querySelectorAll('#comparison tbody tr')].map((row) => row.dataset.executor)")
            .await;
        assert_eq!(rows, FOR_PICTURES);
        page.fill("From 1 worker to", "2").await;
        assert_eq!(page.click_and_wait("Measure the speed-up").await, "done");
        let runs = page.runs().await;
        let swept: Vec<_> = runs[FOR_PICTURES.len()..]
            .iter()
            .map(|run| (run.task.as_str(), run.executor.as_str(), run.workers))
            .collect();
        let expected = [("threads", 1), ("processes", 1), ("threads", 2), ("processes", 2)];
        for (executor, workers) in expected {
            assert!(swept.contains(&("mandelbrot", executor, workers)), "{swept:?}");
        }
        assert_eq!(swept.len(), expected.len() + 1, "and the loop");
        let notes = page.texts("#speedup-chart .note").await;
        assert_eq!(notes, ["ideal"], "the ceiling is fib’s");
    });
}

fn notes(run: &Run) -> Vec<String> {
    let picture = |result: &Option<Outcome>| match result {
        Some(Outcome::Picture { note, .. }) => note.clone().expect("a checksum"),
        other => panic!("{other:?} is no tile"),
    };
    run.results.iter().map(picture).collect()
}

fn natively() -> Vec<String> {
    let numbers = NUMBERS.map(|(name, number)| (name.to_owned(), Setting::Number(number)));
    let make = task::find("mandelbrot").expect("there is such a task");
    let task = make.call(&Settings::from_iter(numbers)).task;
    let note = |input| match task.run_blocking(input, &SpanRecorder::start(0, 0.0)) {
        Ok(Value::Picture(picture)) => picture.note.expect("a checksum"),
        other => panic!("{other:?} is no tile"),
    };
    (0..6).map(note).collect()
}
