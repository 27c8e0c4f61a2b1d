//! The page doesn't disturb what it measures: while a repeat is short nothing reaches the page and nothing is drawn; a long one
//! is shown while it goes on.

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::{Visit, visit};
use serde::Deserialize;

/// From now on, notes when a coordinator is asked for a repeat, and when it says something.
const NOTE_MESSAGES: &str = "
    window.noted = []
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message, ...rest) {
        if (message.type === 'repeat') noted.push({ asked: performance.now(), heard: [], timeMs: 0 })
        return postMessage.call(this, message, ...rest)
    }
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')
    Object.defineProperty(Worker.prototype, 'onmessage', {
        set(listener) {
            set.call(this, (event) => {
                const repeat = noted.at(-1)
                if (repeat && !repeat.timeMs) {
                    repeat.heard.push(performance.now())
                    const report = event.data.find(({ type }) => type === 'report')
                    if (report) repeat.timeMs = report.timeMs
                }
                listener(event)
            })
        },
    })";

/// From now on, notes when something in the document changes or is painted on a canvas.
const NOTE_DRAWING: &str = "
    window.drawn = []
    const note = () => drawn.push(performance.now())
    const everything = { attributes: true, childList: true, characterData: true, subtree: true }
    new MutationObserver((changes) => changes.forEach(note)).observe(document, everything)
    const { fillRect } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillRect = function (...place) {
        if (this.canvas.isConnected) note()
        return fillRect.apply(this, place)
    }";

/// A repeat as the page heard of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Noted {
    asked: f64,
    heard: Vec<f64>,
    time_ms: f64,
}

/// Up to here a repeat is short, with some room for a busy machine.
const SHORT_MS: f64 = 250.0;

async fn no_message_reaches_the_page_within_a_short_repeat(Visit { picsum, site, page, .. }: &Visit) {
    let fib = FOR_FIB.map(|executor| format!("task=fib&n=31&workers=2&repeats=6&executor={executor}"));
    let pictures = ["threads", "processes", "async"]
        .map(|executor| format!("task=pictures&count=8&workers=8&repeats=3&executor={executor}"));
    picsum.set_latency(std::time::Duration::from_millis(10));
    for set_up in fib.into_iter().chain(pictures) {
        page.open(site, &set_up).await;
        page.wait_for(&["ready"]).await;
        // Some reload once.
        page.run_by_click("Run").await;
        page.script::<()>(NOTE_MESSAGES, vec![]).await;
        page.run_by_click("Run").await;
        let noted: Vec<Noted> = page.script("return noted", vec![]).await;
        assert!(!noted.is_empty(), "{set_up}");
        let short: Vec<_> = noted.iter().filter(|repeat| repeat.time_ms < SHORT_MS).collect();
        for repeat in &short {
            let first = repeat.heard[0] - repeat.asked;
            assert!(first >= repeat.time_ms - 1.0, "{set_up}: {repeat:?}");
        }
        assert!(!short.is_empty(), "{set_up}: {noted:?}");
    }
}

async fn nothing_is_drawn_within_a_short_repeat(Visit { site, page, .. }: &Visit) {
    page.open(site, "task=fib&n=31&workers=2&repeats=6&executor=loop").await;
    page.wait_for(&["ready"]).await;
    page.script::<()>(NOTE_MESSAGES, vec![]).await;
    page.script::<()>(NOTE_DRAWING, vec![]).await;
    page.run_by_click("Run").await;
    let noted: Vec<Noted> = page.script("return noted", vec![]).await;
    let drawn: Vec<f64> = page.script("return drawn", vec![]).await;
    assert!(drawn.len() > 10, "the run is shown");
    for repeat in noted.iter().filter(|repeat| repeat.time_ms < SHORT_MS) {
        let within = |moment: &&f64| repeat.asked < **moment && **moment < repeat.heard[0];
        assert_eq!(drawn.iter().filter(within).count(), 0, "{repeat:?}");
    }
}

/// Makes a test in each engine from each of these functions.
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        crate::undisturbed::in_every_engine!(Setup::usual() => $($test),+);
    };
    ($setup:expr => $($test:ident),+ $(,)?) => {
        $(mod $test {
            use page_tests::Setup;
            use page_tests::browser::Engine;

            #[test]
            fn chromium() {
                $setup.visit(super::$test);
            }

            #[test]
            fn firefox() {
                $setup.with(Engine::Firefox).visit(super::$test);
            }

            #[test]
            fn webkit() {
                $setup.with(Engine::WebKit).visit(super::$test);
            }
        })+
    };
}
pub(crate) use in_every_engine;

in_every_engine!(
    no_message_reaches_the_page_within_a_short_repeat,
    nothing_is_drawn_within_a_short_repeat,
);

#[test]
fn in_a_long_run_pictures_appear_as_they_arrive() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(60));
        page.open(site, "task=pictures&repeats=1&executor=loop&count=20&run")
            .await;
        let shown: Vec<usize> = page
            .script_async(
                "
                const done = arguments[0]
                const counts = []
                const look = () => {
                    const count = document.querySelectorAll('#gallery img').length
                    if (count !== counts.at(-1)) counts.push(count)
                    if (count < 20) setTimeout(look, 20)
                    else done(counts)
                }
                look()",
                vec![],
            )
            .await;
        assert!(shown.len() >= 6, "{shown:?}");
    });
}

#[test]
fn warming_up_is_neither_start_up_nor_work_and_waiting_needs_none() {
    visit(async |Visit { site, page, .. }| {
        for executor in FOR_FIB {
            let run = page
                .run(
                    site,
                    &format!("task=fib&n=20&workers=2&repeats=2&executor={executor}&run"),
                )
                .await;
            let warmup = run.warmup_ms.expect("a warm-up");
            assert!(warmup > 0.0, "{executor}: {warmup} ms");
            assert!(
                run.times_ms.iter().all(|time| *time < warmup),
                "{executor}: {:?}",
                run.times_ms
            );
            assert!(page.text("#panels").await.contains("warm-up"), "{executor}");
        }
        for executor in FOR_PICTURES {
            let set_up = "task=pictures&source=simulated&latency=1&count=3&repeats=1";
            let run = page.run(site, &format!("{set_up}&executor={executor}&run")).await;
            assert_eq!(run.warmup_ms, Some(0.0), "{executor}");
        }
    });
}
